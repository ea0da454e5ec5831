import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  type Cypher,
  conceptSchema,
  graphViewSchema,
  healthSchema,
  paperSchema,
  pathsSchema,
  searchResultSchema,
  statusSchema,
} from '../../../graph/contract.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';
import { ask, rowsBehind as rowsBehindIt } from './asking.ts';
import { appOn, CONCEPTS, MENTIONS, openSeeded, PAPERS } from './fixture.ts';
import { STATED } from './stated.ts';

describeStores('answers', (factory) => {
  let store: StoreReader;
  let app: FastifyInstance;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await openSeeded(factory));
    app = await appOn(store);
  });
  afterAll(async () => {
    await app.close();
    await remove();
  });

  const get = <T>(url: string, schema: z.ZodType<T>): Promise<T> => ask(app, url, schema);
  const rowsBehind = async (cypher: Cypher): Promise<number> => (await rowsBehindIt(app, cypher)).length;

  describe('the map', () => {
    it('shows papers and concepts with mentions, introductions told apart', async () => {
      const view = await get('/api/graph', graphViewSchema);
      expect(view.nodes.id.toSorted()).toEqual([...PAPERS, ...CONCEPTS].map(({ id }) => id).toSorted());
      expect(view.shown).toEqual({ nodes: 15, of: 15, cap: 1500, most: 10_000 });
      expect(view.edges.source).toHaveLength(MENTIONS.length);
      const introduced = view.edges.type.flatMap((type, i) =>
        type === 'INTRODUCES'
          ? `${view.nodes.id[view.edges.source[i]!]} ${view.nodes.id[view.edges.target[i]!]}`
          : [],
      );
      expect(introduced.toSorted()).toEqual(['p-gcn c-convolution', 'p-transformer c-attention']);
      expect(view.themes.map(({ id }) => id)).toEqual(['t-graphs', 't-language']);
      const at = view.nodes.id.indexOf('c-tide');
      expect([view.nodes.theme[at], view.nodes.kind[at], view.nodes.weight[at]]).toEqual([-1, 'Dataset', 1]);
      const untitled = view.nodes.id.indexOf('p-untitled');
      expect(view.nodes.label[untitled]).toBe(
        'Machine translation between rare languages profits from back translation …',
      );
      expect(await rowsBehind(view.cypher)).toBe(MENTIONS.length);
    });

    it('shows concepts alone and papers alone', async () => {
      const concepts = await get('/api/graph?lens=concepts', graphViewSchema);
      expect(new Set(concepts.edges.type)).toEqual(new Set(['CO_OCCURS', ...STATED.map(({ type }) => type)]));
      expect(concepts.nodes.kind).not.toContain('Paper');
      expect(await rowsBehind(concepts.cypher)).toBe(concepts.edges.type.length);
      const papers = await get('/api/graph?lens=papers', graphViewSchema);
      expect(new Set(papers.edges.type)).toEqual(new Set(['SHARES']));
      expect(new Set(papers.nodes.kind)).toEqual(new Set(['Paper']));
      expect(await rowsBehind(papers.cypher)).toBe(papers.edges.type.length);
    });

    it('keeps to a theme and to a limit, without losing a theme', async () => {
      const language = await get('/api/graph?theme=t-language', graphViewSchema);
      expect(language.nodes.id.toSorted()).toEqual(
        ['c-attention', 'c-back', 'c-translation', 'p-transformer', 'p-untitled'].toSorted(),
      );
      expect(language.themes.map(({ id }) => id)).toEqual(['t-language']);
      expect(await rowsBehind(language.cypher)).toBeGreaterThan(0);
      const few = await get('/api/graph?limit=4', graphViewSchema);
      expect(few.shown).toEqual({ nodes: 4, of: 15, cap: 4, most: 10_000 });
      expect(few.themes).toHaveLength(2);
    });
  });

  describe('search', () => {
    it('finds concepts, papers and themes by whole names, beginnings, misspellings and aliases', async () => {
      const first = async (q: string) =>
        (await get(`/api/search?q=${encodeURIComponent(q)}`, searchResultSchema)).hits[0];
      expect(await first('self-attention')).toMatchObject({
        id: 'c-attention',
        kind: 'Method',
        count: 3,
        matched: null,
      });
      expect(await first('embed')).toMatchObject({ id: 'c-embedding' });
      expect(await first('vertex embedding')).toMatchObject({
        id: 'c-embedding',
        matched: 'vertex embedding',
      });
      expect(await first('GCN')).toMatchObject({ id: 'c-convolution', matched: 'GCN' });
      expect(await first('trasnlation machine')).toMatchObject({ id: 'c-translation' });
      expect(await first('Graph learning')).toMatchObject({ id: 't-graphs', kind: 'Theme', count: 4 });
      expect(await first('tides')).toMatchObject({ id: 'p-island', kind: 'Paper', count: 2001 });
      expect(await first('zzzzzz')).toBeUndefined();
    });

    it('says how many there are beyond the limit', async () => {
      const { hits, total } = await get('/api/search?q=attention&limit=1', searchResultSchema);
      expect(hits).toHaveLength(1);
      expect(total).toBeGreaterThan(1);
    });
  });

  describe('a paper', () => {
    it('has its text, mentions with spans, kin and themes', async () => {
      const paper = await get('/api/papers/p-walks', paperSchema);
      expect(paper).toMatchObject({
        title: 'Random walks for node embedding',
        year: 2014,
        venue: 'KDD',
        doi: null,
        authors: ['Ada Perozzi', 'Ben Skiena'],
        sources: ['seed.txt#1'],
        themes: [{ theme: { id: 't-graphs' }, share: 1 }],
      });
      const walks = paper.mentions.find(({ concept }) => concept.id === 'c-walks')!;
      const words = walks.spans.map(({ field, start, end }) => paper[field]?.slice(start, end).toLowerCase());
      expect(words).toEqual(['random walks', 'random walks']);
      expect(walks).toMatchObject({ count: 2, role: 'uses', introduces: false });
      expect(paper.related[0]).toMatchObject({ paper: { id: 'p-biased', year: 2016 }, concepts: 3 });
      expect(await rowsBehind(paper.cypher)).toBe(paper.mentions.length);
    });

    it('says what it introduces and to which themes it belongs, largest share first', async () => {
      const paper = await get('/api/papers/p-gcn', paperSchema);
      expect(paper.mentions.find(({ introduces }) => introduces)?.concept.id).toBe('c-convolution');
      const gat = await get('/api/papers/p-gat', paperSchema);
      expect(gat.themes.map(({ theme, share }) => [theme.id, share])).toEqual([
        ['t-graphs', 0.5],
        ['t-language', 0.5],
      ]);
    });

    it('says what its sentences state, and by what others are related', async () => {
      const { stated, related } = await get('/api/papers/p-biased', paperSchema);
      expect(stated).toMatchObject([
        { type: 'USED_FOR', from: { id: 'c-walks' }, to: { id: 'c-embedding' }, field: 'abstract' },
      ]);
      const [{ sentence, fromAt, toAt }] = stated as [(typeof stated)[number]];
      expect(sentence).toBe('Biased random walks make a node embedding that keeps roles.');
      expect(sentence.slice(fromAt.start, fromAt.end)).toBe('random walks');
      expect(sentence.slice(toAt.start, toAt.end)).toBe('node embedding');
      const walks = related.find(({ paper }) => paper.id === 'p-walks')!;
      expect(walks.shared.map(({ id }) => id).toSorted()).toEqual(['c-embedding', 'c-link', 'c-walks']);
      // Two mentions each, but fewer papers name the walks.
      expect(walks.shared[0]?.id).toBe('c-walks');
    });
  });

  describe('a concept', () => {
    it('has its papers with the sentence and the place in it', async () => {
      const concept = await get('/api/concepts/c-embedding', conceptSchema);
      expect(concept).toMatchObject({
        name: 'node embedding',
        kind: 'Method',
        paperCount: 3,
        aliases: ['vertex embedding'],
        aliasReasons: ['variant'],
        family: null,
      });
      expect(concept.theme?.id).toBe('t-graphs');
      expect(concept.years).toEqual([
        { year: 2014, papers: 1 },
        { year: 2016, papers: 1 },
        { year: 2017, papers: 1 },
      ]);
      const [first] = concept.papers;
      expect(first?.paper.id).toBe('p-walks');
      expect(first?.evidence[0]?.sentence).toBe('We learn a node embedding from random walks.');
      for (const { evidence } of concept.papers) {
        for (const { sentence, start, end } of evidence) {
          expect(sentence.slice(start, end).toLowerCase()).toBe('node embedding');
        }
      }
      expect(concept.together[0]).toMatchObject({ papers: 2, strength: 3 });
      expect(concept.allYears).toEqual(
        [2001, 2014, 2016, 2017, 2018].map((year) => ({ year, papers: year === 2017 ? 2 : 1 })),
      );
      expect(await rowsBehind(concept.cypher)).toBe(3);
    });

    it('says which paper introduces it', async () => {
      const concept = await get('/api/concepts/c-attention', conceptSchema);
      expect(concept.papers.filter(({ introduces }) => introduces).map(({ paper }) => paper.id)).toEqual([
        'p-transformer',
      ]);
    });
  });

  describe('neighbours', () => {
    it('are what a concept is tied to, the centre first', async () => {
      const view = await get('/api/neighbours/c-attention', graphViewSchema);
      expect(view.nodes.id[0]).toBe('c-attention');
      expect(view.nodes.id.slice(1).toSorted()).toEqual(
        ['c-back', 'c-convolution', 'c-translation', 'p-gat', 'p-transformer', 'p-untitled'].toSorted(),
      );
      expect(view.shown).toEqual({ nodes: 7, of: 7, cap: 40, most: 10_000 });
      expect(new Set(view.edges.type)).toEqual(
        new Set(['MENTIONS', 'INTRODUCES', 'CO_OCCURS', 'USED_FOR', 'COMPARED_WITH']),
      );
      expect(await rowsBehind(view.cypher)).toBeGreaterThan(5);
    });

    it('are as many as asked for, papers and concepts by turns', async () => {
      const view = await get('/api/neighbours/p-walks?limit=2', graphViewSchema);
      expect(view.nodes.kind.slice(1)).toEqual(['Method', 'Paper']);
      expect(view.shown).toEqual({ nodes: 3, of: 6, cap: 2, most: 10_000 });
      expect(await rowsBehind(view.cypher)).toBe(2);
    });
  });

  describe('paths', () => {
    it('are the shortest, each step with its sentence', async () => {
      const { paths, cypher } = await get('/api/paths?from=p-walks&to=p-gat', pathsSchema);
      for (const path of paths) {
        expect(path.nodes[0]?.id).toBe('p-walks');
        expect(path.nodes.at(-1)?.id).toBe('p-gat');
        expect(path.steps).toHaveLength(path.nodes.length - 1);
        for (const { sentence } of path.steps) expect(sentence).toMatch(/\w/);
      }
      expect(paths[0]?.nodes.map(({ id }) => id)).toEqual([
        'p-walks',
        'c-embedding',
        'c-convolution',
        'p-gat',
      ]);
      expect(paths[0]?.steps.map(({ type, sentence }) => [type, sentence])).toEqual([
        ['MENTIONS', 'We learn a node embedding from random walks.'],
        ['CO_OCCURS', 'It beats node embedding on citation data.'],
        ['MENTIONS', 'Self-attention replaces the average of a graph convolution.'],
      ]);
      expect(await rowsBehind(cypher)).toBeGreaterThan(0);
    });

    it('are none where nothing connects', async () => {
      const { paths } = await get('/api/paths?from=p-walks&to=c-tide', pathsSchema);
      expect(paths).toEqual([]);
    });
  });

  describe('status and health', () => {
    it('say what is served', async () => {
      const status = await get('/api/status', statusSchema);
      expect(status.counts).toEqual({ papers: 7, concepts: 8, mentions: MENTIONS.length, themes: 2 });
      expect(status.run).toMatchObject({ id: 'analysis', seed: 7 });
      expect(status.store.kind).toBe(store.kind);
      expect(status.store.engine).toMatch(/\d/);
      expect(status.limits).toEqual({ mapNodes: 1500, rows: 1000, milliseconds: 10_000 });
      expect(await get('/api/health', healthSchema)).toEqual({ status: 'ok' });
    });
  });
});
