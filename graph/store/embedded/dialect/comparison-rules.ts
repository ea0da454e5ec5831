import { refused, replaced } from './finding.ts';
import { isText } from './is-text.ts';
import type { Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';
import { isNumeric, type Type } from './types.ts';

const NUMBER_LIKE = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|inf|infinity|nan)$/i;
const ORDER = new Set(['<', '>', '<=', '>=']);
const EQUALITY = new Set(['=', '<>', '!=']);
const COERCED = 'The embedded engine takes text that looks like a number for that number';

/** A string that the engine may take for a number. */
function looksNumeric(piece: Piece, { types }: Rewriter): boolean {
  if (types.of(piece) !== 'string') return false;
  const value = types.value(piece);
  return typeof value === 'string' ? NUMBER_LIKE.test(value) : true;
}

const isLiteral = ({ kind }: Piece): boolean => ['string', 'number', 'parameter', 'boolean'].includes(kind);

/** Text that nobody takes for a number. */
export const literalText = (piece: Piece, rewriter: Rewriter): boolean =>
  typeof rewriter.types.value(piece) === 'string' && !looksNumeric(piece, rewriter);

const neverEqual = (operands: readonly Piece[], equal: boolean, { operand }: Rewriter): string => {
  const doubtful = operands.filter((piece) => !isLiteral(piece)).map((piece) => `${operand(piece)} IS NULL`);
  if (doubtful.length === 0) return String(!equal);
  return `CASE WHEN ${doubtful.join(' OR ')} THEN null ELSE ${!equal} END`;
};

const equality: Rule = (piece, rewriter) => {
  if (!EQUALITY.has(piece.name)) return null;
  const equal = piece.name === '=';
  const [left, right] = piece.children as [Piece, Piece];
  const types = [rewriter.types.of(left), rewriter.types.of(right)] as [Type, Type];
  if (types.includes('list')) return listsOfKinds(piece, rewriter) ?? listsWithNull(piece, rewriter);
  if (types.includes('map') && !types.includes('null')) {
    return refused(
      'equality of maps',
      `${COERCED[0]!.toLowerCase()}${COERCED.slice(1)}, in maps too`,
      'compare their values: a.x = b.x',
    );
  }
  for (const [one, other, type] of [
    [left, right, types[1]],
    [right, left, types[0]],
  ] as const) {
    const numeric = isNumeric(rewriter.types.of(one));
    if (!numeric && !looksNumeric(one, rewriter)) continue;
    const opposite = numeric ? looksNumeric(other, rewriter) : isNumeric(type);
    if (opposite) {
      return replaced(
        'a number compared with text',
        `${COERCED}, so they are never equal here.`,
        neverEqual([one, other], equal, rewriter),
      );
    }
    if (type !== 'any' || !isLiteral(one)) continue;
    const [a, same] = [rewriter.operand(other), rewriter.spliced(piece)];
    const text = numeric
      ? `CASE WHEN ${a} STARTS WITH '' THEN ${!equal} ELSE ${same} END`
      : `CASE WHEN ${a} STARTS WITH '' THEN ${same} WHEN ${a} IS NULL THEN null ELSE ${!equal} END`;
    return replaced('a number compared with text', `${COERCED}, so the kind of value is compared too.`, text);
  }
  return literalText(left, rewriter) || literalText(right, rewriter)
    ? null
    : ofUnknownKind(piece, equal, rewriter);
};

/** Lists that can not hold null: the stored ones, and what these functions give. */
function isWhole(piece: Piece): boolean {
  if (piece.kind === 'paren') return isWhole(piece.children[0]!);
  if (piece.kind === 'list') {
    return piece.children.every((one) => one.kind !== 'null' && (one.kind !== 'list' || isWhole(one)));
  }
  if (piece.kind === 'property') return true;
  return (
    piece.kind === 'call' &&
    ['keys', 'labels', 'split', 'range', 'nodes', 'relationships', 'collect'].includes(piece.name)
  );
}

