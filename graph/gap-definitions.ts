import type { GapKind } from './schema.ts';

/** What a kind of gap is, in words that can be put on screen. */
export interface GapDefinition {
  name: string;
  /** Two sentences: what it is, and what it is not. */
  meaning: string;
  /** Plain text, one formula a line. */
  formula: string;
  /** What stands in the formula and in the figures of a gap, by its name there. */
  terms: Readonly<Record<string, string>>;
  source: string;
}

/** One of each kind, in the order of `GAP_KINDS`. The settings behind them are the `parameters` of each list. */
export const GAP_DEFINITIONS: Readonly<Record<GapKind, GapDefinition>> = {
  themePair: {
    name: 'Themes far apart',
    meaning:
      'Two themes whose papers use related words and yet have fewer links between them than other pairs of themes of ' +
      'their size. Themes are made by pulling links inside, so falling short of chance means little; falling short of ' +
      'the other pairs is what counts.',
    formula:
      'E_AB = K_A K_B / 2m\n' +
      'gap = log2((E_AB + alpha) / (W_AB + alpha))\n' +
      'score = (a + b log2(E_AB + alpha)) - log2(W_AB + alpha), a + b x the robust line through all pairs large enough\n' +
      'listed only where score >= minScore, papersOfBoth < papersOfBothExpected, and relatedness is at least that of ' +
      'the usual pair',
    terms: {
      score: 'doublings by which the observed weight falls short of what pairs of its size have',
      observed: "W_AB: sum over papers of the product of the two themes' shares of it, in papers",
      K_A: "sum over papers of the theme's share",
      '2m': 'papers with a theme',
      expected: "E_AB: from the themes' sizes alone, in papers",
      alpha: 'added so that small weights do not rule',
      gap: 'doublings by which the observed weight falls short of the expected',
      deviation: "the score in spreads of all pairs' scores",
      relatedness: 'cosine of the words of their papers, 0 to 1',
      papersOfBoth: 'papers that belong to both',
      papersOfBothExpected: 'the same, by chance',
      p: "Poisson's chance of so few papers of both",
      q: 'p adjusted for the number of pairs (Benjamini and Hochberg 1995)',
    },
    source: 'Configuration model of modularity, Newman 2006; relative to pairs of like size: our own.',
  },
  conceptPair: {
    name: 'Likely pairs',
    meaning:
      'Two concepts that never stood in a paper together and that no paper names both of, though pairs like them, and ' +
      'as popular, came to in earlier years of the same papers. Pairs that met are told from pairs as popular that did ' +
      'not, so the list is not one of what is merely busy; what popularity alone says stands beside it.',
    formula:
      'score = sum of weight x feature, a logistic regression over: neighbours in common and their allocation, association, ' +
      'words of papers and of names, authors, kinds, growth and age\n' +
      'learned from earlier years, each as if it were the present: pairs that then first met against pairs as popular ' +
      'that did not\n' +
      'recentPopularity = recent papers of a x recent papers of b\n' +
      'E = n_a n_b / N',
    terms: {
      score: 'log odds among pairs as popular; its order means more than its size',
      observed: 'papers with both: none',
      expected: 'E: papers with both by chance alone, of N papers',
      lacuna: 'the score',
      lacunaPlain: 'log odds among all pairs: what is likely next, popularity included',
      recentPopularity: 'what busyness alone would rank it by',
      popularityRank: 'its place by that among all pairs that never met',
      commonNeighbours:
        'concepts that both have met (the B of A - B - C), of those that the ranking counts: not too rare, nor too common',
      adds: 'what a family of features adds to the score (adds:NAME)',
    },
    source:
      'Baselines: Liben-Nowell and Kleinberg 2007; Adamic and Adar 2003; resource allocation, Zhou 2009. Paths: Swanson 1986. ' +
      'Ridge logistic regression: le Cessie and van Houwelingen 1992. Matching by popularity: our own.',
  },
  cell: {
    name: 'Empty cells',
    meaning:
      'A method and a task, a method and a dataset, or a task and a dataset, that stand together in no paper, or in far ' +
      'fewer than their numbers of papers would give by chance. Only cells that lie between filled ones are listed: the ' +
      'method is used for a like task, the task is done with a like method.',
    formula:
      'E = n_row n_column / N\n' +
      'P(0) = e^-E\n' +
      'residual = (O - E) / sqrt(E)\n' +
      'score = -log10 P(X <= O) sqrt(s_row s_column)\n' +
      'listed only where P(X <= O) <= maxChance',
    terms: {
      score: 'how surprising the cell is, lessened where it does not lie between filled ones',
      observed: 'O: papers with both, those too that only name them',
      expected: 'E: papers with both, if they stood independently of each other',
      N: 'all papers',
      papersOfRow: 'n_row: papers with the one',
      papersOfColumn: 'n_column: papers with the other',
      p0: 'P(0): chance of no paper with both',
      residual: 'observed less expected, in standard deviations',
      p: "Poisson's chance of at most the observed papers",
      q: 'p adjusted for the number of cells (Benjamini and Hochberg 1995)',
      surprise: '-log10 p',
      similarityInRow: 's_row: greatest similarity of the column to one that the row is found with',
      similarityInColumn: 's_column: greatest similarity of the row to one that the column is found with',
    },
    source: 'Test of a contingency table; evidence gap maps. Neighbouring cells: our own.',
  },
  broker: {
    name: 'Brokers',
    meaning:
      'A concept or paper that holds themes together that little else joins. It is no gap itself: it shows where one ' +
      'is bridged already, and what else may cross there.',
    formula:
      'score = cube root of the product of three percentile ranks\n' +
      'concepts: low constraint c_i = sum_j (p_ij + sum_q p_iq p_qj)^2; participation P_i = 1 - sum_s (k_is / k_i)^2; ' +
      'betweenness from sampled concepts\n' +
      'papers: participation 1 - sum_s share^2; support = sum over pairs of themes of s_A s_B / W_AB; salience of its concepts',
    terms: {
      score: 'how far it is a broker by each of three measures at once, 0 to 1',
      constraint: "c_i: how far a concept's ties lead to each other; low where it spans holes",
      effectiveSize: 'ties less those that lead to each other',
      participation: 'P_i: 0 where all ties go into one theme, towards 1 where they are spread evenly',
      betweenness: 'share of shortest paths through it, from a seeded sample',
      support: 'what part of the links between its themes is this one paper',
      salience: 'summed salience of its concepts that have a theme',
      concepts: 'its concepts that have a theme',
      specificity: 'how far its papers keep to few themes, in bits',
      ties: 'concepts that it is tied to',
      papers: 'papers with it',
      p_ij: "tie's share of all ties of i",
      k_is: 'weight of the ties of i into theme s',
    },
    source:
      'Constraint: Burt 1992. Participation: Guimera and Amaral 2005. Betweenness: Freeman 1977, sampled: Brandes and Pich 2007.',
  },
  question: {
    name: 'Stated questions',
    meaning:
      'Sentences of the abstracts that state themselves that something is not known, not understood or not done, word ' +
      'for word. Where the abstract goes on to what the paper does about it, or later papers speak of the same concepts, ' +
      'that is said against it.',
    formula:
      'score = strength x 2^(-age / halfLife) x mean of ln(N / n_c) / ln N over two of its concepts\n' +
      'strength halved where the paper takes the question up itself',
    terms: {
      score: 'strength x recency x specificity',
      strength: 'how surely its cue ("remains unclear", "open problem") states an open question, 0 to 1',
      recency: '2^(-age / halfLife), age in years before the newest paper; one half without a year',
      specificity: 'the mean over its concepts, those in fewest papers but in two at least',
      N: 'all papers',
      n_c: 'papers with the concept',
      year: 'of the paper',
      laterPapers: 'papers of later years with the same concepts',
      start: 'where the sentence begins in the abstract, in UTF-16 units',
      end: 'where it ends',
    },
    source: 'Cue phrases: our own list. Stated gaps as evidence: GAPMAP, arXiv 2510.25055.',
  },
  risingPair: {
    name: 'Rising, never joined',
    meaning:
      'Two concepts that papers speak of more than they used to, both until lately, and that no paper names both of. ' +
      'Only pairs ' +
      'that stand with the same other concepts are listed: concepts of different worlds are no gap.',
    formula:
      'a burst: two-state automaton over papers per year, rates p0 = R / D and s p0, cost gamma ln n to go up\n' +
      'E = r_a r_b / N\n' +
      'score = log2(1 + E) cos(a, b) log2(1 + min(growth of a, growth of b))',
    terms: {
      score: 'expected, alike in company, and growing both',
      R: 'papers with the concept, of D papers in n years',
      s: 'the parameter `ratio`: how many times more papers a burst has',
      gamma: 'the parameter `transitionCost`',
      observed: 'papers with both, of all years',
      expected: 'E: recent papers with both by chance',
      N: 'papers of the recent years',
      recentA: 'r_a: recent papers with the one',
      recentB: 'r_b: recent papers with the other',
      growthA: 'times the share of papers that the one had in as many years before',
      growthB: 'the same of the other',
      burstA: 'weight of the last burst of the one, in nats',
      burstB: 'the same of the other',
      cosine:
        'of what they stand with, each other concept weighed by ln(1 + papers together) ln(N / its papers)',
      shared: 'concepts that stand with both',
      chanceOfNone: 'e^-E',
    },
    source: 'Bursts: Kleinberg 2002. Concepts between: Swanson 1986. Their combination: our own.',
  },
};
