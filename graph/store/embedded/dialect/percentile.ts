import { refused, replaced } from './finding.ts';
import type { Finding, Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';

export const isDiscrete = ({ kind, name }: Piece): boolean => kind === 'call' && name === 'percentiledisc';

/** What must stand between the aggregates and what is made of them, and the value in the place of the call. */
export interface Sorted {
  /** The values that are there, unsorted. */
  gathered: string;
  between: string;
  value: string;
}

/** Neo4j takes the value at ⌈p · n⌉ of the sorted ones, counted from 1; the engine another one. */
export function discretePercentile({ children, flags }: Piece, rewriter: Rewriter): Sorted {
  const [value, share] = children as [Piece, Piece];
  const [all, one, sorted] = [rewriter.name(), rewriter.name(), rewriter.name()];
  const place = `${rewriter.operand(share)} * size(${sorted})`;
  return {
    gathered: `collect(${flags?.has('distinct') ? 'DISTINCT ' : ''}${rewriter.write(value)}) AS ${all}`,
    between: ` CALL (${all}) { UNWIND ${all} AS ${one} WITH ${one} ORDER BY ${one} RETURN collect(${one}) AS ${sorted} }`,
    value: `${sorted}[CASE WHEN ${place} > 1 THEN toInteger(ceil(${place})) - 1 ELSE 0 END]`,
  };
}

/** The engine takes 0.5 for a share that it only knows when it runs, and minds no bounds. */
export const percentile: Rule = (call, rewriter): Finding | null => {
  if (!call.name.startsWith('percentile') || call.children.length !== 2) return null;
  const [value, share] = call.children as [Piece, Piece];
  const known = rewriter.types.value(share);
  if (typeof known !== 'number' || known < 0 || known > 1) {
    return refused(
      'a percentile that is no number from 0 to 1',
      'the embedded engine needs to know it beforehand',
      'write the number itself, as 0.5, or a parameter',
    );
  }
  if (['string', 'boolean', 'list', 'map', 'temporal', 'entity', 'path'].includes(rewriter.types.of(value)))
    return refused('a percentile of what is no number', 'Neo4j refuses that', 'give it numbers');
  if (isDiscrete(call) || share.kind !== 'parameter') return null;
  const distinct = call.flags?.has('distinct') ? 'DISTINCT ' : '';
  return replaced(
    'a percentile by a parameter',
    'The embedded engine takes 0.5 for it, so the number itself is written.',
    `percentileCont(${distinct}${rewriter.write(value)}, ${known})`,
  );
};