/** Text and numbers are told apart in what stands alone only. */
function listsOfKinds(piece: Piece, { types }: Rewriter) {
  const [one, other] = piece.children.map((child) => types.ofElement(child)) as [Type, Type];
  const lists = piece.children.filter((child) => types.of(child) === 'list');
  const mixed = (isNumeric(one) && other === 'string') || (one === 'string' && isNumeric(other));
  if (lists.length < 2 || !mixed) return null;
  return refused(
    'equality of a list of texts and one of numbers',
    `${COERCED[0]!.toLowerCase()}${COERCED.slice(1)}, in lists too`,
    'compare their elements',
  );
}

function listsWithNull(piece: Piece, rewriter: Rewriter) {
  const whole = piece.children.filter(
    (child) => child.kind === 'null' || rewriter.types.of(child) !== 'list' || isWhole(child),
  );
  if (whole.length === 2 || (whole.length === 1 && rewriter.positive.has(piece))) return null;
  return refused(
    'equality of lists that may hold null',
    'the embedded engine takes two nulls in lists for equal',
    'compare sizes and elements: size(a) = size(b) AND all(i IN range(0, size(a) - 1) WHERE a[i] = b[i])',
  );
}

/** Both sides are only known when it runs: they are equal only where both are text, or neither is. */
function ofUnknownKind(piece: Piece, equal: boolean, rewriter: Rewriter) {
  const [left, right] = piece.children as [Piece, Piece];
  const kinds = [rewriter.types.of(left), rewriter.types.of(right)];
  const unknown = kinds.indexOf('any');
  const other = kinds[1 - unknown]!;
  if (unknown < 0) return null;
  const [a, b, same] = [rewriter.operand(left), rewriter.operand(right), `(${rewriter.spliced(piece)})`];
  const message = `${COERCED}, so the kind of value is compared too.`;
  const construct = 'values of which one may be a number and one text';
  const doubt = unknown === 0 ? a : b;
  if (equal && rewriter.positive.has(piece) && (other === 'string' || isNumeric(other))) {
    return replaced(construct, message, `(${same} AND ${other === 'string' ? '' : 'NOT '}${isText(doubt)})`);
  }
  if (other !== 'any' && other !== 'string' && !isNumeric(other)) return null;
  return replaced(
    construct,
    message,
    `CASE WHEN ${a} IS NOT NULL AND ${b} IS NOT NULL AND ${isText(a)} <> ${isText(b)} THEN ${!equal} ELSE ${same} END`,
  );
}

const order: Rule = (piece, { types }) => {
  if (!piece.name.split(' ').some((name) => ORDER.has(name))) return null;
  const found = piece.children.map(types.of);
  if (found.includes('boolean')) {
    return refused(
      'booleans put in order',
      'the embedded engine gives null for < and > between booleans',
      'write a = true, or compare numbers: CASE WHEN a THEN 1 ELSE 0 END',
    );
  }
  if (found.includes('list')) {
    return refused(
      'lists put in order',
      'the embedded engine gives null for < and > between lists',
      'compare their elements: a[0] < b[0]',
    );
  }
  const mixed = found.includes('string') && found.some(isNumeric);
  return mixed
    ? replaced('a number compared with text', `${COERCED}; compared in order they give null.`, 'null')
    : null;
};

const membership: Rule = (piece, rewriter) => {
  if (piece.name !== 'IN') return null;
  const [member, list] = piece.children as [Piece, Piece];
  return mixedMembers(piece, member, list, rewriter) ?? emptyList(piece, member, list, rewriter);
};

function neverAmong(member: Piece, list: Piece, { operand }: Rewriter): string {
  const [a, of] = [operand(member), operand(list)];
  return `CASE WHEN ${of} IS NULL THEN null WHEN size(${of}) = 0 THEN false WHEN ${a} IS NULL THEN null ELSE false END`;
}

