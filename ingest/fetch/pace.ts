import type { Clock } from './clock.ts';

/** One service, as this process uses it: one request at a time, and so long from one to the next. */
class Pace {
  /** Ends when the last of those that wait has its answer. */
  #last: Promise<void> = Promise.resolve();
  /** Nobody asks until so long after then. */
  #since = 0;
  #waitMs = 0;

  async run<T>(
    intervalMs: number,
    clock: Clock,
    signal: AbortSignal | undefined,
    request: () => Promise<T>,
  ): Promise<T> {
    const before = this.#last;
    let done = (): void => {};
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    // Who gives up waiting leaves the order of the others as it is.
    this.#last = before.then(() => mine);
    try {
      await orAborted(before, signal);
      // A clock that was set back must not make us wait for longer.
      const wait = Math.min(this.#since + this.#waitMs - clock.now(), this.#waitMs);
      if (wait > 0) await clock.sleep(wait, signal);
      signal?.throwIfAborted();
      this.#since = clock.now();
      this.#waitMs = intervalMs;
      return await request();
    } finally {
      done();
    }
  }

  /** The service wants to be left alone for so long. */
  hold(milliseconds: number, clock: Clock): void {
    this.#since = clock.now();
    this.#waitMs = Math.max(this.#waitMs, milliseconds);
  }
}

async function orAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  signal.throwIfAborted();
  let leave = (): void => {};
  const aborted = new Promise<void>((resolve) => {
    leave = resolve;
    signal.addEventListener('abort', leave, { once: true });
  });
  await Promise.race([work, aborted]);
  signal.removeEventListener('abort', leave);
  signal.throwIfAborted();
}

/** By address: what a service asks of us counts for all that this process asks of it. */
const PACES = new Map<string, Pace>();

export function paceOf(address: string): Pace {
  const pace = PACES.get(address) ?? new Pace();
  PACES.set(address, pace);
  return pace;
}
