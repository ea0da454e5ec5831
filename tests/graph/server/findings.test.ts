import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  backtestSchema,
  conceptSchema,
  gapReportSchema,
  gapSchema,
  gapsSchema,
  graphViewSchema,
  matrixSchema,
  pairSchema,
  themeSchema,
  themesSchema,
} from '../../../graph/contract.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';
import { ask, rowsBehind } from './asking.ts';
import { appOn, openSeeded } from './fixture.ts';
import { RECORD } from './seed-findings.ts';

describeStores('what the analysis found', (factory) => {
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

  describe('themes', () => {
    it('of both levels are listed with how far they can be trusted', async () => {
      const answer = await ask(app, '/api/themes', themesSchema);
      expect(answer.themes.map(({ id, level, parent }) => [id, level, parent])).toEqual([
        ['t-graphs', 0, null],
        ['t-language', 0, null],
        ['s-walks', 1, 't-graphs'],
      ]);
      expect(answer.themes[0]).toMatchObject({
        label: 'Graph learning',
        ownLabel: 'node embedding, random walks',
        stability: 0.9,
        otherStability: 0.95,
        centrality: 2.5,
        density: 0.5,
        quadrant: 'motor',
      });
      expect(answer).toMatchObject({
        algorithm: 'louvain',
        medians: { centrality: 1.5, density: 0.25 },
        editable: false,
      });
      expect(answer.agreement.map(({ algorithm }) => algorithm)).toEqual(['louvain', 'leiden']);
      expect(answer.changes).toMatchObject([{ event: 'split', kept: 6, of: 7 }]);
      expect(answer.leftOut?.common).toEqual([
        {
          concept: expect.objectContaining({ id: 'c-attention', paperCount: 3 }),
          name: 'self-attention',
          papers: 3,
        },
        { concept: null, name: 'network', papers: 6 },
      ]);
      expect(await rowsBehind(app, answer.cypher)).toHaveLength(3);
    });

    it('of an older store are told without what it does not know', async () => {
      const { themes } = await ask(app, '/api/themes', themesSchema);
      expect(themes[1]).toMatchObject({
        ownLabel: 'Language',
        stability: null,
        otherStability: null,
        centrality: null,
        quadrant: null,
      });
    });

    it('have a dossier, without what has gone since', async () => {
      const theme = await ask(app, '/api/themes/t-graphs', themeSchema);
      expect(theme.ownLabel).toBe('node embedding, random walks');
      expect(theme.subThemes.map(({ id }) => id)).toEqual(['s-walks']);
      expect(theme.keyPapers).toEqual([
        {
          paper: { id: 'p-walks', label: 'Random walks for node embedding', year: 2014, venue: 'KDD' },
          share: 1,
          why: ['names 3 of its concepts'],
        },
      ]);
      expect(theme.defining[0]?.concepts.map(({ concept, score }) => [concept.name, score])).toEqual([
        ['random walks', 2.5],
      ]);
      expect(theme.pairings.rows.map(({ id }) => id)).toEqual(['c-walks']);
      expect(theme.pairings.columns.map(({ id }) => id)).toEqual(['c-tide']);
      expect(theme.pairings.papers).toEqual([[0]]);
      expect(theme.bursts).toMatchObject([
        { concept: { id: 'c-walks' }, from: 2014, to: 2016, ongoing: false },
      ]);
      expect(theme.links).toMatchObject([
        {
          theme: { id: 't-language' },
          weight: 0.125,
          papers: [{ id: 'p-gat' }],
          concepts: [{ id: 'c-convolution' }],
        },
      ]);
      expect(theme.links[0]?.papers).toHaveLength(1);
      expect(theme.questions).toMatchObject([{ paper: { id: 'p-gcn' }, field: 'abstract' }]);
      expect(theme.concepts.map(({ id, ambiguity }) => [id, ambiguity])).toEqual([
        ['c-embedding', null],
        ['c-convolution', 0.75],
        ['c-link', null],
        ['c-walks', 0],
      ]);
      expect(await rowsBehind(app, theme.cypher)).toHaveLength(4);
    });

    it('without a dossier have plain links and nothing else', async () => {
      const theme = await ask(app, '/api/themes/t-language', themeSchema);
      expect(theme).toMatchObject({ keyPapers: [], defining: [], bursts: [], questions: [], subThemes: [] });
      expect(theme.links).toEqual([
        { theme: expect.objectContaining({ id: 't-graphs' }), weight: 1, papers: [], concepts: [] },
      ]);
    });

    it('within a theme have members of their own, and are no regions of the map', async () => {
      const sub = await ask(app, '/api/themes/s-walks', themeSchema);
      expect(sub).toMatchObject({ parent: 't-graphs', level: 1, stability: 0.7, links: [], subThemes: [] });
      expect(sub.concepts.map(({ id }) => id)).toEqual(['c-embedding', 'c-walks']);
      expect(sub.papers.map(({ paper }) => paper.id)).toEqual(['p-biased', 'p-walks']);
      expect(await rowsBehind(app, sub.cypher)).toHaveLength(2);
      const all = await ask(app, '/api/graph', graphViewSchema);
      expect(all.themes.map(({ id }) => id)).toEqual(['t-graphs', 't-language']);
      const part = await ask(app, '/api/graph?theme=s-walks', graphViewSchema);
      expect(part.nodes.id.toSorted()).toEqual(['c-embedding', 'c-walks', 'p-biased', 'p-walks']);
      expect(part.themes.map(({ id }) => id)).toEqual(['t-graphs']);
    });

    it('are told with how unsure they are of a concept', async () => {
      const view = await ask(app, '/api/graph', graphViewSchema);
      const ambiguity = (id: string) => view.nodes.ambiguity[view.nodes.id.indexOf(id)];
      expect(['c-convolution', 'c-walks', 'c-tide', 'p-gat'].map(ambiguity)).toEqual([0.75, 0, 0, 0]);
      expect((await ask(app, '/api/concepts/c-convolution', conceptSchema)).ambiguity).toBe(0.75);
      expect((await ask(app, '/api/concepts/c-tide', conceptSchema)).ambiguity).toBeNull();
    });
  });

  describe('gaps', () => {
    it('are listed by kind and rank, with what was left out and what people said', async () => {
      const { lists, editable } = await ask(app, '/api/gaps', gapsSchema);
      expect(editable).toBe(false);
      expect(lists.map(({ kind, gaps }) => [kind, ...gaps.map(({ id }) => id)])).toEqual([
        ['themePair', 'g-themes'],
        ['conceptPair', 'g-first', 'g-second'],
        ['cell'],
      ]);
      const [themes, concepts, cells] = lists;
      expect(themes).toMatchObject({
        considered: 1,
        excluded: [{ reason: 'fewer than 5 links expected', count: 2 }],
        parameters: { fewestExpected: 5, nullModel: 'configuration' },
      });
      expect(themes?.definition.formula).not.toBe('');
      expect(themes?.gaps[0]).toMatchObject({
        title: 'Graph learning and Language',
        score: 1.25,
        observed: 1,
        expected: 3.5,
        between: [
          { id: 't-graphs', kind: 'Theme', label: 'Graph learning', colour: 0 },
          { id: 't-language', kind: 'Theme', label: 'Language', colour: 1 },
        ],
        verdict: null,
        note: '',
      });
      expect(concepts?.gaps[0]).toMatchObject({
        verdict: 'kept',
        note: 'Ask Ada.',
        between: [
          { id: 'c-walks', kind: 'Method', label: 'random walks', colour: 0 },
          { id: 'c-translation', kind: 'Task', label: 'machine translation', colour: 1 },
        ],
      });
      expect(await rowsBehind(app, themes!.cypher)).toHaveLength(2);
      expect(await rowsBehind(app, concepts!.cypher)).toHaveLength(4);
      expect(await rowsBehind(app, cells!.cypher)).toEqual([]);
    });

    it('are told with all that speaks for them and against them', async () => {
      const gap = await ask(app, '/api/gaps/g-themes', gapSchema);
      expect(gap.measures).toEqual({ observed: 1, expected: 3.5, pValue: 0.03 });
      expect(gap.evidenceFor).toMatchObject([{ text: 'Their texts are related: cosine 0.4.' }]);
      expect(gap.evidenceFor[0]?.refs.map(({ id }) => id)).toEqual(['t-graphs']);
      expect(gap.evidenceAgainst[0]?.refs).toEqual([
        { id: 'p-gat', kind: 'Paper', label: 'Attention on graphs', colour: 0 },
      ]);
      expect(gap.bridges).toMatchObject([{ ref: { id: 'p-gat' }, why: 'half of it is in each' }]);
      expect(gap.bridges).toHaveLength(1);
      expect(gap.question).toMatch(/\?/);
      expect(await rowsBehind(app, gap.cypher)).toHaveLength(2);
    });
  });

  it('a gap can be taken along, with its papers', async () => {
    const { markdown, bibtex } = await ask(app, '/api/gaps/g-themes/report', gapReportSchema);
    expect(markdown).toMatch(/^# Graph learning × Language\n/);
    expect(markdown).toContain('One paper joins them already');
    expect(markdown).toContain('- fewer than 5 links expected: 2\n');
    expect(markdown).toContain('- fewestExpected: 5\n- nullModel: configuration\n');
    expect(bibtex.match(/^@/gm)).toHaveLength(1);
    expect(bibtex).toContain('Attention on graphs');
    const kept = await ask(app, '/api/gaps/g-first/report', gapReportSchema);
    expect(kept.markdown).toContain('Ask Ada');
  });

  describe('the matrix', () => {
    it('has papers observed and expected, as its Cypher counts them', async () => {
      const matrix = await ask(app, '/api/matrix', matrixSchema);
      expect(matrix.rows.map(({ id }) => id)).toEqual(['c-embedding', 'c-walks', 'c-attention']);
      expect(matrix.columns.map(({ id }) => id)).toEqual(['c-link', 'c-translation']);
      expect(matrix.papers).toBe(7);
      expect(matrix.observed).toEqual([
        [2, 0],
        [2, 0],
        [0, 2],
      ]);
      expect(matrix.expected[0]).toEqual([0.86, 0.86]);
      expect(await rowsBehind(app, matrix.cypher)).toEqual([
        ['node embedding', 'link prediction', 2],
        ['random walks', 'link prediction', 2],
        ['self-attention', 'machine translation', 2],
      ]);
    });

    it('is refused of other kinds, and is missing where none was made', async () => {
      const other = await app.inject('/api/matrix?rows=Metric&columns=Task');
      expect([other.statusCode, other.json().error.code]).toEqual([400, 'input']);
      expect(other.json().error.message).toContain('Method by Task, Method by Dataset, Task by Dataset');
      const none = await app.inject('/api/matrix?rows=Task&columns=Dataset');
      expect([none.statusCode, none.json().error.code]).toEqual([404, 'notFound']);
    });
  });

  describe('a pair', () => {
    it('has the papers that name both, with the sentences, and what chance would make', async () => {
      const pair = await ask(app, '/api/pairs?one=c-walks&other=c-link', pairSchema);
      expect([pair.one.name, pair.other.name]).toEqual(['random walks', 'link prediction']);
      expect(pair.observed).toBe(2);
      expect(pair.expected).toBeCloseTo((2 * 2) / 7);
      expect(pair.none).toBeCloseTo(Math.exp(-4 / 7));
      expect(pair.papers.map(({ paper }) => paper.id)).toEqual(['p-biased', 'p-walks']);
      for (const { one, other } of pair.papers) {
        expect(one[0]!.sentence.slice(one[0]!.start, one[0]!.end).toLowerCase()).toBe('random walks');
        expect(other[0]!.sentence.slice(other[0]!.start, other[0]!.end).toLowerCase()).toBe(
          'link prediction',
        );
      }
      expect(await rowsBehind(app, pair.cypher)).toHaveLength(2);
    });

    it('that never met has none', async () => {
      const pair = await ask(app, '/api/pairs?one=c-walks&other=c-tide', pairSchema);
      expect(pair).toMatchObject({ observed: 0, papers: [] });
      expect(await rowsBehind(app, pair.cypher)).toEqual([]);
    });
  });

  it('the track record is told with what its rankings do', async () => {
    const { record, refused, methods, cypher } = await ask(app, '/api/backtest', backtestSchema);
    expect([record, refused]).toEqual([RECORD, null]);
    expect(methods.map(({ name }) => name)).toEqual(['lacuna', 'recentPopularity']);
    expect(await rowsBehind(app, cypher)).toHaveLength(1);
  });
});
