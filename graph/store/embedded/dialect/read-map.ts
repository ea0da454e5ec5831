import { piece } from './piece.ts';
import type { Piece } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

export function readMap(reader: TokenReader, kind: 'map' | 'properties' = 'map'): Piece {
  const { at } = reader.peek();
  reader.expect('{');
  const children: Piece[] = [];
  if (!reader.isSymbol('}')) {
    do children.push(readEntry(reader));
    while (reader.take(','));
  }
  reader.expect('}');
  return piece(reader, kind, at, children);
}

export function readEntry(reader: TokenReader): Piece {
  const { at } = reader.peek();
  const name = reader.name();
  reader.expect(':');
  return piece(reader, 'entry', at, [reader.expression()], { name });
}
