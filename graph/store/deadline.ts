import { setMaxListeners } from 'node:events';
import type { LacunaError } from '../errors.ts';

export interface Deadline {
  signal: AbortSignal;
  /** To be called once the work is over, however it went. */
  end: () => void;
}

/** A signal that fires with this error when the time is up, or with the reason of the first of the others. */
export function deadline(
  timeoutMs: number,
  error: () => LacunaError,
  others: readonly (AbortSignal | undefined)[],
): Deadline {
  const expiry = new AbortController();
  const timer = setTimeout(() => expiry.abort(error()), timeoutMs);
  // NOTE: not AbortSignal.any, which keeps something of every call on a signal that lives long.
  const sources = others.filter((source) => source !== undefined);
  const pass = (event: Event): void => expiry.abort((event.target as AbortSignal).reason);
  for (const source of sources) {
    setMaxListeners(0, source);
    if (source.aborted) expiry.abort(source.reason);
    else source.addEventListener('abort', pass);
  }
  const end = (): void => {
    clearTimeout(timer);
    for (const source of sources) source.removeEventListener('abort', pass);
  };
  return { signal: expiry.signal, end };
}
