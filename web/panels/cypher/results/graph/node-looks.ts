/** How nodes of each label are drawn in a result: shape and colour as on the map, where it knows them. Pure. */
import type { DrawnKind } from '../../../../../graph/contract.ts';
import { CONCEPT_KINDS } from '../../../../../graph/schema.ts';
import { kindColour, type Scheme, themeColour } from '../../../../theme/palette.ts';
import type { CellNode } from '../../cell.ts';

export interface NodeLook {
  /** What the legend calls it: a kind of concept, else the first label. */
  readonly label: string;
  /** Whose shape it has. */
  readonly shape: DrawnKind;
  readonly colour: string;
  /** Of the usual radius. */
  readonly size: number;
}

/** Labels that the map has no shape of their own for, and indexes into the palette. */
const OTHERS: Readonly<Record<string, { shape: DrawnKind; colour: number; size: number }>> = {
  Author: { shape: 'Term', colour: 10, size: 0.85 },
  Gap: { shape: 'Dataset', colour: 4, size: 1.1 },
  Finding: { shape: 'Method', colour: 11, size: 0.85 },
  Judgement: { shape: 'Metric', colour: 8, size: 0.85 },
  Annotation: { shape: 'Task', colour: 7, size: 0.85 },
};
const UNKNOWN = { shape: 'Term', colour: 9, size: 0.9 } as const;

export function lookOf({ labels, kind, properties }: CellNode, scheme: Scheme): NodeLook {
  if (kind === 'Paper') return { label: 'Paper', shape: 'Paper', colour: themeColour(-1, scheme), size: 1 };
  const concept = CONCEPT_KINDS.find((name) => name === kind);
  if (concept) return { label: concept, shape: concept, colour: kindColour(concept, scheme), size: 1.1 };
  if (labels.includes('Theme')) {
    const colour = typeof properties.colour === 'number' ? properties.colour : -1;
    return { label: 'Theme', shape: 'Theme', colour: themeColour(colour, scheme), size: 1.7 };
  }
  const label = labels[0] ?? 'No label';
  const { shape, colour, size } = OTHERS[label] ?? UNKNOWN;
  return { label, shape, colour: themeColour(colour, scheme), size };
}

export interface LegendRow {
  readonly label: string;
  readonly look: NodeLook;
  readonly count: number;
}

/** Most common first. */
export function legendRows(nodes: readonly CellNode[], scheme: Scheme): LegendRow[] {
  const rows = new Map<string, { label: string; look: NodeLook; count: number }>();
  for (const node of nodes) {
    const look = lookOf(node, scheme);
    const row = rows.get(look.label);
    if (row) row.count++;
    else rows.set(look.label, { label: look.label, look, count: 1 });
  }
  return [...rows.values()].sort((one, other) => other.count - one.count);
}
