import { createHash } from 'node:crypto';

const HEX_DIGITS = 16;

/** The first 16 lower-case hex digits of the SHA-256 of the text in UTF-8: an id that is the same on every run. */
export function hashId(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, HEX_DIGITS);
}
