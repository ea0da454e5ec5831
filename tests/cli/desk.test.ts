import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import type { AnalysisJob, Themes } from '../../graph/contract.ts';
import { buildApp } from '../../graph/server/app.ts';
import { parseConfig } from '../../graph/server/config.ts';
import { type Listening, serve } from '../../graph/server/serve.ts';
import { openReader } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import { createDesk, isEditable } from '../../ingest/cli/desk.ts';
import { holdWriterLease } from '../../ingest/cli/writer-lease.ts';
import { seedGraph } from '../graph/analyse/seed-graph.ts';
import { plantedMentions } from '../graph/analysis/planted-mentions.ts';
import { describeStores, type OpenedStore } from '../support/stores.ts';

const GAP = { id: 'g1', kind: 'conceptPair', rank: 1, score: 1, title: 'One and another', evidence: '{}' };

describeStores('an explorer that may be edited', (factory) => {
  let opened: OpenedStore;
  let store: SharedStore;
  let server: Listening;
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-desk-'));

  beforeAll(async () => {
    opened = await factory.open();
    await seedGraph(opened.writer, plantedMentions({ topics: 3, papersPerTopic: 8, ownConcepts: 4 }));
    await analyse(opened.writer);
    const text = 'MERGE (g:Gap {id: $gap.id}) SET g += $gap';
    await opened.writer.write([{ text, parameters: { gap: GAP } }]);
    await opened.writer.close();
    store = await openShared(opened.location, { hold: holdWriterLease });
    const config = parseConfig({}, { port: 0, freshMs: 0, logLevel: 'silent' });
    server = await serve(
      await buildApp({ store: store.reader, config, desk: createDesk(store, folder) }),
      config,
    );
  });
  afterAll(async () => {
    await server?.close();
    await store?.close();
    await opened?.cleanup();
    rmSync(folder, { recursive: true, force: true });
  });

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(new URL(path, server.url));
    expect(response.status, path).toBe(200);
    return (await response.json()) as T;
  }
  async function send(method: string, path: string, body?: object): Promise<[number, unknown]> {
    const response = await fetch(new URL(path, server.url), {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return [response.status, await response.json()];
  }
  const judgement = () => get<{ verdict: string | null; note: string }>(`/api/gaps/${GAP.id}`);

  it('keeps judgements and names, and shows them at once', async () => {
    expect(await judgement()).toMatchObject({ verdict: null, note: '' });
    const [theme] = (await get<Themes>('/api/themes')).themes;
    const path = `/api/themes/${theme!.id}/label`;
    const reads = Promise.all(Array.from({ length: 8 }, () => get('/api/search?q=concept')));
    const writes = await Promise.all([
      send('PUT', `/api/gaps/${GAP.id}/judgement`, { verdict: 'kept', note: 'worth a try' }),
      send('PUT', path, { label: 'A name of ours' }),
    ]);
    for (const answer of writes) expect(answer).toEqual([200, { saved: true }]);
    await reads;
    expect(await judgement()).toMatchObject({ verdict: 'kept', note: 'worth a try' });
    const named = async () =>
      (await get<Themes>('/api/themes')).themes.find(({ id }) => id === theme!.id)!.label;
    expect(await named()).toBe('A name of ours');
    await send('PUT', path, { label: null });
    expect(await named()).toBe(theme!.label);
    expect(await send('PUT', '/api/gaps/nowhere/judgement', { verdict: 'kept' })).toMatchObject([404, {}]);
  });

  it('analyses again while it is read and asked', async () => {
    const [theme] = (await get<Themes>('/api/themes')).themes;
    await send('PUT', `/api/themes/${theme!.id}/label`, { label: 'A name of ours' });
    expect(await send('POST', '/api/analysis', { seed: 7 })).toMatchObject([200, { state: 'running' }]);
    const asked: unknown[] = [];
    await vi.waitFor(
      async () => {
        await get('/api/graph');
        asked.push((await send('POST', '/api/cypher', { statement: 'MATCH (p:Paper) RETURN count(p)' }))[0]);
        expect(await get<AnalysisJob>('/api/analysis')).toMatchObject({ state: 'done', message: null });
      },
      { timeout: 60_000, interval: 100 },
    );
    expect(new Set(asked)).toEqual(new Set([200]));
    const { seed, themes } = await get<Themes>('/api/themes');
    expect(seed).toBe(7);
    for (const { id, label } of themes) if (id === theme!.id) expect(label).toBe('A name of ours');
  });

  // One Neo4j is read and written by as many as like.
  if (factory.name === 'embedded')
    it('says why nothing can be saved while another reads it', async () => {
      await send('POST', '/api/cypher', { statement: 'RETURN 1 AS one' });
      const other = await openReader(opened.location);
      try {
        const [theme] = (await get<Themes>('/api/themes')).themes;
        const [status, body] = await send('PUT', `/api/themes/${theme!.id}/label`, { label: 'Not now' });
        expect(status).toBe(403);
        expect(body).toMatchObject({
          error: { code: 'refused', message: expect.stringContaining('Another program') },
        });
        expect(JSON.stringify(body)).not.toContain('lacuna-store-');
      } finally {
        await other.close();
      }
    });
});

it('may be edited from this machine, from others only when asked for', () => {
  const editable = (env: Record<string, string>) => isEditable(parseConfig(env));
  expect(editable({})).toBe(true);
  expect(editable({ LACUNA_HOST: '::1' })).toBe(true);
  expect(editable({ LACUNA_EDITABLE: 'off' })).toBe(false);
  expect(editable({ LACUNA_HOST: '0.0.0.0' })).toBe(false);
  expect(editable({ LACUNA_ALLOWED_HOSTS: 'graph.example.org' })).toBe(false);
  expect(editable({ LACUNA_HOST: '0.0.0.0', LACUNA_EDITABLE: 'on' })).toBe(true);
  expect(() => editable({ LACUNA_EDITABLE: 'perhaps' })).toThrow('LACUNA_EDITABLE');
});
