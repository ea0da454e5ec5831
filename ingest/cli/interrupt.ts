/** Ctrl+C (or SIGTERM) ended the work before it was done. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted; run it again to finish.');
    this.name = 'Interrupted';
  }
}

/**
 * Aborts on the first Ctrl+C, so that work ends between two transactions; the second kills. Throws `Interrupted`
 * once the work has ended, however it did.
 */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const forget = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  const stop = (): void => {
    forget();
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const result = await work(controller.signal);
    if (controller.signal.aborted) throw new Interrupted();
    return result;
  } catch (error) {
    throw controller.signal.aborted ? new Interrupted() : error;
  } finally {
    forget();
  }
}

/** For work that has no signal of its own and nothing to lose: it is left alone at once on Ctrl+C. */
export async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = (): void => {};
  const interrupted = new Promise<never>((_, reject) => {
    leave = () => reject(new Interrupted());
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
