import { type ErrorCode, isLacunaError } from '../../graph/errors.ts';

/** Documented in docs/cli.md; scripts may rely on them. */
export const EXIT = {
  ok: 0,
  internal: 1,
  input: 2,
  refused: 3,
  limit: 4,
  unavailable: 5,
  notFound: 6,
  interrupted: 130,
} as const;

const BY_CODE: Record<ErrorCode, number> = {
  input: EXIT.input,
  refused: EXIT.refused,
  limit: EXIT.limit,
  unavailable: EXIT.unavailable,
  notFound: EXIT.notFound,
  internal: EXIT.internal,
};

export const exitCodeOf = (error: unknown): number =>
  isLacunaError(error) ? BY_CODE[error.code] : EXIT.internal;
