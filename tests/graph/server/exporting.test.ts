import type { FastifyInstance } from 'fastify';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type ExportRequest,
  graphViewSchema,
  paperSchema,
  shareAnswersSchema,
} from '../../../graph/contract.ts';
import { ask } from './asking.ts';
import { appOn, openSeeded } from './fixture.ts';

let app: FastifyInstance;
let remove: () => Promise<void>;

beforeAll(async () => {
  const seeded = await openSeeded();
  app = await appOn(seeded.store, { exportNodes: 12, shareBatch: 4 });
  remove = seeded.remove;
});
afterAll(async () => {
  await app.close();
  await remove();
});

const save = (payload: ExportRequest) => app.inject({ method: 'POST', url: '/api/export', payload });
const PAPERS = ['p-gcn', 'p-transformer'];

it('writes what is drawn: these nodes at these places, with these ties', async () => {
  const { statusCode, headers, body } = await save({
    format: 'gexf',
    title: 'What is on screen',
    nodes: {
      id: ['p-gcn', 'c-convolution', 'nothing-here'],
      x: [1, 2, 3],
      y: [-1, -2, -3],
      size: [4, 5, 6],
      colour: ['#1a73d5', '#ab8704', '#000000'],
    },
    edges: { source: [0, 0], target: [1, 2], type: ['INTRODUCES', 'MENTIONS'], weight: [0.5, 1] },
  });
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/gexf+xml; charset=utf-8',
    'content-disposition': 'attachment; filename="lacuna.gexf"',
  });
  const graph = gexf.parse(Graph, body);
  expect(graph.nodes()).toEqual(['p-gcn', 'c-convolution']);
  expect(graph.mapEdges((_, attributes) => attributes)).toEqual([{ type: 'INTRODUCES', weight: 0.5 }]);
  expect(graph.getNodeAttributes('p-gcn')).toMatchObject({ kind: 'Paper', x: 1, y: -1, size: 4 });
});

it('adds the ties that the store has where none are named, and finds the members of a theme', async () => {
  const view = await ask(app, '/api/graph', graphViewSchema);
  const theme = view.themes[0]!.id;
  const { nodes, links } = (await save({ format: 'node-link', theme })).json();
  const members = view.nodes.id.filter((_, i) => view.themes[view.nodes.theme[i]!]?.id === theme);
  expect(nodes.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(members));
  expect(links.length).toBeGreaterThan(0);
  const references = (await save({ format: 'ris', nodes: { id: ['c-convolution', ...PAPERS] } })).body;
  expect(references.match(/^TY {2}- /gm)).toHaveLength(2);
});

it.each([
  [{ format: 'csv' }, 400, { field: 'nodes' }],
  [{ format: 'csv', theme: 'no-such' }, 404, {}],
  [{ format: 'csv', nodes: { id: PAPERS, x: [1] } }, 400, { field: 'nodes' }],
  [
    { format: 'csv', nodes: { id: Array.from({ length: 13 }, (_, i) => `x${i}`) } },
    413,
    { limit: 'exportNodes' },
  ],
  [{ format: 'csv', nodes: { id: PAPERS, colour: ['red', 'url(x)'] } }, 400, { field: 'nodes.colour.0' }],
  [{ format: 'exe', nodes: { id: PAPERS } }, 400, { field: 'format' }],
] as const)('refuses %j', async (request, status, details) => {
  const answer = await save(request as unknown as ExportRequest);
  expect(answer.statusCode).toBe(status);
  expect(answer.json().error.details).toMatchObject(details);
});

it('answers for a file of its own what the panels would get, with abstracts and without', async () => {
  const share = async (payload: object) => {
    const answer = await app.inject({ method: 'POST', url: '/api/share', payload });
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
    return shareAnswersSchema.parse(answer.json()).answers;
  };
  const ids = ['p-gcn', 'c-convolution', 'nothing-here'];
  const whole = await share({ ids });
  expect(Object.keys(whole)).toEqual(['/papers/p-gcn', '/concepts/c-convolution']);
  for (const [path, answer] of Object.entries(whole)) {
    expect(answer, path).toEqual((await app.inject(`/api${path}`)).json());
  }
  const bare = await share({ ids, abstracts: false });
  const paper = paperSchema.parse(bare['/papers/p-gcn']);
  expect(paper.abstract).toBeNull();
  expect(paper.mentions.flatMap(({ spans }) => spans).every(({ field }) => field === 'title')).toBe(true);
  const { abstract } = paperSchema.parse(whole['/papers/p-gcn']);
  const sentence = abstract!.split('. ')[0]!;
  expect(JSON.stringify(whole)).toContain(JSON.stringify(sentence).slice(1, -1));
  expect(JSON.stringify(bare)).not.toContain(JSON.stringify(sentence).slice(1, -1));

  const many = await app.inject({
    method: 'POST',
    url: '/api/share',
    payload: { ids: ['1', '2', '3', '4', '5'] },
  });
  expect(many.json().error).toMatchObject({ code: 'limit', details: { limit: 'shareBatch' } });
  expect((await app.inject('/api/share')).json()).toMatchObject({ batch: 4 });
});
