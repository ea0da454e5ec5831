import { piece } from './piece.ts';
import { readEntry } from './read-map.ts';
import { readPattern, startsPattern } from './read-pattern.ts';
import type { Piece } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

const COMPARISONS = ['=', '<>', '!=', '<=', '>=', '<', '>'];

export function readList(reader: TokenReader): Piece {
  const { at } = reader.next();
  if (reader.isWord('IN', 1) && !reader.isSymbol('[')) {
    const own = reader.name();
    reader.next();
    const list = reader.expression();
    const test = reader.takeWord('WHERE') ? [reader.expression()] : [];
    const result = reader.take('|') ? [reader.expression()] : [];
    reader.expect(']');
    const flags = new Set([...(test.length > 0 ? ['where'] : []), ...(result.length > 0 ? ['result'] : [])]);
    return piece(reader, 'comprehension', at, [list, ...test, ...result], { binds: [own], flags });
  }
  const named = reader.isSymbol('=', 1) && reader.isSymbol('(', 2);
  if (named || startsPattern(reader)) {
    const pattern = readPattern(reader);
    const test = reader.takeWord('WHERE') ? [reader.expression()] : [];
    reader.expect('|');
    const result = reader.expression();
    reader.expect(']');
    const binds = pattern.binds ?? [];
    return piece(reader, 'patternComprehension', at, [pattern, ...test, result], { binds });
  }
  const children: Piece[] = [];
  if (!reader.isSymbol(']')) {
    do children.push(reader.expression());
    while (reader.take(','));
  }
  reader.expect(']');
  return piece(reader, 'list', at, children);
}

export function readProjection(reader: TokenReader): Piece[] {
  reader.expect('{');
  const children: Piece[] = [];
  if (!reader.isSymbol('}')) {
    do {
      const { at } = reader.peek();
      if (reader.take('.')) {
        const name = reader.take('*') ? '*' : reader.name();
        children.push(piece(reader, 'entry', at, [], { name, flags: new Set(['own']) }));
      } else if (reader.isSymbol(':', 1)) children.push(readEntry(reader));
      else children.push(piece(reader, 'variable', at, [], { name: reader.name() }));
    } while (reader.take(','));
  }
  reader.expect('}');
  return children;
}

export function readCase(reader: TokenReader): Piece {
  const { at } = reader.next();
  const flags = new Set<string>();
  const children: Piece[] = [];
  if (!reader.isWord('WHEN')) {
    flags.add('subject');
    children.push(reader.expression());
  }
  while (reader.takeWord('WHEN')) {
    if (reader.peek().kind === 'symbol' && COMPARISONS.includes(reader.peek().text)) {
      flags.add('extended');
      reader.next();
    }
    children.push(reader.expression());
    while (reader.take(',')) {
      flags.add('extended');
      children.push(reader.expression());
    }
    reader.expectWord('THEN');
    children.push(reader.expression());
  }
  if (reader.takeWord('ELSE')) {
    flags.add('else');
    children.push(reader.expression());
  }
  reader.expectWord('END');
  return piece(reader, 'case', at, children, { flags });
}

/** `EXISTS { … }`, with whole clauses in it or only a pattern. */
export function readSubquery(reader: TokenReader): Piece {
  const { at } = reader.peek();
  const name = reader.next().text.toUpperCase();
  reader.expect('{');
  const children = reader.grammar.startsClause(reader) ? reader.grammar.clauses(reader) : readBare(reader);
  reader.expect('}');
  return piece(reader, 'subquery', at, children, { name });
}

function readBare(reader: TokenReader): Piece[] {
  const children: Piece[] = [];
  do children.push(readPattern(reader));
  while (reader.take(','));
  if (reader.takeWord('WHERE')) children.push(reader.expression());
  return children;
}
