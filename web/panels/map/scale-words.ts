/** What a continuous scale of colours is called, and its values. Pure. */
import { figure } from '../../components/figures.ts';
import { count } from '../../components/words.ts';
import type { Colouring } from '../../state/view.ts';
import type { Bucket } from './scale-buckets.ts';

export type Continuous = Exclude<Colouring, 'theme' | 'kind'>;

export const SCALE_TITLES: Readonly<Record<Continuous, string>> = {
  year: 'Year',
  count: 'Papers a concept is in',
  betweenness: 'Betweenness',
  stability: 'Stability of a concept’s theme',
};
const WITHOUT: Readonly<Record<Continuous, string>> = {
  year: 'no year',
  count: 'papers, not coloured',
  betweenness: '',
  stability: 'not coloured',
};

export const isContinuous = (colouring: Colouring): colouring is Continuous =>
  colouring !== 'theme' && colouring !== 'kind';

/** Whether its values are whole numbers. */
export const isWhole = (measure: Continuous): measure is 'year' | 'count' =>
  measure === 'year' || measure === 'count';

/** `2017`, `12 papers`, `83 %`, `0.0412`. */
export function scaleValue(measure: Continuous, value: number): string {
  if (measure === 'year') return String(value);
  if (measure === 'count') return count(value, 'paper');
  if (measure === 'stability') return `${Math.round(value * 100)} %`;
  return figure(value);
}

/** `2017 to 2019`. */
export function bucketWords(measure: Continuous, { from, to }: Pick<Bucket, 'from' | 'to'>): string {
  if (from === to) return scaleValue(measure, from);
  return `${isWhole(measure) ? from : scaleValue(measure, from)} to ${scaleValue(measure, to)}`;
}

/** What a click on a step does. */
export function clickWords(measure: Continuous, bucket: Bucket): string {
  if (measure === 'year') return `Show what has papers from ${bucketWords(measure, bucket)}`;
  if (measure === 'count') return `Show what has ${scaleValue(measure, bucket.from)} or more`;
  return `Pick ${bucket.nodes === 1 ? 'this node' : `these ${bucket.nodes.toLocaleString('en')} nodes`}`;
}

/** `12 nodes: no year`; null where all have a value. */
export const withoutWords = (measure: Continuous, nodes: number): string | null =>
  nodes === 0 ? null : `${count(nodes, 'node')}: ${WITHOUT[measure]}`;
