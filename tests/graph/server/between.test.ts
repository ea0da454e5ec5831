import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSchema, connectionsSchema, pathsSchema } from '../../../graph/contract.ts';
import { describeStores } from '../../support/stores.ts';
import { ask, rowsBehind } from './asking.ts';
import { appOn, MENTIONS, openSeeded } from './fixture.ts';

describeStores('what lies between', (factory) => {
  let app: FastifyInstance;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const { store, remove: removeStore } = await openSeeded(factory);
    app = await appOn(store);
    remove = removeStore;
  });
  afterAll(async () => {
    await app.close();
    await remove();
  });
  const refused = async (url: string) => {
    const answer = await app.inject(url);
    return [answer.statusCode, answer.json().error.code];
  };

  describe('paths', () => {
    it('are the strongest where that is asked for, with whose sentence it is', async () => {
      const { paths, cypher } = await ask(app, '/api/paths?from=p-walks&to=p-gat&by=strongest', pathsSchema);
      const lengths = paths.map(({ length }) => length);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
      // Salience over the root of the papers that name the concept.
      const [best] = paths;
      expect(best?.nodes.map(({ id }) => id)).toEqual([
        'p-walks',
        'c-embedding',
        'p-gcn',
        'c-convolution',
        'p-gat',
      ]);
      const salience = (paper: string, concept: string) =>
        MENTIONS.find((mention) => mention.paper === paper && mention.concept === concept)!.salience;
      const expected =
        -Math.log(Math.min(1, salience('p-walks', 'c-embedding') / Math.sqrt(3))) -
        Math.log(salience('p-gcn', 'c-embedding') / Math.sqrt(3)) -
        Math.log(salience('p-gcn', 'c-convolution') / Math.sqrt(2)) -
        Math.log(salience('p-gat', 'c-convolution') / Math.sqrt(2));
      expect(best?.length).toBeCloseTo(expected, 4);
      expect(best?.steps.map(({ paper }) => paper?.id)).toEqual(['p-walks', 'p-gcn', 'p-gcn', 'p-gat']);
      expect(await rowsBehind(app, cypher)).not.toEqual([]);
      const none = await ask(app, '/api/paths?from=p-walks&to=c-tide&by=strongest', pathsSchema);
      expect(none.paths).toEqual([]);
    });

    it('tell what a sentence states before what only stands together', async () => {
      const { paths } = await ask(app, '/api/paths?from=c-attention&to=c-convolution', pathsSchema);
      expect(paths[0]).toMatchObject({
        length: 1,
        steps: [
          {
            type: 'COMPARED_WITH',
            sentence: 'Self-attention replaces the average of a graph convolution.',
            paper: { id: 'p-gat', year: 2018 },
          },
        ],
      });
    });
  });

  describe('sentences', () => {
    const said = async (from: string, to: string) => {
      const { paths } = await ask(app, `/api/paths?from=${from}&to=${to}`, pathsSchema);
      return paths[0]!.steps.map(({ sentences }) =>
        sentences.map(({ paper, sentence, marks }) => [
          paper.id,
          ...marks.map(({ start, end, node }) => `${node}: ${sentence.slice(start, end)}`),
        ]),
      );
    };

    it('name both ends, marked where they stand', async () => {
      expect(await said('c-attention', 'c-convolution')).toEqual([
        [['p-gat', 'c-attention: Self-attention', 'c-convolution: graph convolution']],
      ]);
      const turned = await said('c-embedding', 'c-walks');
      expect(turned[0]![0]).toEqual(expect.arrayContaining(['c-walks: random walks']));
      expect(await said('c-back', 'c-translation')).toEqual([
        [['p-untitled', 'c-back: back translation', 'c-translation: Machine translation']],
      ]);
    });

    it('are two of one paper where none names both', async () => {
      expect(await said('c-convolution', 'c-embedding')).toEqual([
        [
          ['p-gcn', 'c-convolution: graph convolution'],
          ['p-gcn', 'c-embedding: node embedding'],
        ],
      ]);
    });

    it('name the concept where a paper mentions it', async () => {
      expect(await said('p-island', 'c-tide')).toEqual([[['p-island', 'c-tide: tide table']]]);
    });
  });

  describe('connections', () => {
    it('are what ties two or more, most ties first, with sentences', async () => {
      const url = '/api/connections?ids=p-walks,p-biased,p-gcn,p-island';
      const { connectors, groups, cypher } = await ask(app, url, connectionsSchema);
      expect(connectors[0]).toMatchObject({
        node: { id: 'c-embedding', kind: 'Method', colour: 0 },
        to: ['p-walks', 'p-biased', 'p-gcn'],
      });
      expect(connectors[0]?.sentences[0]).toMatchObject({
        paper: { id: 'p-walks' },
        sentence: 'We learn a node embedding from random walks.',
      });
      for (const { to, sentences } of connectors) {
        expect(to.length).toBeGreaterThan(1);
        for (const { marks } of sentences) expect(marks.length).toBeGreaterThan(0);
      }
      expect(groups).toEqual([['p-walks', 'p-biased', 'p-gcn'], ['p-island']]);
      expect((await rowsBehind(app, cypher))[0]).toContain(3);
    });

    it('need two or more papers or concepts', async () => {
      expect(await refused('/api/connections?ids=p-walks,p-walks')).toEqual([400, 'input']);
      expect(await refused('/api/connections?ids=p-walks,t-graphs')).toEqual([404, 'notFound']);
    });
  });

  describe('a comparison', () => {
    const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

    it('of papers, concepts and themes tells what is shared and what only one has', async () => {
      const papers = await ask(app, '/api/compare?one=p-gcn&other=p-gat', compareSchema);
      expect(papers.type).toBe('paper');
      expect(ids(papers.shared.concepts)).toEqual(['c-convolution']);
      expect(ids(papers.onlyOne.concepts)).toEqual(['c-embedding']);
      expect(ids(papers.onlyOther.concepts)).toEqual(['c-attention']);
      expect(papers.facts[0]).toEqual({ name: 'Year', one: '2017', other: '2018' });
      const concepts = await ask(app, '/api/compare?one=c-walks&other=c-embedding', compareSchema);
      expect(ids(concepts.shared.papers)).toEqual(['p-biased', 'p-walks']);
      expect(ids(concepts.onlyOther.papers)).toEqual(['p-gcn']);
      expect(concepts.counts.onlyOther.papers).toBe(1);
      expect(concepts.years.other.map(({ year }) => year)).toEqual([2014, 2016, 2017]);
      const themes = await ask(app, '/api/compare?one=t-graphs&other=t-language', compareSchema);
      expect(ids(themes.shared.papers)).toEqual(['p-gat']);
      expect(themes.facts.find(({ name }) => name === 'Stability')).toMatchObject({
        one: '0.90',
        other: 'unknown',
      });
      for (const { cypher } of [papers, concepts, themes]) {
        expect(await rowsBehind(app, cypher)).not.toEqual([]);
      }
    });

    it('is of two different things of one type', async () => {
      expect(await refused('/api/compare?one=p-gcn&other=c-walks')).toEqual([400, 'input']);
      expect(await refused('/api/compare?one=p-gcn&other=p-gcn')).toEqual([400, 'input']);
      expect(await refused('/api/compare?one=p-gcn&other=x')).toEqual([404, 'notFound']);
    });
  });
});
