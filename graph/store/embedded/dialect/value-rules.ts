import { lacking, replaced } from './finding.ts';
import { isText } from './is-text.ts';
import { FLOATS_AS_TEXT, numberAsText } from './number-text.ts';
import type { Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';
import { isNumeric } from './types.ts';

const power: Rule = (piece, rewriter) => {
  const [left, right] = piece.children as [Piece, Piece];
  if (piece.name !== '^' || left.kind !== 'binary' || left.name !== '^') return null;
  const text = `(${rewriter.write(left)}) ^ ${rewriter.write(right)}`;
  return replaced(
    'a ^ b ^ c',
    'Powers are taken from the left; the embedded engine takes them from the right.',
    text,
  );
};

const sum: Rule = (piece, rewriter) => {
  if (piece.name === '||') {
    const [left, right] = piece.children as [Piece, Piece];
    return lacking('||', 'write +', `${rewriter.write(left)} + ${rewriter.write(right)}`);
  }
  if (piece.name !== '+') return null;
  const types = piece.children.map(rewriter.types.of);
  if (types.includes('list')) return listSum(piece, rewriter);
  return types.includes('string') ? textSum(piece, rewriter) : null;
};

/** The engine joins lists, but does not add elements to them. */
function listSum({ children }: Piece, { types, operand }: Rewriter) {
  const other = children.findIndex((child) => types.of(child) !== 'list');
  if (other < 0 || types.of(children[other]!) === 'null') return null;
  const text = operand(children[other]!);
  const list = operand(children[1 - other]!);
  const joined = (element: string): string => (other === 0 ? `${element} + ${list}` : `${list} + ${element}`);
  const known = types.of(children[other]!) !== 'any';
  const whole = known ? '' : ` WHEN ${text}[0..0] IS NOT NULL AND NOT ${isText(text)} THEN ${joined(text)}`;
  return replaced(
    'an element added to a list',
    'The embedded engine gives null for a list + an element, so the element is put into a list of its own.',
    `CASE WHEN ${text} IS NULL THEN null${whole} ELSE ${joined(`[${text}]`)} END`,
  );
}

function textSum({ children }: Piece, { types, operand }: Rewriter) {
  const [left, right] = children as [Piece, Piece];
  const [leftType, rightType] = [types.of(left), types.of(right)];
  const message = 'The embedded engine gives null for a number + text, so the number is made text first.';
  if (isNumeric(leftType) && rightType === 'string') {
    const number = operand(left);
    const text = leftType === 'float' ? numberAsText(number) : `toString(${number})`;
    return replaced('a number + text', message, `(${text}) + ${operand(right)}`);
  }
  if (leftType === 'any' && rightType === 'string') {
    const [a, b] = [operand(left), operand(right)];
    return replaced(
      'a number + text',
      message,
      `CASE WHEN ${a} * 0 IS NOT NULL THEN (${numberAsText(a)}) + ${b} ELSE ${a} + ${b} END`,
    );
  }
  if (leftType === 'string' && rightType === 'float') {
    return replaced('text + a float', FLOATS_AS_TEXT, `${operand(left)} + (${numberAsText(operand(right))})`);
  }
  return null;
}

const TEMPORAL = new Set(['date', 'datetime', 'localdatetime', 'time', 'localtime', 'duration']);

const ofTemporal: Rule = (piece, rewriter) => {
  const [base] = piece.children as [Piece];
  const inner = base.kind === 'paren' ? base.children[0]! : base;
  if (inner.kind === 'null') return lacking('property of null', 'leave it out', 'null');
  if (inner.kind !== 'call' || !TEMPORAL.has(inner.name)) return null;
  const call = rewriter.source(inner);
  if (/^epoch/i.test(piece.name))
    return lacking(`.${piece.name}`, 'compare the dates themselves, or store the number');
  return lacking(`${call}.${piece.name} in one`, `name it first: WITH ${call} AS d RETURN d.${piece.name}`);
};

export const SUM_RULES: readonly Rule[] = [power, sum];
export const PROPERTY_RULES: readonly Rule[] = [ofTemporal];
