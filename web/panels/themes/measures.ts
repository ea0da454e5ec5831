/** What each measure of a theme is: its formula and source, as in docs/themes.md. */

import type { MeasureWords } from '../../components/MeasureList.tsx';

export const MEASURES: readonly MeasureWords[] = [
  {
    name: 'Weight of a tie',
    meaning: 'How strongly two concepts belong together: in how many papers, and how far above chance.',
    formula: 'w_ij = c_ij ln(1 + s_ij), s_ij = N c_ij / (c_i c_j); the 20 strongest ties of each concept',
    source: 'Association strength s: van Eck and Waltman 2009. Pruned by equivalence: Callon 1991.',
  },
  {
    name: 'Modularity and resolution',
    meaning:
      'Weight inside the themes beyond what chance would put there. A higher γ gives more and smaller themes.',
    formula: 'Q = Σ over themes of W_c / m − γ (K_c / 2m)²; the modularity shown is at γ = 1',
    source:
      'Newman 2006, Reichardt and Bornholdt 2006; Louvain: Blondel et al. 2008; Leiden: Traag et al. 2019',
  },
  {
    name: 'Consensus',
    meaning:
      'Many seeded runs; then the same algorithm on how often they put two concepts together, until all agree.',
    formula: 'ties v_ij w_ij with v_ij ≥ 0.3, v_ij the share of runs with i and j in one theme',
    source: 'after Lancichinetti and Fortunato 2012; only over ties: Tandon et al. 2019',
  },
  {
    name: 'Stability of a theme',
    meaning: 'In how many of the single runs two of its concepts stood together, over all pairs. 1: in all.',
    formula: 'mean of v_ij over all pairs of its concepts',
    source: 'of the runs of each algorithm, shown for both',
  },
  {
    name: 'Ambiguity of a concept',
    meaning:
      'How unsure its theme is. 0: every run agrees; 1: each of its ties lies inside in half of the runs.',
    formula: 'mean of 4 v (1 − v) over its ties, weighted by w',
    source: 'the variance of v, scaled to 1',
  },
  {
    name: 'Adjusted Rand index',
    meaning: 'How far two ways to divide agree. 1: the same; 0: as chance would.',
    formula: '(index − expected index) / (greatest index − expected index)',
    source: 'Hubert and Arabie 1985',
  },
  {
    name: 'Centrality',
    meaning:
      'How strongly a theme is tied to the others. Each link between two themes counts at both its ends.',
    formula: '10 Σ e_ij over ties with one end in the theme, e_ij = c_ij² / (c_i c_j)',
    source: 'Callon 1991, Cobo 2011',
  },
  {
    name: 'Density',
    meaning: 'How strongly its concepts are tied to each other.',
    formula: '100 Σ e_ij over ties inside / number of its concepts',
    source: 'Callon 1991, Cobo 2011',
  },
  {
    name: 'Label',
    meaning: 'Two or three concepts that tell this theme from the others; none generic, no word twice.',
    formula:
      'f_tc ln(1 + A / f_c) · f_tc / f_c, f_tc the salience of c in its papers, A the mean of all f over the themes',
    source: 'class-based TF-IDF: Grootendorst 2022',
  },
  {
    name: 'Identity',
    meaning: 'After new papers a theme keeps its id, colour and label where most of it is still there.',
    formula: 'more than half of its surviving concepts, and more of it than of any other',
    source: 'split, merged, born, died, grew and shrank follow from it: docs/themes.md',
  },
];
