import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraphView, graphViewSchema, statusSchema } from '../../../graph/contract.ts';
import type { Statement, StoreWriter } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';
import { ask, rowsBehind } from './asking.ts';
import { appOn, seed } from './fixture.ts';

const LATE: Statement[] = [
  {
    text: `MERGE (r:Run {id: 'arrivals'})
           SET r.at = '2024-05-06T07:08:09.000Z', r.papers = ['p-untitled'], r.concepts = ['c-back'],
               r.paperCount = 1, r.conceptCount = 1`,
    parameters: {},
  },
  { text: "MERGE (a:Annotation {id: 'p-gcn'}) SET a.note = '', a.tags = ['Seen', 'core']", parameters: {} },
];

describeStores('lenses and filters', (factory) => {
  let store: StoreWriter;
  let app: FastifyInstance;
  let cleanup: () => Promise<void>;

  beforeAll(async () => {
    ({ writer: store, cleanup } = await factory.open());
    await seed(store);
    await store.write(LATE);
    app = await appOn(store);
  });
  afterAll(async () => {
    await app.close();
    await cleanup();
  });

  /** The map, whose Cypher must run and, as all that is asked for here is there, find something. */
  const draw = async (query: string): Promise<GraphView> => {
    const view = await ask(app, `/api/graph?${query}`, graphViewSchema);
    if (view.edges.type.length === 0) await rowsBehind(app, view.cypher);
    else expect(await rowsBehind(app, view.cypher), JSON.stringify(view.cypher)).not.toEqual([]);
    return view;
  };
  const idsOf = (view: GraphView): string[] => view.nodes.id.toSorted();
  const refused = async (query: string) => {
    const answer = await app.inject(`/api/graph?${query}`);
    return [answer.statusCode, answer.json().error.code];
  };

  describe('filters', () => {
    it('keep kinds, years and counts within those years', async () => {
      const methods = await draw('kinds=Paper,Method');
      expect(new Set(methods.nodes.kind)).toEqual(new Set(['Paper', 'Method']));
      const late = await draw('from=2017&to=2018');
      expect(idsOf(late)).toEqual([
        'c-attention',
        'c-convolution',
        'c-embedding',
        'c-translation',
        'p-gat',
        'p-gcn',
        'p-transformer',
      ]);
      const { weight, id } = late.nodes;
      expect(weight[id.indexOf('c-embedding')], 'papers of those years').toBe(1);
      expect(
        late.years.map(({ year }) => year),
        'the brush spans all years',
      ).toEqual([2001, 2014, 2016, 2017, 2018]);
      const common = await draw('from=2017&to=2018&minPapers=2');
      expect(idsOf(common)).toEqual(['c-attention', 'c-convolution', 'p-gat', 'p-gcn', 'p-transformer']);
    });

    it('find words as the search does, in names, aliases and titles', async () => {
      expect(idsOf(await draw('text=attention'))).toEqual(['c-attention', 'p-gat', 'p-transformer']);
      const view = await ask(app, '/api/graph?text=GCN', graphViewSchema);
      expect(view.nodes.id).toEqual(['c-convolution']);
      expect(view.years, 'papers that name it, where none is drawn').toEqual([
        { year: 2017, papers: 1 },
        { year: 2018, papers: 1 },
      ]);
      expect((await ask(app, '/api/graph?text=atention', graphViewSchema)).nodes.id).toContain('c-attention');
    });

    it('keep what is tagged or new, and what that is tied to', async () => {
      expect(idsOf(await draw('tag=seen'))).toEqual(['c-convolution', 'c-embedding', 'p-gcn']);
      expect(idsOf(await draw('tag=core&lens=papers'))).toEqual(['p-gcn']);
      const answer = await app.inject('/api/graph?tag=core');
      expect(answer.headers.etag, 'tags change without the graph').toBeUndefined();
      const fresh = idsOf(await draw('fresh=1'));
      expect(fresh).toEqual(['c-attention', 'c-back', 'c-translation', 'p-untitled']);
    });

    it('narrow by ties before the cap', async () => {
      const largest = await draw('largest=1');
      expect(idsOf(largest)).not.toContain('p-island');
      expect(largest.shown.of).toBe(13);
      const busy = await draw('minDegree=3');
      expect(idsOf(busy)).toEqual(['c-attention', 'c-embedding', 'p-biased', 'p-untitled', 'p-walks']);
      const core = await draw('core=2&limit=3');
      expect(core.shown).toEqual({ nodes: 3, of: 12, cap: 3, most: 10_000 });
    });

    it('draw only the relations that are asked for', async () => {
      expect(new Set((await draw('relations=INTRODUCES')).edges.type)).toEqual(new Set(['INTRODUCES']));
      const stated = await draw('relations=MENTIONS,USED_FOR');
      expect(new Set(stated.edges.type)).toEqual(new Set(['MENTIONS', 'USED_FOR']));
      expect((await draw('relations=SHARES')).edges.type).toEqual([]);
    });
  });

  describe('lenses', () => {
    it('show themes by their links, and the parts of one', async () => {
      const themes = await draw('lens=themes');
      expect(themes.nodes.id).toEqual(['t-graphs', 't-language']);
      expect(new Set(themes.nodes.kind)).toEqual(new Set(['Theme']));
      expect(themes.nodes.weight).toEqual([4, 3]);
      expect(themes.edges).toEqual({ source: [0], target: [1], type: ['LINKS'], weight: [1] });
      const recent = await draw('lens=themes&from=2017');
      expect(recent.nodes.weight).toEqual([2, 1]);
      const parts = await ask(app, '/api/graph?lens=themes&theme=t-graphs', graphViewSchema);
      expect(parts.nodes.id).toEqual(['s-walks']);
      expect(parts.themes.map(({ id }) => id)).toEqual(['t-graphs']);
    });

    it('show what lies around a centre, to any depth, the nearest first', async () => {
      const near = await draw('lens=ego&centre=p-gat');
      expect(near.nodes.id[0]).toBe('p-gat');
      expect(idsOf(near)).toEqual([
        'c-attention',
        'c-convolution',
        'p-gat',
        'p-gcn',
        'p-transformer',
        'p-untitled',
      ]);
      const far = await draw('lens=ego&centre=p-gat&depth=2&limit=8');
      expect(far.shown).toMatchObject({ nodes: 8, cap: 8 });
      expect(far.shown.of).toBeGreaterThan(8);
      expect(far.nodes.id.slice(1, 5).some((id) => idsOf(near).includes(id))).toBe(true);
      const busy = await draw('lens=ego&centre=p-gat&depth=2&minDegree=4');
      const capped = await draw('lens=ego&centre=p-gat&depth=2&minDegree=4&limit=3');
      expect(busy.shown.of, 'narrowed before the cap').toBe(busy.nodes.id.length);
      expect(capped.shown).toMatchObject({ nodes: 3, of: busy.shown.of });
      expect(idsOf(busy)).toEqual(expect.arrayContaining(idsOf(capped)));
      const filtered = await draw('lens=ego&centre=p-island&kinds=Dataset');
      expect(filtered.nodes.id, 'the centre stays').toEqual(['p-island', 'c-tide']);
      expect((await ask(app, '/api/graph?lens=ego&centre=p-gat&limit=1', graphViewSchema)).nodes.id).toEqual([
        'p-gat',
      ]);
    });

    it('need what they ask about', async () => {
      expect(await refused('lens=ego')).toEqual([400, 'input']);
      expect(await refused('lens=ego&centre=p-nothing')).toEqual([404, 'notFound']);
      expect(await refused('lens=ego&centre=t-graphs')).toEqual([404, 'notFound']);
      expect(await refused('lens=themes&theme=t-nothing')).toEqual([404, 'notFound']);
    });
  });

  describe('columns', () => {
    it('say the median year, what lies between, and what links the themes', async () => {
      const view = await draw('lens=all');
      const at = (id: string) => view.nodes.id.indexOf(id);
      expect(view.nodes.year[at('c-embedding')], 'of 2014, 2016 and 2017').toBe(2016);
      expect(view.nodes.year[at('c-back')]).toBeNull();
      expect(Math.max(...view.nodes.betweenness)).toBe(1);
      expect(view.nodes.betweenness[at('p-gcn')], 'joins the two themes').toBeGreaterThan(
        view.nodes.betweenness[at('p-walks')]!,
      );
      expect(view.nodes.betweenness[at('p-island')]).toBe(0);
      expect(view.themeLinks).toEqual([{ source: 0, target: 1, weight: 1 }]);
      expect(view.nodes.id.filter((_, i) => view.nodes.fresh[i]).toSorted()).toEqual([
        'c-back',
        'p-untitled',
      ]);
      const status = await ask(app, '/api/status', statusSchema);
      expect(status.lastIngest).toEqual({ at: '2024-05-06T07:08:09.000Z', papers: 1, concepts: 1 });
    });
  });

  it.each([
    'lens=papers&from=2016&to=2017',
    'lens=papers&theme=t-language',
    'lens=papers&tag=core',
    'lens=concepts&theme=t-language',
    'lens=concepts&from=2017&to=2018&minPapers=2',
    'lens=concepts&tag=seen',
    'lens=all&theme=t-language',
    'lens=all&from=2017&minPapers=2&relations=MENTIONS,USED_FOR',
    'lens=all&text=atention',
    'lens=all&kinds=Method',
    'lens=all&kinds=Paper&from=2017',
    'lens=ego&centre=p-gat&from=2017&kinds=Paper,Method',
    'lens=themes',
  ])('the Cypher of %s finds just what is tied on that map', async (query) => {
    const view = await ask(app, `/api/graph?${query}`, graphViewSchema);
    const { text, parameters } = view.cypher;
    const payload = { statement: text, parameters };
    const { ids } = (await app.inject({ method: 'POST', url: '/api/cypher', payload })).json();
    const tied = new Set([...view.edges.source, ...view.edges.target]);
    const isAlone = text.includes('MATCH (c:Concept)\n') || text.includes('MATCH (p:Paper)\n');
    const shown = view.nodes.id.filter((_, i) => isAlone || tied.has(i));
    expect(ids.toSorted(), text).toEqual(shown.toSorted());
  });

  it('neighbours keep to a relation and to a kind', async () => {
    const shared = await ask(app, '/api/neighbours/p-gat?relation=SHARES', graphViewSchema);
    expect(new Set(shared.nodes.kind)).toEqual(new Set(['Paper']));
    const tasks = await ask(app, '/api/neighbours/c-attention?kind=Task', graphViewSchema);
    expect(tasks.nodes.id).toEqual(['c-attention', 'c-translation']);
    expect(tasks.shown.of).toBe(2);
    for (const { cypher } of [shared, tasks]) expect(await rowsBehind(app, cypher)).not.toEqual([]);
  });
});
