import type { ErrorCode } from '../../graph/errors.ts';

/** A request or an answer that failed; the message is ours, but for a short piece of the source's own words. */
export class FetchFailure extends Error {
  readonly code: ErrorCode;
  /** Worth another try. */
  readonly isPassing: boolean;
  /** Milliseconds that the source asks to wait, 0 where it does not. */
  readonly retryAfterMs: number;

  constructor(
    message: string,
    options: { code?: ErrorCode; isPassing?: boolean; retryAfterMs?: number } = {},
  ) {
    super(message);
    this.name = 'FetchFailure';
    this.code = options.code ?? 'unavailable';
    this.isPassing = options.isPassing ?? false;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}

/** The answer isn't what the interface promises; it may be another time. */
export const notAsPromised = (what: string): FetchFailure =>
  new FetchFailure(`its answer is not what it promises: ${what}`, { isPassing: true });
