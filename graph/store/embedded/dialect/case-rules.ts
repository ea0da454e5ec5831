import { literalText } from './comparison-rules.ts';
import { lacking, replaced } from './finding.ts';
import { isText } from './is-text.ts';
import type { Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';
import { isNumeric } from './types.ts';

/** Whether the engine can not take one for the other. */
function isClear(subject: Piece, value: Piece, rewriter: Rewriter): boolean {
  const types = [subject, value].map(rewriter.types.of);
  if (literalText(value, rewriter) || types.every((type) => type === 'string') || types.every(isNumeric))
    return true;
  return types.some((type) => type !== 'any' && type !== 'string' && !isNumeric(type));
}

function condition(subject: Piece, value: Piece, rewriter: Rewriter): string {
  const [a, b] = [rewriter.operand(subject), rewriter.operand(value)];
  return isClear(subject, value, rewriter) ? `${a} = ${b}` : `(${isText(a)} = ${isText(b)} AND ${a} = ${b})`;
}

const choice: Rule = ({ flags, children }, rewriter) => {
  if (flags?.has('extended')) {
    return lacking(
      'CASE with comparisons or several values after WHEN',
      'write CASE WHEN x > 3 THEN … WHEN x IN [1, 2] THEN … END',
    );
  }
  if (!flags?.has('subject')) return null;
  const [subject, ...rest] = children as [Piece, ...Piece[]];
  const otherwise = flags.has('else') ? rest.pop()! : null;
  const values = rest.filter((_, index) => index % 2 === 0);
  if (values.every((value) => isClear(subject, value, rewriter))) return null;
  const whens = values.map(
    (value, index) =>
      `WHEN ${condition(subject, value, rewriter)} THEN ${rewriter.write(rest[index * 2 + 1]!)}`,
  );
  const end = otherwise ? ` ELSE ${rewriter.write(otherwise)}` : '';
  return replaced(
    'CASE of numbers and texts',
    'The embedded engine takes text that looks like a number for that number, so the kind of value is compared too.',
    `CASE ${whens.join(' ')}${end} END`,
  );
};

export const CASE_RULES: readonly Rule[] = [choice];
