/** A writer that says nothing for so many milliseconds is taken for dead. */
export const LEASE_MS = 60_000;

/** Whether a lease is one that somebody may hold now. One that ends later than any is given was made before the clock was set back. */
export const isCurrent = (until: number, now: number, leaseMs = LEASE_MS): boolean =>
  until > now && until <= now + leaseMs;
