/**
 * The few kinds of failure that callers tell apart. Test them by `code`, never by message.
 *
 * - `input`: what the user gave is wrong (a file, a setting, a query); the message says how to mend it.
 * - `refused`: understood, but not allowed (a write on the read-only console).
 * - `limit`: a named limit was reached (time, memory, size).
 * - `unavailable`: a store or service can't be reached, is locked, or rejected the credentials.
 * - `notFound`: no such thing in the store.
 * - `internal`: our own fault.
 */
export type ErrorCode = 'input' | 'refused' | 'limit' | 'unavailable' | 'notFound' | 'internal';

export class LacunaError extends Error {
  readonly code: ErrorCode;
  /** More that helps to mend it: a hint, a position in a query, a file and line. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, string | number> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LacunaError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

export function isLacunaError(error: unknown, code?: ErrorCode): error is LacunaError {
  return error instanceof LacunaError && (code === undefined || error.code === code);
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
