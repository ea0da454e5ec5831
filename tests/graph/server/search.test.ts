import { beforeAll, describe, expect, it } from 'vitest';
import { weigh, weightOf } from '../../../graph/server/beginnings.ts';
import type { Catalogue, ConceptOutline, PaperOutline } from '../../../graph/server/catalogue.ts';
import { askedInitials, initialsOf } from '../../../graph/server/initials.ts';
import { matching, search } from '../../../graph/server/search.ts';
import { buildSearchIndex, type SearchIndex } from '../../../graph/server/search-index.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const nowhere = { x: null, y: null, theme: null, subTheme: null };
const concept = (id: string, name: string, aliases: string[] = [], paperCount = 3): ConceptOutline => ({
  id,
  name,
  kind: 'Method',
  aliases,
  paperCount,
  ambiguity: null,
  ...nowhere,
});
const paper = (id: string, label: string, authors: string[] = [], year = 2000): PaperOutline => ({
  id,
  label,
  authors,
  year,
  venue: null,
  weight: 1,
  ...nowhere,
});
const byId = <T extends { id: string }>(items: T[]): Map<string, T> => new Map(items.map((i) => [i.id, i]));

const CATALOGUE: Catalogue = {
  concepts: byId([
    concept('cnn', 'convolutional neural network', ['convnet']),
    concept('gnn', 'graph neural network', ['GNN'], 9),
    concept('gnnx', 'global nearest neighbour', [], 40),
    concept('lstm', 'long short-term memory'),
    concept('bow', 'bag of words'),
    concept('graph', 'graph', [], 20),
    concept('grape', 'grape harvest', [], 900),
    concept('gr', 'gated recurrence', [], 900),
    concept('modularity', 'modularity'),
    concept('attention', 'attention'),
    concept('retention', 'retention', [], 900),
  ]),
  papers: byId([
    paper('p1', 'Convolutional neural networks on a chip'),
    paper('p2', 'CNN broadcasts, counted'),
    paper('p3', 'Attentive readers'),
    paper('p4', 'Only transformers', ['Ashish Vaswani', 'Noam Shazeer'], 2017),
    paper('p5', 'Tensors for all', ['Vaswani, A.', 'Łukasz Müller'], 2018),
    paper('p6', 'The Vaswani estate in 2017', ['Jo Li'], 1998),
  ]),
  themes: byId([
    {
      id: 't',
      label: 'Louvain and modularity',
      level: 0,
      size: 2,
      paperCount: 2,
      colour: 0,
      topConcepts: ['modularity'],
      parent: null,
      stability: null,
      ownLabel: 'Louvain and modularity',
      otherStability: null,
      centrality: null,
      density: null,
      quadrant: null,
      x: null,
      y: null,
    },
  ]),
  mentions: 0,
};

