import { piece } from './piece.ts';
import { readMap } from './read-map.ts';
import type { Piece } from './syntax.ts';
import { type TokenReader, Unreadable } from './token-reader.ts';

/** Whether what opens here is a node of a pattern, and no expression in brackets. */
export function startsPattern(reader: TokenReader): boolean {
  if (reader.isWord('SHORTESTPATH ALLSHORTESTPATHS') && reader.isSymbol('(', 1)) return true;
  if (!reader.isSymbol('(')) return false;
  const ahead = reader.closesAhead();
  if (ahead === 0) return false;
  const first = reader.peek(1);
  const named = first.kind === 'word' || first.kind === 'name';
  const second = named ? reader.peek(2) : first;
  if (![')', ':', '{'].includes(second.text) && !reader.isWord('WHERE', 2)) return false;
  const after = (distance: number): string =>
    reader.peek(ahead + distance).kind === 'symbol' ? reader.peek(ahead + distance).text : '';
  if (after(1) === '<' && after(2) === '-') return after(3) === '[' || after(3) === '-';
  return after(1) === '-' && ['[', '-'].includes(after(2));
}

/**
 * `name = (a)-[r:T*1..3]->(b)`, also within `shortestPath(…)`. Flags: `shortest` where a function searches;
 * `selector`, `group` and `quantified` for what only Neo4j understands.
 */
export function readPattern(reader: TokenReader): Piece {
  const { at } = reader.peek();
  const binds: string[] = [];
  const flags = new Set<string>();
  const path = reader.isSymbol('=', 1) ? reader.name() : '';
  if (path) {
    reader.next();
    binds.push(path);
  }
  if (reader.isWord('SHORTEST ANY ALL')) readSelector(reader, flags);
  const searched = reader.takeWord('SHORTESTPATH ALLSHORTESTPATHS');
  if (searched) {
    flags.add('shortest');
    reader.expect('(');
  }
  const children = readElements(reader, flags);
  if (searched) reader.expect(')');
  binds.push(...children.flatMap((child) => child.binds ?? []));
  if (path && children.length === 1) flags.add('single');
  return piece(reader, 'pattern', at, children, { name: path, binds: [...new Set(binds)], flags });
}

function readSelector(reader: TokenReader, flags: Set<string>): void {
  flags.add('selector');
  while (reader.isWord('SHORTEST ANY ALL GROUP GROUPS PATH PATHS') || reader.peek().kind === 'number')
    reader.next();
}

function readElements(reader: TokenReader, flags: Set<string>): Piece[] {
  const children: Piece[] = [];
  for (;;) {
    if (reader.isSymbol('(')) children.push(...readNodeOrGroup(reader, flags));
    else if (reader.isSymbol('-') || (reader.isSymbol('<') && reader.isSymbol('-', 1)))
      children.push(readRelation(reader, flags));
    else break;
  }
  if (children[0]?.kind !== 'node') throw new Unreadable(reader.peek());
  return children;
}

function readNodeOrGroup(reader: TokenReader, flags: Set<string>): Piece[] {
  if (!reader.isSymbol('(', 1) && !(reader.isSymbol('=', 2) && reader.isSymbol('(', 3))) {
    return [readNode(reader)];
  }
  flags.add('group');
  reader.next();
  const inner = reader.nested(() => readPattern(reader));
  const test = reader.takeWord('WHERE') ? [reader.expression()] : [];
  reader.expect(')');
  readQuantifier(reader, flags);
  return [...inner.children, ...test];
}

function readNode(reader: TokenReader): Piece {
  const { at } = reader.peek();
  reader.expect('(');
  const name = namesSomething(reader) ? reader.name() : '';
  const flags = new Set<string>();
  const children = readFillings(reader, flags);
  reader.expect(')');
  return piece(reader, 'node', at, children, { name, binds: name ? [name] : [], flags });
}

const namesSomething = (reader: TokenReader): boolean =>
  reader.peek().kind === 'name' || (reader.peek().kind === 'word' && !reader.isWord('WHERE'));

/** Labels, properties and a condition of a node or relation. */
function readFillings(reader: TokenReader, flags: Set<string>): Piece[] {
  const children: Piece[] = [];
  if (reader.isSymbol(':') || reader.isWord('IS')) children.push(readLabels(reader));
  if (reader.isSymbol('*')) readRange(reader, flags);
  if (reader.isSymbol('{')) children.push(readMap(reader, 'properties'));
  else if (reader.peek().kind === 'parameter') {
    const { at, text } = reader.next();
    children.push(piece(reader, 'parameter', at, [], { name: text, flags: new Set(['properties']) }));
  }
  if (reader.isWord('WHERE')) {
    const { at } = reader.next();
    children.push(piece(reader, 'inlineWhere', at, [reader.expression()]));
  }
  return children;
}

/** Flags: `or`, `and`, `not`, `any`, `dynamic`, `is` by what stands in it beside labels. */
export function readLabels(reader: TokenReader): Piece {
  const { at } = reader.next();
  const flags = new Set<string>(reader.end - at > 1 ? ['is'] : []);
  const from = reader.end;
  for (;;) {
    if (reader.take('!')) flags.add('not');
    else if (reader.take('(')) flags.add('bracket');
    else if (reader.take('%')) {
      flags.add('any');
      if (!continues(reader, flags)) break;
    } else if (reader.isSymbol('$')) {
      flags.add('dynamic');
      reader.next();
      reader.expect('(');
      reader.expression();
      reader.expect(')');
      if (!continues(reader, flags)) break;
    } else {
      reader.name();
      if (!continues(reader, flags)) break;
    }
  }
  return piece(reader, 'labels', at, [], { name: String(from), flags });
}

function continues(reader: TokenReader, flags: Set<string>): boolean {
  while (flags.has('bracket') && reader.isSymbol(')')) {
    const inside = /[|&:]/.test(reader.peek(1).text) || reader.isSymbol(')', 1);
    reader.next();
    if (!inside) break;
  }
  if (reader.take('|')) {
    reader.take(':');
    flags.add('or');
    return true;
  }
  if (reader.take('&')) {
    flags.add('and');
    return true;
  }
  if (!reader.isSymbol(':')) return false;
  reader.next();
  flags.add('colon');
  return true;
}

function readRange(reader: TokenReader, flags: Set<string>): void {
  reader.next();
  flags.add('range');
  if (reader.peek().kind === 'number') reader.next();
  if (reader.take('..') && reader.peek().kind === 'number') reader.next();
}

function readRelation(reader: TokenReader, flags: Set<string>): Piece {
  const { at } = reader.peek();
  const own = new Set<string>();
  let name = '';
  let children: Piece[] = [];
  reader.take('<');
  reader.expect('-');
  if (reader.take('[')) {
    if (namesSomething(reader)) name = reader.name();
    children = readFillings(reader, own);
    reader.expect(']');
  }
  reader.expect('-');
  reader.take('>');
  const before = reader.index;
  readQuantifier(reader, own);
  if (reader.index > before) flags.add('quantified');
  return piece(reader, 'relation', at, children, { name, binds: name ? [name] : [], flags: own });
}

/** `+`, `*` or `{1,3}` behind a relation or a group. */
function readQuantifier(reader: TokenReader, flags: Set<string>): void {
  if (reader.take('+')) flags.add('plus');
  else if (reader.take('*')) flags.add('any');
  else if (reader.isSymbol('{')) {
    flags.add('counted');
    while (!reader.take('}')) {
      if (reader.peek().kind === 'end') throw new Unreadable(reader.peek());
      reader.next();
    }
  }
}
