/** What the map's positions, sizes, colours and filters stand for. */
import { LOOK_NAMES } from '../../components/look-names.ts';
import type { MeasureWords } from '../../components/MeasureList.tsx';

export const MAP_MEASURES: readonly MeasureWords[] = [
  {
    name: 'Position',
    meaning:
      'What is tied lies near; distances between far parts mean little. The layout is computed once, so the map stays the same.',
    formula: 'started from the themes, then ForceAtlas2 with linear-logarithmic attraction; overlaps removed',
    source: 'Jacomy et al. 2014, Noack 2007',
  },
  {
    name: LOOK_NAMES.count,
    meaning:
      'Of a concept or theme: how many papers speak of it. Of a paper: how much it has of its concepts.',
    formula:
      'concepts: papers; papers: Σ salience of its concepts. The area of a node grows with it, not the radius',
    source: 'the collection',
  },
  {
    name: 'Salience',
    meaning: 'How much a paper is about a concept, from 0 to 1.',
    formula: 'logistic of: in the title, how often, where, length of the name, role in the paper',
    source: 'weights fitted on phrases that readers chose (Hulth 2003), development part',
  },
  {
    name: LOOK_NAMES.year,
    meaning: 'Of a paper its year; of a concept the middle of the years of its papers.',
    formula: 'concepts: median over papers with a year',
    source: 'the collection',
  },
  {
    name: LOOK_NAMES.degree,
    meaning: 'How many nodes of what is drawn it is tied to.',
    formula: 'number of links of the view',
    source: 'the view',
  },
  {
    name: LOOK_NAMES.betweenness,
    meaning:
      'How many shortest ways between other nodes of the view lead through it: what holds parts together.',
    formula:
      'Σ over pairs of (shortest paths through it / shortest paths), by the largest of the view; sampled in large views',
    source: 'Freeman 1977, Brandes 2001, Brandes and Pich 2007',
  },
  {
    name: LOOK_NAMES.stability,
    meaning: 'How sure the runs of the analysis are where a concept belongs, or that a theme is one.',
    formula: 'concepts: 1 − ambiguity; themes: stability, both as on the Themes page',
    source: 'twenty seeded runs',
  },
  {
    name: 'k-core',
    meaning: 'What is left when nodes with fewer than k links to the rest are taken off, again and again.',
    formula: 'the largest part in which every node has at least k links inside it',
    source: 'Seidman 1983',
  },
  {
    name: 'Largest component',
    meaning: 'The largest part in which every node can be reached from every other.',
    formula: 'connected component with most nodes',
    source: 'the view',
  },
  {
    name: 'Link between papers',
    meaning: 'Papers that share telling concepts: what many papers name counts little.',
    formula:
      'Σ over shared concepts of ln(N / papers of it) · the lower salience; the strongest few of each paper',
    source: 'inverse document frequency: Spärck Jones 1972',
  },
  {
    name: 'Link between concepts',
    meaning: 'Concepts that stand in the same papers more often than chance would put them there.',
    formula: 's_ij = N c_ij / (c_i c_j), with c_ij papers of both',
    source: 'association strength: van Eck and Waltman 2009',
  },
];
