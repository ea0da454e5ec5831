import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openWriter } from '../../graph/store/open.ts';
import { writeBlendedCorpus } from './blended-corpus.ts';
import { createDataClient } from './data-client.ts';
import { startServing, writeOneTheme } from './serving.ts';

const START_MS = 60_000;
const ENDLESS = 'RETURN reduce(s = 0, a IN range(1, 60000) | s + size(range(1, 60000))) AS n';

let folder: string;
let corpus: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-stop-'));
  corpus = join(folder, 'blended.jsonl');
  await writeBlendedCorpus(corpus, 150);
  await writeOneTheme(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const serving = (env: Record<string, string>) => startServing(folder, env);

/** Whether it was answered; a server that ends may leave it without. */
const post = (url: string, path: string, body: unknown): Promise<number | null> =>
  fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then(
    ({ status }) => status,
    () => null,
  );

/** The store opens for writing, so nobody holds it; what is in it. */
async function looked(): Promise<{ label: unknown; halfWritten: unknown }> {
  const writer = await openWriter({ kind: 'embedded', folder });
  try {
    const one = async (text: string) => (await writer.read({ text, parameters: {} })).rows[0]![0];
    return {
      label: await one("MATCH (t:Theme {id: 't1'}) RETURN t.label"),
      halfWritten: await one(
        'MATCH (p:Paper) WHERE NOT (p)-[:MENTIONS]->() AND p.abstract IS NULL RETURN count(p)',
      ),
    };
  } finally {
    await writer.close();
  }
}

it('ends when it is told to in the middle of all it can be doing, and loses nothing that it said it had', async () => {
  const { url, child, done } = await serving({ LACUNA_CLOSE_MS: '500', LACUNA_QUERY_MS: '600000' });
  const client = createDataClient(() => url);
  const [named] = await client.send('PUT', '/api/themes/t1/label', { label: 'Graph drawing' });
  expect(named).toBe(200);
  const file = await client.upload('blended.jsonl', await readFile(corpus));
  const events = await fetch(new URL('/api/ingest/events', url));
  const told = events.text().catch(() => '');
  const [ordered] = await client.send('POST', '/api/ingest', { what: 'add', uploads: [file.id] });
  expect(ordered).toBe(200);
  const endless = post(url, '/api/cypher', { statement: ENDLESS });
  const half = connect(Number(new URL(url).port), '127.0.0.1', () =>
    half.write('PUT /api/uploads/x?offset=0 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc'),
  );
  half.on('error', () => {});
  const hungUp = new Promise((resolve) => half.once('close', resolve));
  half.resume();
  await vi.waitFor(
    async () => expect((await client.get<{ stage: string | null }>('/api/ingest')).stage).not.toBeNull(),
    {
      timeout: START_MS,
    },
  );
  child.kill('SIGTERM');
  const { code, signal, stderr } = await done;
  expect([code, signal], stderr).toEqual([0, null]);
  expect(await told).toContain('event: standing');
  expect(await endless).not.toBe(200);
  await hungUp;
  expect(await looked()).toEqual({ label: 'Graph drawing', halfWritten: 0 });
});

it('ends at once at the second sign, whichever it is, and the store opens again', async () => {
  const { url, child, done } = await serving({ LACUNA_CLOSE_MS: '600000', LACUNA_QUERY_MS: '600000' });
  const endless = post(url, '/api/cypher', { statement: ENDLESS });
  await expect
    .poll(() => post(url, '/api/cypher', { statement: 'RETURN 1' }), { timeout: START_MS })
    .toBe(200);
  child.kill('SIGTERM');
  // It takes no more connections once it has begun to close.
  await expect
    .poll(() => post(url, '/api/cypher', { statement: 'RETURN 1' }), { timeout: START_MS })
    .toBeNull();
  child.kill('SIGINT');
  expect((await done).signal).toBe('SIGINT');
  expect(await endless).toBeNull();
  expect((await looked()).label).toBe('Graph drawing');
});