function mixedMembers(piece: Piece, member: Piece, list: Piece, rewriter: Rewriter) {
  const type = rewriter.types.of(member);
  if (list.kind !== 'list' || list.children.length === 0) {
    const held = rewriter.types.ofElement(list);
    const mixed = (isNumeric(type) && held === 'string') || (type === 'string' && isNumeric(held));
    if (!mixed) return ofItsKind(piece, member, list, rewriter);
    return replaced(
      'a number sought among texts',
      `${COERCED}, so it is never found here.`,
      neverAmong(member, list, rewriter),
    );
  }
  const bad = list.children.filter((one) => {
    if (isNumeric(type)) return looksNumeric(one, rewriter);
    return type === 'string' && isNumeric(rewriter.types.of(one)) && looksNumeric(member, rewriter);
  });
  if (bad.length > 0) {
    const kept = list.children.filter((one) => !bad.includes(one)).map(rewriter.write);
    const text =
      kept.length > 0
        ? `${rewriter.operand(member)} IN [${kept.join(', ')}]`
        : neverEqual([member], true, rewriter);
    return replaced(
      'a number sought among texts',
      `${COERCED}, so only values of its kind are looked for.`,
      text,
    );
  }
  if (type !== 'any') return null;
  const numbers = list.children.some((one) => isNumeric(rewriter.types.of(one)));
  const texts = list.children.some((one) => looksNumeric(one, rewriter));
  const [a, same] = [rewriter.operand(member), rewriter.spliced(piece)];
  if (numbers && list.children.some((one) => rewriter.types.of(one) === 'string')) {
    return refused(
      'a list of numbers and texts',
      'the embedded engine takes text that looks like a number for that number',
      'look for the numbers and the texts apart: x IN [1] OR x IN ["a"]',
    );
  }
  if (numbers) {
    return replaced(
      'a number compared with text',
      `${COERCED}, so the kind of value is compared too.`,
      `CASE WHEN ${a} STARTS WITH '' THEN false ELSE ${same} END`,
    );
  }
  return texts
    ? replaced(
        'a number compared with text',
        `${COERCED}, so the kind of value is compared too.`,
        `CASE WHEN ${a} STARTS WITH '' THEN ${same} WHEN ${a} IS NULL THEN null ELSE false END`,
      )
    : null;
}

/** A list of which is only known when it runs whether it holds text, numbers or both. */
function ofItsKind(piece: Piece, member: Piece, list: Piece, rewriter: Rewriter) {
  const [type, held] = [rewriter.types.of(member), rewriter.types.ofElement(list)];
  const open = (one: Type): boolean => one === 'any' || one === 'string' || isNumeric(one);
  // Where both are known they are of one kind; text that looks like no number is taken for none.
  if (!open(type) || !open(held) || (type !== 'any' && held !== 'any')) return null;
  if (literalText(member, rewriter) || isEmptyList(list, rewriter)) return null;
  const [a, name] = [rewriter.operand(member), rewriter.name()];
  const of = rewriter.operand(list);
  const kept = `[${name} IN ${of} WHERE ${name} IS NULL OR ${isText(name)} = ${isText(a)}]`;
  return replaced(
    'a list that may hold numbers and texts',
    `${COERCED}, so only values of its kind are looked for.`,
    `CASE WHEN ${a} IS NULL THEN (size(${of}) > 0 AND ${rewriter.spliced(piece)}) ELSE ${a} IN ${kept} END`,
  );
}

function isEmptyList(list: Piece, { types }: Rewriter): boolean {
  const value = types.value(list);
  return (list.kind === 'list' && list.children.length === 0) || (Array.isArray(value) && value.length === 0);
}

function emptyList(piece: Piece, member: Piece, list: Piece, rewriter: Rewriter) {
  if (rewriter.positive.has(piece) || (isLiteral(member) && rewriter.types.of(member) !== 'null'))
    return null;
  const message = 'Null is in no empty list, of which the embedded engine is not sure.';
  const same = `${rewriter.operand(member)} IN ${rewriter.operand(list)}`;
  if (isEmptyList(list, rewriter)) {
    return replaced('null sought in an empty list', message, `(false AND ${same})`);
  }
  if (list.kind === 'list' || list.kind === 'parameter' || list.kind === 'call') return null;
  return replaced('null sought in an empty list', message, `(size(${rewriter.write(list)}) > 0 AND ${same})`);
}

export const COMPARISON_RULES: readonly Rule[] = [equality, order, membership];
