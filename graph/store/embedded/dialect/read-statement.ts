import { piece } from './piece.ts';
import { readExpression } from './read-expression.ts';
import { readPattern } from './read-pattern.ts';
import type { Piece } from './syntax.ts';
import { TokenReader, Unreadable } from './token-reader.ts';
import { type Token, tokenize } from './tokens.ts';

const CLAUSES = 'MATCH OPTIONAL WITH RETURN UNWIND CALL UNION FINISH';

/**
 * A statement that only reads, as clauses. Whatever else is in it (what writes, other languages' clauses,
 * mistakes) throws `Unreadable`.
 */
export function readStatement(text: string): { statement: Piece; names: readonly Token[] } {
  const reader = new TokenReader(tokenize(text), {
    expression: readExpression,
    clauses: readClauses,
    startsClause,
  });
  const children = readClauses(reader);
  reader.take(';');
  if (reader.peek().kind !== 'end') throw new Unreadable(reader.peek());
  return {
    statement: { kind: 'statement', at: 0, end: text.length, name: '', children },
    names: reader.names,
  };
}

const startsClause = (reader: TokenReader): boolean =>
  reader.isWord(CLAUSES) && !(reader.isSymbol('=', 1) && reader.isSymbol('(', 2));

function readClauses(reader: TokenReader): Piece[] {
  const clauses: Piece[] = [];
  while (startsClause(reader)) clauses.push(reader.nested(() => readClause(reader)));
  const ends = clauses.filter(
    (_, index) => index === clauses.length - 1 || clauses[index + 1]!.name === 'UNION',
  );
  if (clauses.length === 0 || !ends.every(canEnd)) throw new Unreadable(reader.peek());
  return clauses;
}

/** In a subquery of EXISTS or COUNT, a MATCH may be the last. */
const canEnd = ({ name }: Piece): boolean => /^(?:RETURN|FINISH|(?:OPTIONAL )?(?:CALL|MATCH))$/.test(name);

function readClause(reader: TokenReader): Piece {
  const { at } = reader.peek();
  const word = reader.next().text.toUpperCase();
  const more = { name: word, flags: new Set<string>() };
  if (word === 'OPTIONAL') {
    more.name = `OPTIONAL ${reader.peek().text.toUpperCase()}`;
    reader.expectWord('MATCH CALL');
  }
  if (more.name.endsWith('MATCH')) return readMatch(reader, at, more.name);
  if (more.name.endsWith('CALL')) return readCallClause(reader, at, more.name);
  if (word === 'FINISH') return piece(reader, 'clause', at, [], more);
  if (word === 'UNION') {
    if (reader.isWord('ALL DISTINCT')) more.flags.add(reader.next().text.toLowerCase());
    return piece(reader, 'clause', at, [], more);
  }
  if (word === 'UNWIND') {
    const list = readExpression(reader);
    reader.expectWord('AS');
    const alias = reader.name();
    return piece(reader, 'clause', at, [list], { ...more, binds: [alias] });
  }
  return readProjecting(reader, at, more);
}

function readMatch(reader: TokenReader, at: number, name: string): Piece {
  const children: Piece[] = [];
  do children.push(readPattern(reader));
  while (reader.take(','));
  const binds = [...new Set(children.flatMap((child) => child.binds ?? []))];
  children.push(...readWhere(reader));
  return piece(reader, 'clause', at, children, { name, binds });
}

function readWhere(reader: TokenReader): Piece[] {
  if (!reader.isWord('WHERE')) return [];
  const { at } = reader.next();
  return [piece(reader, 'clause', at, [readExpression(reader)], { name: 'WHERE' })].map(upToHere(reader));
}

const upToHere =
  (reader: TokenReader) =>
  (one: Piece): Piece => ({ ...one, end: reader.end });

/** `WITH` and `RETURN`: items, then order, skip, limit and condition. Flags: `distinct`, `star`. */
function readProjecting(
  reader: TokenReader,
  at: number,
  { name, flags }: { name: string; flags: Set<string> },
): Piece {
  if (reader.takeWord('DISTINCT')) flags.add('distinct');
  const children: Piece[] = [];
  if (reader.take('*')) flags.add('star');
  if (!flags.has('star') || reader.take(',')) {
    do children.push(readItem(reader));
    while (reader.take(','));
  }
  const binds = children.flatMap((child) => child.binds ?? []);
  if (reader.isWord('ORDER')) {
    const order = reader.next();
    reader.expectWord('BY');
    const keys: Piece[] = [];
    do {
      keys.push(readExpression(reader));
      reader.takeWord('ASC ASCENDING DESC DESCENDING');
    } while (reader.take(','));
    children.push(piece(reader, 'clause', order.at, keys, { name: 'ORDER BY' }));
  }
  while (reader.isWord('SKIP OFFSET LIMIT')) {
    const word = reader.next();
    const count = readExpression(reader);
    children.push(piece(reader, 'clause', word.at, [count], { name: word.text.toUpperCase() }));
  }
  if (name === 'WITH') children.push(...readWhere(reader));
  return piece(reader, 'clause', at, children, { name, binds, flags });
}

/** Its name is its alias, or the variable that it is. */
function readItem(reader: TokenReader): Piece {
  const { at } = reader.peek();
  const expression = readExpression(reader);
  const flags = new Set<string>();
  let name = expression.kind === 'variable' ? expression.name : '';
  if (reader.takeWord('AS')) {
    flags.add('alias');
    name = reader.name();
  }
  return piece(reader, 'item', at, [expression], { name, binds: name ? [name] : [], flags });
}

/** Flags: `subquery`, with `scoped` where variables are named before it and `all` where they are `*`. */
function readCallClause(reader: TokenReader, at: number, name: string): Piece {
  const flags = new Set<string>();
  const children: Piece[] = [];
  if (reader.isSymbol('{') || reader.isSymbol('(')) {
    flags.add('subquery');
    if (reader.take('(')) {
      flags.add('scoped');
      if (reader.take('*')) flags.add('all');
      else if (!reader.isSymbol(')')) {
        do {
          const token = reader.peek();
          children.push(piece(reader, 'variable', token.at, [], { name: reader.name() }));
        } while (reader.take(','));
      }
      for (const child of children) child.end = child.at;
      reader.expect(')');
    }
    reader.expect('{');
    children.push(...readClauses(reader));
    reader.expect('}');
    if (reader.isWord('IN')) throw new Unreadable(reader.peek());
    return piece(reader, 'clause', at, children, { name, flags, binds: columnsOf(children) });
  }
  let called = reader.name();
  while (reader.take('.')) called += `.${reader.name()}`;
  if (reader.take('(') && !reader.take(')')) {
    do children.push(readExpression(reader));
    while (reader.take(','));
    reader.expect(')');
  }
  const binds: string[] = [];
  if (reader.takeWord('YIELD') && !reader.take('*')) {
    do {
      const column = reader.name();
      binds.push(reader.takeWord('AS') ? reader.name() : column);
    } while (reader.take(','));
    children.push(...readWhere(reader));
  }
  return piece(reader, 'clause', at, children, { name, flags: new Set([called]), binds });
}

function columnsOf(clauses: readonly Piece[]): string[] {
  return clauses.findLast((clause) => clause.name === 'RETURN')?.binds ?? [];
}
