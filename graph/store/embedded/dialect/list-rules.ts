import { refused, replaced } from './finding.ts';
import { quoted } from './quoted.ts';
import type { Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';

/** The engine answers yes or no where null is right, so the tests are joined by OR and AND themselves. */
const quantifier: Rule = (piece, rewriter) => {
  const [list, test] = piece.children as [Piece, Piece | undefined];
  const { name } = piece;
  if (!test || (rewriter.positive.has(piece) && (name === 'any' || name === 'all'))) return null;
  const [own, total] = [quoted(piece.binds![0]!), rewriter.name()];
  const [of, is] = [rewriter.write(list), `(${rewriter.write(test)})`];
  const any = `reduce(${total} = false, ${own} IN ${of} | ${total} OR ${is})`;
  const some = (condition: string): string => `size([${own} IN ${of} WHERE ${condition}])`;
  const texts: Record<string, string> = {
    any,
    none: `NOT ${any}`,
    all: `reduce(${total} = true, ${own} IN ${of} | ${total} AND ${is})`,
    single: `CASE WHEN ${some(is)} > 1 THEN false WHEN ${some(`${is} IS NULL`)} > 0 THEN null ELSE ${some(is)} = 1 END`,
  };
  const message = `Where a test is null, ${name}() is null or not yet decided; the embedded engine decides.`;
  return replaced(`${name}() over what may be null`, message, `(${texts[name]})`);
};

const NOT_NEGATIVE = new Set(['size', 'length', 'count']);

const slice: Rule = (piece, rewriter) => {
  const [list, ...bounds] = piece.children as [Piece, ...Piece[]];
  if (bounds.some((bound) => rewriter.types.of(bound) === 'null')) {
    return refused(
      'a slice with null',
      'the embedded engine takes null for no bound',
      'leave the bound out, or write null for the slice',
    );
  }
  if (bounds.every((bound) => isNotNegative(bound, rewriter))) return null;
  const of = rewriter.write(list);
  const mended = bounds.map((bound) =>
    isNotNegative(bound, rewriter) ? rewriter.write(bound) : fromEnd(bound, of, rewriter),
  );
  const [from = '', to = ''] = piece.flags?.has('from') ? mended : ['', ...mended];
  return replaced(
    'a slice that counts from the end',
    'The embedded engine does not count from the end of a list in slices, so the place is computed.',
    `${rewriter.operand(list)}[${from}..${to}]`,
  );
};

function isNotNegative(bound: Piece, { types }: Rewriter): boolean {
  const value = types.value(bound);
  if (typeof value === 'number') return value >= 0;
  return bound.kind === 'call' && NOT_NEGATIVE.has(bound.name);
}

function fromEnd(bound: Piece, list: string, { write, operand }: Rewriter): string {
  const at = operand(bound);
  const counted = `CASE WHEN size(${list}) + ${at} > 0 THEN size(${list}) + ${at} ELSE 0 END`;
  return `CASE WHEN ${at} < 0 THEN ${counted} ELSE ${write(bound)} END`;
}

export const QUANTIFIER_RULES: readonly Rule[] = [quantifier];
export const SLICE_RULES: readonly Rule[] = [slice];
