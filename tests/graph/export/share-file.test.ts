import { expect, it } from 'vitest';
import type { GraphView, Status, Themes } from '../../../graph/contract.ts';
import {
  gatherShare,
  SHARE_DATA_ID,
  type ShareAsker,
  type ShareChoice,
  scriptSafe,
  unpackShared,
  writeSharePage,
} from '../../../graph/export/share-file.ts';
import { graphView } from '../../web/graph-view.ts';

const TEMPLATE =
  '<html><head><title>x</title></head><body><!--lacuna-data--><script>"a"</script></body></html>';
const HOSTILE = 'End </script><script>alert(1)</script> \u2028 <!-- $& $1';
const VIEW: GraphView = graphView(
  ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'Paper' as const })),
  [
    [0, 1],
    [2, 3],
  ],
);

function asker(asked: string[][]): ShareAsker {
  const status = { version: '1', store: { kind: 'embedded', engine: 'e' }, counts: {}, run: { seed: 1 } };
  return {
    limits: async () => ({ nodes: 3, batch: 2, bytes: 1e6 }),
    status: async () => status as unknown as Status,
    themes: async () => ({ themes: [], editable: true }) as unknown as Themes,
    themeMap: async () => null,
    ties: async () => [],
    answers: async (ids) => {
      asked.push(ids);
      return { answers: Object.fromEntries(ids.map((id) => [`/papers/${id}`, { label: HOSTILE }])) };
    },
  };
}

const choice = (changes: Partial<ShareChoice> = {}): ShareChoice => ({
  view: VIEW,
  lens: 'all',
  title: HOSTILE,
  about: 'a test',
  address: 'lens=all',
  abstracts: true,
  ...changes,
});
const hooks = { progress: () => {}, signal: new AbortController().signal };

it('writes a page that holds all it was given, and in which nothing that it holds is HTML', async () => {
  const shared = await gatherShare(asker([]), choice(), hooks);
  const page = await writeSharePage(TEMPLATE, shared);
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  expect(scripts).toHaveLength(3);
  expect(page).not.toContain('alert(1)</script>');
  expect(page.match(/<title>[^<]*<\/title>/)![0]).toContain('&lt;script&gt;');
  const data = scripts.find(([whole]) => whole.includes(SHARE_DATA_ID))![1]!;
  expect(data).toMatch(/^[A-Za-z0-9+/=]+$/);
  expect(await unpackShared(data)).toEqual(JSON.parse(JSON.stringify(shared)));
  expect(JSON.parse(scripts[0]![1]!)).toMatchObject({ title: HOSTILE, run: { seed: 1 } });
});

it('asks in batches, keeps to the limit, and says what it left out', async () => {
  const asked: string[][] = [];
  const { manifest, views, themes } = await gatherShare(asker(asked), choice({ abstracts: false }), hooks);
  expect(asked.every((ids) => ids.length <= 2)).toBe(true);
  expect(asked.flat()).toEqual(expect.arrayContaining(VIEW.nodes.id.slice(0, 3)));
  expect(views.all!.nodes.id).toEqual(VIEW.nodes.id.slice(0, 3));
  expect(manifest.capped.join(' ')).toMatch(/first 3 .*shareNodes.* Abstracts/);
  expect(themes.editable).toBe(false);
  const gone = AbortSignal.abort();
  await expect(gatherShare(asker([]), choice(), { ...hooks, signal: gone })).rejects.toThrow();
});

it('lets JSON end no element', () => {
  expect(scriptSafe('{"a":"</script>\u2028\u2029&"}')).toBe(
    '{"a":"\\u003c/script\\u003e\\u2028\\u2029\\u0026"}',
  );
});
