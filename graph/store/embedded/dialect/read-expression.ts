import { piece } from './piece.ts';
import { readCase, readList, readProjection, readSubquery } from './read-compound.ts';
import { readMap } from './read-map.ts';
import { readLabels, readPattern, startsPattern } from './read-pattern.ts';
import type { Piece } from './syntax.ts';
import { type TokenReader, Unreadable } from './token-reader.ts';
import { literalValue } from './tokens.ts';

/** Binding powers, weakest first, as in openCypher: all of them group to the left. */
const OPERATORS: readonly (readonly string[])[] = [['OR'], ['XOR'], ['AND']];
const COMPARISONS = ['=', '<>', '!=', '<=', '>=', '<', '>'];
/** Terms in a row: far more than the engine takes. */
const ROW = 500;

function refuseRow(reader: TokenReader, terms: number): void {
  if (terms > ROW) throw new Unreadable(reader.peek());
}
const QUANTIFIERS = new Set(['all', 'any', 'none', 'single']);

export const readExpression = (reader: TokenReader): Piece => reader.nested(() => readLogic(reader, 0));

function readLogic(reader: TokenReader, level: number): Piece {
  const words = OPERATORS[level];
  if (!words) return readNot(reader);
  let left = readLogic(reader, level + 1);
  for (let terms = 1; reader.isWord(words[0]!); terms++) {
    refuseRow(reader, terms);
    const name = reader.next().text.toUpperCase();
    left = piece(reader, 'binary', left.at, [left, readLogic(reader, level + 1)], { name });
    left.end = reader.end;
  }
  return left;
}

function readNot(reader: TokenReader): Piece {
  const { at } = reader.peek();
  if (!reader.takeWord('NOT')) return readComparison(reader);
  const operand = reader.nested(() => readNot(reader));
  return piece(reader, 'not', at, [operand]);
}

function readComparison(reader: TokenReader): Piece {
  const first = readTested(reader);
  const operands = [first];
  const names: string[] = [];
  while (COMPARISONS.includes(reader.peek().text) && reader.peek().kind === 'symbol') {
    names.push(reader.next().text);
    operands.push(readTested(reader));
  }
  if (names.length === 0) return first;
  return piece(reader, 'binary', first.at, operands, { name: names.join(' ') });
}

/** Tests by words: `IN`, `STARTS WITH`, `=~`, `IS NULL`, `:Label`. */
function readTested(reader: TokenReader): Piece {
  let left = readSum(reader);
  for (;;) {
    const infix = takeInfix(reader);
    if (infix) {
      left = piece(reader, 'binary', left.at, [left, readSum(reader)], { name: infix });
      left.end = reader.end;
    } else if (reader.isWord('IS')) {
      reader.next();
      const not = reader.takeWord('NOT');
      if (!reader.takeWord('NULL')) throw new Unreadable(reader.peek());
      left = piece(reader, 'isNull', left.at, [left], { name: not ? 'IS NOT NULL' : 'IS NULL' });
    } else return left;
  }
}

function takeInfix(reader: TokenReader): string | null {
  if (reader.take('=~')) return '=~';
  if (reader.takeWord('IN')) return 'IN';
  if (reader.takeWord('CONTAINS')) return 'CONTAINS';
  if (reader.isWord('STARTS ENDS') && reader.isWord('WITH', 1)) {
    const name = `${reader.next().text} ${reader.next().text}`;
    return name.toUpperCase();
  }
  return null;
}

const readSum = (reader: TokenReader): Piece => readLeft(reader, ['+', '-', '||'], readProduct);
const readProduct = (reader: TokenReader): Piece => readLeft(reader, ['*', '/', '%'], readPower);
const readPower = (reader: TokenReader): Piece => readLeft(reader, ['^'], readSigned);

function readLeft(reader: TokenReader, symbols: string[], operand: (reader: TokenReader) => Piece): Piece {
  let left = operand(reader);
  for (let terms = 1; reader.peek().kind === 'symbol' && symbols.includes(reader.peek().text); terms++) {
    refuseRow(reader, terms);
    const name = reader.next().text;
    left = piece(reader, 'binary', left.at, [left, operand(reader)], { name });
    left.end = reader.end;
  }
  return left;
}

function readSigned(reader: TokenReader): Piece {
  const { at } = reader.peek();
  if (!reader.isSymbol('-') && !reader.isSymbol('+')) return readPostfix(reader);
  const name = reader.next().text;
  return piece(reader, 'sign', at, [reader.nested(() => readSigned(reader))], { name });
}

