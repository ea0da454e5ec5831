/** Why a document has no answer that can be used; what the report counts by. */
export type FailureReason =
  | 'bad JSON'
  | 'empty answer'
  | 'refusal'
  | 'cut off'
  | 'time-out'
  | 'no connection'
  | 'rate limit'
  | 'server error'
  | 'request refused'
  | 'redirect'
  | 'answer too large'
  | 'budget spent'
  | 'given up';

/** A request or an answer that failed. Its message is the reason alone: no address, no header, no text of a server. */
export class LlmFailure extends Error {
  readonly reason: FailureReason;
  /** Worth another try. */
  readonly isPassing: boolean;
  /** Another document would fare no better: a wrong key, address or model, or no money left. */
  readonly isFinal: boolean;
  /** Milliseconds that the server asks to wait, where it does. */
  readonly retryAfterMs: number;

  constructor(
    reason: FailureReason,
    options: { isPassing?: boolean; isFinal?: boolean; retryAfterMs?: number } = {},
  ) {
    super(reason);
    this.name = 'LlmFailure';
    this.reason = reason;
    this.isPassing = options.isPassing ?? false;
    this.isFinal = options.isFinal ?? false;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}
