/** What the sizes of nodes mean, by a few of the drawn ones. Pure. */
import type { GraphView } from '../../../graph/contract.ts';
import { figure } from '../../components/figures.ts';
import { count } from '../../components/words.ts';
import { type Measured, measuredBy } from '../../sigma/measures.ts';
import { groupOf, radiiOf } from '../../sigma/paint.ts';
import type { Sizing } from '../../state/view.ts';
import { measuredNodes } from './scale-buckets.ts';

export interface SizeSample {
  /** Pixels; of all samples in one measure. */
  readonly radius: number;
  /** In words. */
  readonly value: string;
}

export interface SizeRow {
  /** `Concepts` */
  readonly name: string;
  /** Of the smallest, of one halfway, of the largest; fewer where they are alike. */
  readonly samples: readonly SizeSample[];
}

const NAMES = { concept: 'Concepts', paper: 'Papers', theme: 'Themes' } as const;
/** Pixels; larger ones are all drawn smaller by the same share. */
const MOST = 15;

/** Each group has a scale of its own; one of which the measure says nothing is left out. */
export function sizeRows(view: GraphView, sizing: Sizing): SizeRow[] {
  if (sizing === 'same') return [];
  const nodes = measuredNodes(view);
  const radius = radiiOf(nodes, sizing, nodes.length);
  const known = nodes.filter((node) => measureOf(sizing, node) !== null);
  const shrink = Math.min(1, MOST / known.reduce((most, node) => Math.max(most, radius(node)), 1));
  return (['concept', 'paper', 'theme'] as const).flatMap((group): SizeRow[] => {
    const members = known
      .filter(({ kind }) => groupOf(kind) === group)
      .map((node) => ({ radius: radius(node), value: valueInWords(sizing, node) }))
      .sort((one, other) => one.radius - other.radius);
    const [least, most] = [members[0], members.at(-1)];
    if (!least || !most) return [];
    const middle = (least.radius + most.radius) / 2;
    const halfway = members.reduce((best, member) =>
      Math.abs(member.radius - middle) < Math.abs(best.radius - middle) ? member : best,
    );
    const apart = [...new Map([least, halfway, most].map((sample) => [sample.value, sample])).values()];
    return [
      {
        name: NAMES[group],
        samples: apart.map(({ radius, value }) => ({ radius: radius * shrink, value })),
      },
    ];
  });
}

function measureOf(sizing: Exclude<Sizing, 'same'>, node: Measured): number | null {
  return sizing === 'count' ? node.weight : measuredBy(sizing, node);
}

function valueInWords(sizing: Exclude<Sizing, 'same'>, node: Measured): string {
  const value = measureOf(sizing, node) ?? 0;
  if (sizing === 'year') return String(value);
  if (sizing === 'degree') return count(value, 'link');
  if (sizing === 'stability') return `${Math.round(value * 100)} %`;
  if (sizing === 'count' && node.kind !== 'Paper') return count(value, 'paper');
  return figure(value);
}