describe('search', () => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await buildSearchIndex(CATALOGUE);
  });
  const ids = (question: string): string[] => search(index, question, 50).hits.map(({ id }) => id);

  it.each([
    ['louvian', 't'],
    ['lovuain', 't'],
    ['luvain', 't'],
    ['loouvaine', 't'],
    ['modluarity', 'modularity'],
    ['grpah', 'graph'],
    ['convoluional nueral', 'p1'],
    ['louvian modularity', 't'],
    ['Atenttion', 'attention'],
  ])('takes %s for a misspelling', (question, id) => {
    expect(ids(question)).toContain(id);
  });

  it('puts names first, then beginnings, then misspellings, however common those are', () => {
    const attention = ids('attention');
    expect(attention[0]).toBe('attention');
    expect(ids('attenti')[0]).toBe('attention');
    expect(ids('atten').toSorted()).toEqual(['attention', 'p3']);
    const graph = ids('graph');
    expect(graph.slice(0, 2)).toEqual(['graph', 'gnn']);
    expect(graph.indexOf('grape')).toBe(graph.length - 1);
    expect(ids('graphs')[0]).toBe('graph');
    expect(ids('convolutional neural networks').slice(0, 2)).toEqual(['cnn', 'p1']);
  });

  it('finds concepts by their initials, after those that are named so', () => {
    for (const question of ['CNN', 'cnn', 'CNNs', ' cnn ']) {
      expect(ids(question).slice(0, 2), question).toEqual(['cnn', 'p2']);
    }
    expect(ids('GNN').slice(0, 2)).toEqual(['gnn', 'gnnx']);
    expect(ids('LSTM')[0]).toBe('lstm');
    expect([ids('bow')[0], ids('BOWs')[0]]).toEqual(['bow', 'bow']);
    expect(search(index, 'LSTM', 1).hits[0]).toMatchObject({
      label: 'long short-term memory',
      matched: null,
    });
  });

  it('looks one letter up: all that has a word with it, the most common first, what is called so before', () => {
    const { hits, total } = search(index, 'G', 3);
    expect([hits.map(({ id }) => id), total]).toEqual([['grape', 'gr', 'gnnx'], 5]);
    expect(ids('l')).toEqual(expect.arrayContaining(['t', 'lstm']));
    expect(ids('m')).toEqual(expect.arrayContaining(['t', 'modularity', 'lstm']));
    expect(search(index, 'ł', 3)).toEqual({ hits: [], total: 0 });
  });

  it('finds by its own name what is a letter with a sign, and what has the letter as a word before what begins so', async () => {
    const signs = await buildSearchIndex({
      concepts: byId([
        concept('a', 'A*', [], 1),
        concept('c', 'C#', [], 1),
        concept('q', 'Q-learning', [], 2),
        ...Array.from({ length: 60 }, (_, i) =>
          concept(`many-${i}`, `quantile attention clustering ${i}`, [], 900),
        ),
      ]),
      papers: new Map(),
      themes: new Map(),
      mentions: 0,
    });
    const first = (question: string) => search(signs, question, 3).hits[0]?.id;
    expect(['A*', 'a*', 'C#', 'Q', 'q-'].map(first)).toEqual(['a', 'a', 'c', 'q', 'q']);
    expect(search(signs, 'q', 3).total).toBe(61);
  });

  it('has words of one to three letters choose among what the others find, and count for more as words', () => {
    expect(ids('neural c').toSorted()).toEqual(['cnn', 'p1']);
    expect(ids('c neural').toSorted()).toEqual(['cnn', 'p1']);
    expect(ids('w o').toSorted(), 'bag of words, and who wrote nothing').toEqual(['bow']);
    expect(ids('louvain mo'), 'a theme').toEqual(['t']);
    expect(ids('neural zz'), 'none has both').toContain('gnn');
    const { hits } = search(index, 'on neural', 1);
    expect(hits[0]?.id).toBe('p1');
  });

  it('takes any of the words, short ones too, where nothing has all', async () => {
    expect(ids('GNN xyz').slice(0, 1)).toEqual(['gnn']);
    expect(ids('gnn gra lon').toSorted()).toEqual(expect.arrayContaining(['gnn', 'graph', 'lstm']));
    expect(ids('unheardof gnn')).toContain('gnn');
    expect(ids('attention gnn')).toEqual(expect.arrayContaining(['attention', 'gnn']));
    expect([...matching(index, 'gnn xyz')]).toContain('gnn');
    expect(search(index, '   ', 5).total).toBe(0);
  });

  it('says which alias has the beginning of a word, not what has it within one', async () => {
    const concepts = byId([concept('a', 'attention mechanism', ['temporal focus'])]);
    const index = await buildSearchIndex({ concepts, papers: new Map(), themes: new Map(), mentions: 0 });
    for (const question of ['te', 'temporal'])
      expect(search(index, question, 1).hits[0]?.matched, question).toBe('temporal focus');
  });

  it('weighs short words by place as it does each name alone', () => {
    for (const words of [['g'], ['ne', 'n'], ['of'], ['a', 'ch'], ['xx', 'g']]) {
      const weights = weigh(index.beginnings, words);
      for (const entry of index.entries.values())
        if (entry.place !== null)
          expect(weights[entry.place], entry.label).toBeCloseTo(weightOf(entry, words));
    }
  });

  it('takes two small letters for the beginning of a word first', () => {
    expect(ids('GR')[0]).toBe('gr');
    expect(ids('gr')[0]).not.toBe('gr');
    expect(ids('gr')).toContain('gr');
  });

  it('finds papers by who wrote them, and says who, after those that are called so', () => {
    const { hits, total } = search(index, 'vaswani', 10);
    expect(hits.map(({ id, matched }) => [id, matched])).toEqual([
      ['p6', null],
      ['p5', 'Vaswani, A.'],
      ['p4', 'Ashish Vaswani'],
    ]);
    expect(total).toBe(3);
    expect(search(index, 'muller', 10).hits[0]).toMatchObject({ id: 'p5', matched: 'Łukasz Müller' });
    expect(search(index, 'ashish vasw', 1).hits[0]).toMatchObject({ id: 'p4', matched: 'Ashish Vaswani' });
    expect(ids('li')).toContain('p6');
    expect(ids('sh'), 'two letters are no beginning').not.toContain('p4');
  });

  it('finds papers of a year, alone and with other words', () => {
    expect(ids('2017').slice(0, 2)).toEqual(['p6', 'p4']);
    expect(ids('vaswani 2018')[0]).toBe('p5');
    expect(ids('transformers shazeer')[0]).toBe('p4');
    expect(ids('1812')).toEqual([]);
  });

  it('finds nothing in noise, and is done with it soon', () => {
    const startedAt = cpuTime();
    for (const noise of ['zzzzzz', 'q'.repeat(200), 'qwxzqj '.repeat(28), '%', '  ', '\u0301']) {
      expect(ids(noise), noise).toEqual([]);
    }
    expect(cpuTime() - startedAt).toBeLessThan(500);
  });
});

describe('initials', () => {
  it('are those of names with two to six words, with and without little ones', () => {
    expect(initialsOf('Convolutional Neural Network')).toEqual(['cnn']);
    expect(initialsOf('bag of words')).toEqual(['bow', 'bw']);
    expect(initialsOf('k-nearest neighbours')).toEqual(['knn']);
    expect(initialsOf('network')).toEqual([]);
    expect(initialsOf('a b c d e f g')).toEqual(['bcdefg']);
    expect(initialsOf('Émile’s été')).toEqual(['ese']);
  });

  it('are asked for by one short word', () => {
    expect(askedInitials(' CNNs ')).toEqual(['cnns', 'cnn']);
    for (const question of ['C', 'neural net', 'convolutional', '%%', 'c.n']) {
      expect(askedInitials(question), question).toEqual([]);
    }
  });
});
