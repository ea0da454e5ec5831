import { lacking, refused, replaced } from './finding.ts';
import type { Rewriter, Rule } from './rewriter.ts';
import type { Piece } from './syntax.ts';

const AGGREGATES = new Set(
  'count sum avg min max collect stdev stdevp percentilecont percentiledisc'.split(' '),
);

export function hasAggregate(piece: Piece): boolean {
  if (piece.kind === 'subquery') return false;
  return (piece.kind === 'call' && AGGREGATES.has(piece.name)) || piece.children.some(hasAggregate);
}

const aggregateWithin: Rule = (piece) =>
  hasAggregate(piece)
    ? lacking(
        'aggregate within a list, a map, an index or reduce',
        'name it first: WITH collect(x) AS l RETURN l[0..3]',
      )
    : null;

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

const quoted = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``);

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

export const LIST_RULES: readonly Rule[] = [aggregateWithin];
export const QUANTIFIER_RULES: readonly Rule[] = [aggregateWithin, quantifier];
export const SLICE_RULES: readonly Rule[] = [aggregateWithin, slice];
