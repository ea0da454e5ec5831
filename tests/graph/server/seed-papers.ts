import type { ConceptKind } from '../../../graph/schema.ts';

/** Two small themes that one concept joins, and an island. */
export const PAPERS: readonly {
  id: string;
  title: string | null;
  abstract: string | null;
  year: number | null;
}[] = [
  {
    id: 'p-walks',
    title: 'Random walks for node embedding',
    abstract:
      'We learn a node embedding from random walks. The walks feed a skip-gram model. Link prediction gets better.',
    year: 2014,
  },
  {
    id: 'p-biased',
    title: 'Biased walks',
    abstract: 'Biased random walks make a node embedding that keeps roles. We test it on link prediction.',
    year: 2016,
  },
  {
    id: 'p-gcn',
    title: 'Convolution on graphs',
    abstract: 'A graph convolution averages over neighbours. It beats node embedding on citation data.',
    year: 2017,
  },
  {
    id: 'p-gat',
    title: 'Attention on graphs',
    abstract: 'Self-attention replaces the average of a graph convolution.',
    year: 2018,
  },
  {
    id: 'p-transformer',
    title: 'Only attention',
    abstract: 'Self-attention alone carries machine translation. No recurrence is left.',
    year: 2017,
  },
  {
    id: 'p-untitled',
    title: null,
    abstract:
      'Machine translation between rare languages profits from back translation and from self-attention too.',
    year: null,
  },
  { id: 'p-island', title: 'Tides', abstract: 'The tide table of a small harbour.', year: 2001 },
];

export const CONCEPTS: readonly {
  id: string;
  name: string;
  kind: ConceptKind;
  aliases: string[];
  theme: string | null;
}[] = [
  {
    id: 'c-embedding',
    name: 'node embedding',
    kind: 'Method',
    aliases: ['vertex embedding'],
    theme: 't-graphs',
  },
  { id: 'c-walks', name: 'random walks', kind: 'Method', aliases: [], theme: 't-graphs' },
  { id: 'c-link', name: 'link prediction', kind: 'Task', aliases: [], theme: 't-graphs' },
  { id: 'c-convolution', name: 'graph convolution', kind: 'Method', aliases: ['GCN'], theme: 't-graphs' },
  { id: 'c-attention', name: 'self-attention', kind: 'Method', aliases: [], theme: 't-language' },
  { id: 'c-translation', name: 'machine translation', kind: 'Task', aliases: ['MT'], theme: 't-language' },
  { id: 'c-back', name: 'back translation', kind: 'Method', aliases: [], theme: 't-language' },
  { id: 'c-tide', name: 'tide table', kind: 'Dataset', aliases: [], theme: null },
];

/** Sentences of a text as [start, end). */
export function sentences(text: string): [number, number][] {
  return [...text.matchAll(/[^.]+\.?/g)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    return [match.index + lead, match.index + match[0].length];
  });
}
