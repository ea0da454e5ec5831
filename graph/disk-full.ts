import { isLacunaError, LacunaError, messageOf } from './errors.ts';

const SIGNS = /\b(?:ENOSPC|EDQUOT|no space left|disk quota exceeded)\b/i;
const LIMIT = 'disk';

/** Whether a failure, or what caused it, is that nothing more can be written to the disk. */
export function isDiskFull(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as NodeJS.ErrnoException;
    if (isLacunaError(one, 'limit') && one.details.limit === LIMIT) return true;
    if (code === 'ENOSPC' || code === 'EDQUOT' || SIGNS.test(messageOf(one))) return true;
  }
  return false;
}

/** `limit` with `details.limit` "disk"; the message says where the disk is, and what to do. */
export const diskFull = (message: string, cause?: unknown): LacunaError =>
  new LacunaError('limit', message, { cause, details: { limit: LIMIT } });
