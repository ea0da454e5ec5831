import { normalizeIP } from '@fastify/rate-limit';

/** Addresses that are remembered; past it the longest known is forgotten. */
const ADDRESSES = 10_000;
const MINUTE_MS = 60_000;

/** Who has shown a wrong secret lately, by address; of IPv6 by the network, which is one household's. */
export interface Attempts {
  /** Milliseconds until this address may try again; 0: now. */
  wait(address: string): number;
  failed(address: string): void;
}

/** Lets an address fail so many times a minute; after that not even the right secret is looked at until the minute is over. */
export function countAttempts(perMinute: number, now: () => number = () => performance.now()): Attempts {
  const failures = new Map<string, { count: number; until: number }>();
  const recent = (address: string) => {
    const known = failures.get(address);
    return known && known.until > now() ? known : null;
  };
  return {
    wait(address) {
      const known = recent(normalizeIP(address));
      return known && known.count >= perMinute ? known.until - now() : 0;
    },
    failed(ip) {
      const address = normalizeIP(ip);
      const known = recent(address) ?? { count: 0, until: now() + MINUTE_MS };
      failures.delete(address);
      failures.set(address, { ...known, count: known.count + 1 });
      if (failures.size > ADDRESSES) failures.delete(failures.keys().next().value ?? '');
    },
  };
}
