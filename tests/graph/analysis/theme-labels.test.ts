import { describe, expect, it } from 'vitest';
import { isGenericName } from '../../../graph/analysis/generic-words.ts';
import {
  type ConceptFacts,
  type PaperConceptGraph,
  paperConceptGraph,
} from '../../../graph/analysis/paper-concept-graph.ts';
import { DEFAULT_LABELS, labelThemes } from '../../../graph/analysis/theme-labels.ts';
import { themeMembership } from '../../../graph/analysis/theme-membership.ts';
import { contentWords, isBareAcronym, isShortFor, saysTheSame } from '../../../graph/analysis/words.ts';

/** One paper for each list of names; a name's theme is given beside it. */
function corpus(
  themes: Record<string, number>,
  papers: string[][],
): { graph: PaperConceptGraph; labels: string[]; tops: string[][] } {
  const names = [...new Set(papers.flat())];
  const concepts = names.map((name): ConceptFacts => ({ id: name, name, kind: 'Term' }));
  const ids = papers.map((_, i) => `p${String(i).padStart(2, '0')}`);
  const mentions = papers.flatMap((list, i) =>
    list.map((name) => ({ paperId: ids[i]!, conceptId: name, salience: 1 })),
  );
  const graph = paperConceptGraph(ids, concepts, mentions);
  const themeOf = new Map(Object.entries(themes));
  const membership = themeMembership(graph, themeOf, new Uint8Array(concepts.length));
  const found = labelThemes(graph, membership, new Set(themeOf.values()).size);
  return {
    graph,
    labels: found.map(({ label }) => label),
    tops: found.map(({ topConcepts }) => topConcepts.map((c) => graph.concepts[c]!.name)),
  };
}

const repeat = (times: number, names: string[]): string[][] => Array.from({ length: times }, () => names);

describe('labelThemes', () => {
  it('names two or three concepts, the most telling first', () => {
    const { labels, tops } = corpus(
      {
        'link prediction': 0,
        'citation graphs': 0,
        'author names': 0,
        'side matter': 0,
        'protein folding': 1,
        'gene expression': 1,
      },
      [
        ...repeat(6, ['link prediction', 'citation graphs']),
        ...repeat(3, ['link prediction', 'author names']),
        ...repeat(1, ['citation graphs', 'side matter']),
        ...repeat(5, ['protein folding', 'gene expression']),
      ],
    );
    expect(labels).toEqual([
      'Link prediction, citation graphs, author names',
      'Gene expression, protein folding',
    ]);
    expect(tops[0]).toEqual(['link prediction', 'citation graphs', 'author names', 'side matter']);
  });

  it('says no word twice, in whatever form, and no abbreviation beside its long form', () => {
    const { labels } = corpus(
      {
        'sparse autoencoders': 0,
        SAEs: 0,
        'sparse autoencoder features': 0,
        'circuit discovery': 0,
        circuits: 0,
        pruning: 0,
      },
      [
        ...repeat(9, ['sparse autoencoders', 'SAEs']),
        ...repeat(7, ['sparse autoencoder features', 'circuit discovery']),
        ...repeat(4, ['circuits', 'pruning', 'circuit discovery']),
      ],
    );
    expect(labels).toEqual(['Circuit discovery, sparse autoencoders, pruning']);
  });

  it('names nothing that is made of generic words only', () => {
    const { labels } = corpus(
      { 'large scale': 0, 'new method': 0, results: 0, 'graph drawing': 0, 'edge crossings': 0 },
      [
        ...repeat(9, ['large scale', 'new method', 'results']),
        ...repeat(3, ['graph drawing', 'edge crossings']),
      ],
    );
    expect(labels).toEqual(['Edge crossings, graph drawing']);
  });

  it('puts a name that can be read before a bare acronym of the same weight', () => {
    const { tops } = corpus(
      { ABC: 0, 'message passing': 0, kernels: 0 },
      repeat(4, ['ABC', 'message passing', 'kernels']),
    );
    expect(tops[0]).toEqual(['message passing', 'kernels', 'ABC']);
  });

  it('prefers what the other themes do not have', () => {
    const { tops } = corpus({ 'shared words': 0, 'own words': 0, 'other matter': 1 }, [
      ...repeat(5, ['shared words', 'own words']),
      ...repeat(9, ['other matter']),
      ...repeat(6, ['other matter', 'shared words']),
    ]);
    expect(tops[0]![0]).toBe('own words');
  });

  it('stays short', () => {
    const long = [
      'hierarchical attention transformers',
      'stochastic gradient descent',
      'multilingual machine translation',
    ];
    const { labels } = corpus(Object.fromEntries(long.map((name) => [name, 0])), repeat(3, long));
    expect(labels[0]!.split(', ')).toHaveLength(2);
    expect(DEFAULT_LABELS.maxCharacters).toBeLessThanOrEqual(80);
  });
});

describe('words', () => {
  it('of a name say something or not', () => {
    const generic = (name: string): boolean => isGenericName(contentWords(name));
    for (const name of [
      'method',
      'methods',
      'Studies',
      'new results',
      'learning',
      'states',
      'policies',
      'losses',
      'matrices',
      'upper bounds',
      '',
    ]) {
      expect(generic(name), name).toBe(true);
    }
    for (const name of [
      'protein',
      'in-context learning',
      'state space',
      'action recognition',
      'regret bound',
      'graph analysis',
    ]) {
      expect(generic(name), name).toBe(false);
    }
  });

  it('of a name leave out what links them', () => {
    expect(contentWords('Theory of the Mind (ToM)')).toEqual(['theory', 'mind', 'tom']);
  });

  it('are forms of one or not', () => {
    for (const [a, b] of [
      ['network', 'networks'],
      ['cell', 'cells'],
      ['explain', 'explained'],
      ['fold', 'fold'],
    ] as const) {
      expect(saysTheSame(a, b), `${a} ${b}`).toBe(true);
    }
    for (const [a, b] of [
      ['net', 'network'],
      ['interpret', 'internal'],
      ['model', 'mode'],
      ['gene', 'general'],
    ] as const) {
      expect(saysTheSame(a, b), `${a} ${b}`).toBe(false);
    }
  });

  it('are acronyms or not', () => {
    for (const name of ['LLM', 'LLMs', 'GPT-4', 'F1']) expect(isBareAcronym(name), name).toBe(true);
    for (const name of ['Llama', 'ImageNet', 'LLM agents', 'mRNA'])
      expect(isBareAcronym(name), name).toBe(false);
    expect(isShortFor('LLMs', 'large language models')).toBe(true);
    expect(isShortFor('GCN', 'graph-convolutional network')).toBe(true);
    expect(isShortFor('GCN', 'graph attention network')).toBe(false);
    expect(isShortFor('SAEs', 'sparse autoencoders')).toBe(true);
    expect(isShortFor('SGD', 'sparse graphs')).toBe(false);
    expect(isShortFor('A', 'attention')).toBe(false);
  });
});
