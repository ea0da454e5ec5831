import type { Kind, Piece } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

/** A piece from `at` to the end of what was read last. */
export const piece = (
  reader: TokenReader,
  kind: Kind,
  at: number,
  children: Piece[],
  more: Partial<Piece> = {},
): Piece => ({ kind, at, end: reader.end, name: '', children, ...more });
