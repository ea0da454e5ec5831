import { expect, it } from 'vitest';
import type { SharedGraph } from '../../../graph/export/share-file.ts';
import { opaque, straightColour } from '../../../web/sharing/colours.ts';
import { createLocalServer } from '../../../web/sharing/file/local-server.ts';
import { embedAddress, wholeAddress } from '../../../web/state/embedding.ts';
import { graphView } from '../graph-view.ts';

const VIEW = graphView(
  [
    { id: 'p1', kind: 'Paper', label: 'Moss on stones' },
    { id: 'p2', kind: 'Paper', label: 'Walks in the bog', theme: 0 },
    { id: 'c1', label: 'random walk', theme: 0, weight: 2 },
    { id: 'c2', kind: 'Term', label: 'peat', weight: 1 },
    { id: 'c3', kind: 'Task', label: 'lonely' },
  ],
  [
    [0, 2],
    [1, 2],
    [1, 3],
  ],
  ['t1'],
);
const shared = {
  address: 'only=t1',
  views: { all: VIEW },
  answers: { '/concepts/c1': { aliases: ['walks at random'] } },
  status: { version: '1' },
} as unknown as SharedGraph;
const ask = async (address: string) => (await createLocalServer(shared)(`/api${address}`)).json();

it('narrows the map as the server does', async () => {
  const ids = async (query: string) => (await ask(`/graph?lens=all&${query}`)).nodes.id;
  expect(await ids('')).toEqual(VIEW.nodes.id);
  expect(await ids('kinds=Paper,Term')).toEqual(['p1', 'p2', 'c2']);
  expect(await ids('theme=t1')).toEqual(['p2', 'c1']);
  expect(await ids('minPapers=2')).toEqual(['p1', 'p2', 'c1']);
  expect(await ids('text=WALK')).toEqual(['p2', 'c1']);
  expect(await ids('minDegree=2')).toEqual(['p2', 'c1']);
  expect(await ids('core=2')).toEqual([]);
  expect(await ids('largest=1')).toEqual(['p1', 'p2', 'c1', 'c2']);
  expect(await ids('relations=SHARES&largest=1')).toHaveLength(1);
  const narrowed = await ask('/graph?lens=all&kinds=Paper,Method');
  expect([narrowed.edges.source, narrowed.edges.target]).toEqual([
    [0, 1],
    [2, 2],
  ]);
  expect((await ask('/graph?lens=ego&centre=p1&depth=2')).nodes.id).toEqual(['p1', 'p2', 'c1']);
  expect((await ask('/neighbours/c1?limit=40')).nodes.id).toEqual(['p1', 'p2', 'c1']);
  const capped = await ask('/neighbours/c1?limit=1&kind=Paper&relation=MENTIONS');
  expect(capped.nodes.id).toHaveLength(2);
  expect(capped.shown).toMatchObject({ nodes: 2, of: 3 });
  expect((await ask('/neighbours/c1?limit=9&kind=Task')).nodes.id).toEqual(['c1']);
  expect((await ask('/neighbours/c1?limit=9&relation=SHARES')).nodes.id).toEqual(['c1']);
});

it('finds what is misspelt, unfinished, or another name; says what it does not hold', async () => {
  const found = async (text: string) =>
    (await ask(`/search?q=${encodeURIComponent(text)}&limit=5`)).hits.map(({ id }: { id: string }) => id);
  expect(await found('randon wa')).toEqual(['c1']);
  expect(await found('walks at')).toEqual(['c1']);
  expect(await found('stonse')).toEqual(['p1']);
  expect(await found('theme')).toEqual(['t1']);
  expect((await ask('/gaps')).error).toMatchObject({ code: 'notFound' });
  expect((await ask('/papers/__proto__')).error.code).toBe('notFound');
});

it('knows colours and addresses', () => {
  expect(straightColour('rgba(45, 60, 75, 0.3)')).toBe('rgba(150, 200, 250, 0.3)');
  expect(straightColour('rgba(0, 0, 0, 0)')).toBeNull();
  expect([opaque('rgba(26, 115, 213, 0.3)'), opaque('#1a73d5')]).toEqual(['#1a73d5', '#1a73d5']);
  expect(embedAddress('http://127.0.0.1:1/?x="><script>#lens=all&only=t1')).toBe(
    'http://127.0.0.1:1/?embed#lens=all&amp;only=t1',
  );
  expect(wholeAddress('http://a.example/?embed#lens=all&embed=1&only=t')).toBe(
    'http://a.example/#lens=all&only=t',
  );
});
