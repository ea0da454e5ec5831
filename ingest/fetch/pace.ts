import type { Clock } from './clock.ts';

/** One service, as this process uses it: one request at a time, and so long from one to the next. */
class Pace {
  /** Ends when the last of those that wait has its answer. */
  #last: Promise<void> = Promise.resolve();
  #notBefore = 0;

  async run<T>(
    intervalMs: number,
    clock: Clock,
    signal: AbortSignal | undefined,
    request: () => Promise<T>,
  ): Promise<T> {
    const before = this.#last;
    let done = (): void => {};
    this.#last = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await before;
      const wait = this.#notBefore - clock.now();
      if (wait > 0) await clock.sleep(wait, signal);
      signal?.throwIfAborted();
      this.#notBefore = clock.now() + intervalMs;
      return await request();
    } finally {
      done();
    }
  }

  /** Nobody asks before. */
  holdUntil(time: number): void {
    this.#notBefore = Math.max(this.#notBefore, time);
  }
}

/** By origin: what a service asks of us counts for all that this process asks of it. */
const PACES = new Map<string, Pace>();

export function paceOf(address: string): Pace {
  const { origin } = new URL(address);
  const pace = PACES.get(origin) ?? new Pace();
  PACES.set(origin, pace);
  return pace;
}
