/** What nodes and links can be coloured and sized by, as the legend, the palette and the help call it. */
import type { Colouring, EdgeColouring, Sizing } from '../state/view.ts';

export type Look = Colouring | Sizing | EdgeColouring;

export const LOOK_NAMES: Readonly<Record<Look, string>> = {
  theme: 'Theme',
  kind: 'Kind',
  year: 'Year',
  count: 'Papers',
  degree: 'Links',
  betweenness: 'Betweenness',
  stability: 'Stability',
  same: 'All the same',
  relation: 'Relation',
};
