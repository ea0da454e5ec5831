import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphView, Lens } from '../../../graph/contract.ts';
import { gatherShare, type ShareAsker, type ShareTie } from '../../../graph/export/share-file.ts';
import { createLocalServer } from '../../../web/sharing/file/local-server.ts';
import { appOn, openSeeded, type SeededStore } from '../../graph/server/fixture.ts';

let seeded: SeededStore;
let app: FastifyInstance;
beforeAll(async () => {
  seeded = await openSeeded();
  app = await appOn(seeded.store);
});
afterAll(async () => {
  await app?.close();
  await seeded?.remove();
});

const get = async <Answer>(path: string) => (await app.inject(`/api${path}`)).json() as Answer;
const post = async <Answer>(path: string, payload: object) =>
  (await app.inject({ method: 'POST', url: `/api${path}`, payload })).json() as Answer;
const asker: ShareAsker = {
  limits: () => get('/share'),
  status: () => get('/status'),
  themes: () => get('/themes'),
  themeMap: () => get('/graph?lens=themes'),
  ties: async (id) =>
    (await post<{ links: ShareTie[] }>('/export', { format: 'node-link', nodes: { id } })).links,
  answers: (ids, abstracts) => post('/share', { ids, abstracts }),
};

/** The file made of this view, asked as the page in it asks. */
async function fileOf(view: GraphView, address: string, lens: Lens = 'all') {
  const choice = { view, lens, title: '', about: '', address, abstracts: true };
  const hooks = { progress: () => {}, signal: new AbortController().signal };
  const answer = createLocalServer(await gatherShare(asker, choice, hooks));
  return async (query: string) => (await (await answer(`/api/graph?${query}`)).json()) as GraphView;
}
/** Which nodes, and as how many papers each of them counts. */
const weighed = ({ nodes }: GraphView) =>
  Object.fromEntries(
    nodes.id.map((id, i) => [id, nodes.kind[i] === 'Paper' ? null : nodes.weight[i]]).sort(),
  );

it('is narrowed by the years of the papers of its concepts, as the server narrows', async () => {
  const file = await fileOf(await get('/graph?lens=all'), '');
  for (const filters of [
    '',
    'from=2017',
    'to=2016',
    'from=2014&to=2014',
    'from=2017&to=2018&minPapers=2',
    'from=2001&to=2001',
    'from=2019',
    'minPapers=3',
  ]) {
    for (const lens of ['all', 'concepts', 'papers']) {
      const query = `lens=${lens}&${filters}`;
      const [here, there] = [await file(query), await get<GraphView>(`/graph?${query}`)];
      expect(weighed(here), query).toEqual(weighed(there));
      expect(here.shown, query).toMatchObject({ nodes: there.shown.nodes, of: there.shown.of });
    }
    // Of a theme the file knows all papers with a share in it, the server here those that are most of all of it.
    if (filters.includes('&minPapers')) continue;
    const themes = `lens=themes&${filters}`;
    expect((await file(themes)).nodes.id, themes).toEqual(
      (await get<GraphView>(`/graph?${themes}`)).nodes.id,
    );
  }
  expect((await file('lens=all&from=2017')).years).toEqual(
    (await get<GraphView>('/graph?lens=all&from=2017')).years,
  );
});

it('begins with what was exported, of which it counts no more than it holds', async () => {
  // A cap, and ties that only the whole graph has.
  const exported = await get<GraphView>('/graph?lens=all&from=2014&minDegree=2&limit=6');
  expect(exported.shown.of).toBeGreaterThan(exported.shown.nodes);
  const file = await fileOf(exported, 'from=2014&minDegree=2&colour=year');
  const first = await file('lens=all&limit=6&from=2014&minDegree=2');
  expect(first.nodes.id).toEqual(exported.nodes.id);
  expect(first.edges).toEqual(exported.edges);
  expect(first.shown).toMatchObject({ nodes: 6, of: 6 });
  const later = await file('lens=all&from=2017');
  const { nodes: there } = await get<GraphView>('/graph?lens=all&from=2017');
  expect(later.nodes.id).toEqual(exported.nodes.id.filter((id) => there.id.includes(id)));
  expect(later.shown.of).toBe(later.nodes.id.length);
  expect(later.nodes.id.length).toBeLessThan(6);
});

it('holds what a statement returned, narrowed where asked, and answers no other statement', async () => {
  const lens = `lens=query&${new URLSearchParams({ statement: 'MATCH (p:Paper) RETURN p' })}`;
  const view = await get<GraphView>(`/graph?${lens}`);
  const file = await fileOf(
    view,
    `lens=query&${new URLSearchParams({ draw: 'MATCH (p:Paper) RETURN p' })}`,
    'query',
  );
  expect(weighed(await file(lens))).toEqual(weighed(view));
  expect(weighed(await file(`${lens}&from=2018`))).toEqual(weighed(await get(`/graph?${lens}&from=2018`)));
  expect(await file(`lens=query&statement=RETURN+1`)).toMatchObject({ error: { code: 'notFound' } });
});
