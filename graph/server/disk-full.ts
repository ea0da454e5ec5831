import { LacunaError, messageOf } from '../errors.ts';

const SIGNS = /\b(?:ENOSPC|EDQUOT|no space left|disk quota exceeded)\b/i;

/** Whether a failure, or what caused it, is that nothing more can be written to the disk. */
export function isDiskFull(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || SIGNS.test(messageOf(one))) return true;
  }
  return false;
}

export const diskFull = (cause: unknown): LacunaError =>
  new LacunaError('limit', "The server's disk is full: make room there, then try again.", {
    cause,
    details: { limit: 'disk' },
  });
