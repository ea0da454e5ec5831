import type { Kind, Piece } from './syntax.ts';

const AGGREGATES = new Set(
  'count sum avg min max collect stdev stdevp percentilecont percentiledisc'.split(' '),
);
const WRAPPING: ReadonlySet<Kind> = new Set([
  'list',
  'map',
  'index',
  'slice',
  'reduce',
  'comprehension',
  'quantifier',
  'projection',
]);

const isAggregate = ({ kind, name }: Piece): boolean => kind === 'call' && AGGREGATES.has(name);

export function aggregatesIn(piece: Piece): Piece[] {
  if (piece.kind === 'subquery') return [];
  return isAggregate(piece) ? [piece] : piece.children.flatMap(aggregatesIn);
}

export const hasAggregate = (piece: Piece): boolean => aggregatesIn(piece).length > 0;

/** An aggregate inside of something that the engine only makes of values. */
export function wrapsAggregate(piece: Piece): boolean {
  if (isAggregate(piece) || piece.kind === 'subquery') return false;
  return WRAPPING.has(piece.kind) ? hasAggregate(piece) : piece.children.some(wrapsAggregate);
}
