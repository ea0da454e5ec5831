/** Colours of relations, from the themes' palette, whose colours stay apart for every kind of sight. */
import type { EdgeType } from '../../graph/contract.ts';
import { type Scheme, themeColour } from './palette.ts';

/** Indexes into the palette; those that are most of a graph's links are grey. */
const COLOURS: Readonly<Record<EdgeType, number>> = {
  MENTIONS: -1,
  INTRODUCES: 1,
  CO_OCCURS: 7,
  SHARES: 6,
  USED_FOR: 0,
  EVALUATED_ON: 3,
  PART_OF: 11,
  COMPARED_WITH: 2,
  IS_A: 4,
  LINKS: 9,
};

export function relationColour(type: EdgeType, scheme: Scheme): string {
  return themeColour(COLOURS[type], scheme);
}
