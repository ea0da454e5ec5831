import type { Backtest } from '../contract.ts';

/** What each ranking of the track record does, ours first. */
export const RANKING_METHODS: Backtest['methods'] = [
  {
    name: 'lacuna',
    title: 'Likely pairs',
    meaning:
      'Learned from earlier years of the same papers: tells pairs that meet from pairs that are as popular and don’t (ridge logistic regression).',
  },
  {
    name: 'lacunaPlain',
    title: 'Likely next',
    meaning: 'Learned alike, but from all pairs: tells pairs that meet from any that don’t.',
  },
  {
    name: 'preferentialAttachment',
    title: 'Preferential attachment',
    meaning: 'The product of the degrees of both (Barabási 2002).',
  },
  {
    name: 'commonNeighbours',
    title: 'Common neighbours',
    meaning: 'How many concepts both have met (Liben-Nowell and Kleinberg 2007).',
  },
  {
    name: 'adamicAdar',
    title: 'Adamic-Adar',
    meaning: 'The same, each counted as 1 / ln of its degree (Adamic and Adar 2003).',
  },
  {
    name: 'resourceAllocation',
    title: 'Resource allocation',
    meaning: 'The same, each counted as 1 / its degree (Zhou, Lü and Zhang 2009).',
  },
  {
    name: 'recentPopularity',
    title: 'Recent popularity',
    meaning: 'The product of the papers of both in the recent years.',
  },
];