function readPostfix(reader: TokenReader): Piece {
  let base = readAtom(reader);
  for (let terms = 1; ; terms++) {
    refuseRow(reader, terms);
    if (reader.take('.')) {
      base = piece(reader, 'property', base.at, [base], { name: reader.name() });
      base.end = reader.end;
    } else if (reader.take('[')) base = readBrackets(reader, base);
    else if (reader.isSymbol(':')) {
      const labels = readLabels(reader);
      base = { ...labels, kind: 'hasLabel', at: base.at, children: [base] };
    } else return base;
  }
}

function readBrackets(reader: TokenReader, base: Piece): Piece {
  const from = reader.isSymbol('..') ? null : readExpression(reader);
  if (!reader.take('..')) {
    reader.expect(']');
    return piece(reader, 'index', base.at, [base, from!]);
  }
  const to = reader.isSymbol(']') ? null : readExpression(reader);
  reader.expect(']');
  const flags = new Set([...(from ? ['from'] : []), ...(to ? ['to'] : [])]);
  return piece(reader, 'slice', base.at, [base, ...(from ? [from] : []), ...(to ? [to] : [])], { flags });
}

function readAtom(reader: TokenReader): Piece {
  const token = reader.peek();
  const { at, kind } = token;
  if (kind === 'number' || kind === 'string') {
    reader.next();
    return piece(reader, kind, at, [], { value: literalValue(token), name: token.text });
  }
  if (kind === 'parameter') {
    reader.next();
    return piece(reader, 'parameter', at, [], { name: token.text });
  }
  if (reader.isSymbol('(')) {
    if (startsPattern(reader)) return readPattern(reader);
    reader.next();
    const inner = readExpression(reader);
    reader.expect(')');
    return piece(reader, 'paren', at, [inner]);
  }
  if (reader.isSymbol('[')) return readList(reader);
  if (reader.isSymbol('{')) return readMap(reader);
  if (kind === 'name' || kind === 'word') return readWord(reader);
  throw new Unreadable(token);
}

function readWord(reader: TokenReader): Piece {
  const { at, kind, text } = reader.peek();
  const word = kind === 'word' ? text.toUpperCase() : '';
  if (word === 'CASE' && !reader.isSymbol('.', 1)) return readCase(reader);
  if (['EXISTS', 'COUNT', 'COLLECT'].includes(word) && reader.isSymbol('{', 1)) return readSubquery(reader);
  if (['SHORTESTPATH', 'ALLSHORTESTPATHS'].includes(word) && reader.isSymbol('(', 1))
    return readPattern(reader);
  if (word === 'TRUE' || word === 'FALSE') {
    reader.next();
    return piece(reader, 'boolean', at, [], { value: word === 'TRUE' });
  }
  if (word === 'NULL') {
    reader.next();
    return piece(reader, 'null', at, []);
  }
  const name = functionName(reader);
  if (name !== null) return readCall(reader, at, name);
  reader.name();
  if (reader.isSymbol('{') && kind === 'word') {
    return piece(reader, 'projection', at, readProjection(reader), { name: text });
  }
  return piece(reader, 'variable', at, [], { name: text });
}

/** `count`, `date.truncate` …, where an opening bracket follows; the reader stands behind that then. */
function functionName(reader: TokenReader): string | null {
  const parts = [reader.peek().text];
  let ahead = 1;
  while (reader.isSymbol('.', ahead) && reader.peek(ahead + 1).kind !== 'symbol') {
    parts.push(reader.peek(ahead + 1).text);
    ahead += 2;
  }
  if (!reader.isSymbol('(', ahead)) return null;
  reader.index += ahead + 1;
  return parts.join('.').toLowerCase();
}

function readCall(reader: TokenReader, at: number, name: string): Piece {
  if (QUANTIFIERS.has(name) && reader.isWord('IN', 1)) {
    const own = reader.name();
    reader.next();
    const list = readExpression(reader);
    const test = reader.takeWord('WHERE') ? [readExpression(reader)] : [];
    reader.expect(')');
    return piece(reader, 'quantifier', at, [list, ...test], { name, binds: [own] });
  }
  if (name === 'reduce') {
    const total = reader.name();
    reader.expect('=');
    const start = readExpression(reader);
    reader.expect(',');
    const own = reader.name();
    reader.expectWord('IN');
    const list = readExpression(reader);
    reader.expect('|');
    const body = readExpression(reader);
    reader.expect(')');
    return piece(reader, 'reduce', at, [start, list, body], { name, binds: [total, own] });
  }
  const flags = new Set(reader.takeWord('DISTINCT') ? ['distinct'] : []);
  const children: Piece[] = [];
  if (reader.isSymbol('*')) {
    const star = reader.next();
    children.push(piece(reader, 'star', star.at, []));
  } else if (!reader.isSymbol(')')) {
    do children.push(readExpression(reader));
    while (reader.take(','));
  }
  reader.expect(')');
  return piece(reader, 'call', at, children, { name, flags });
}
