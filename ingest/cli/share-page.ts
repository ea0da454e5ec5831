/** The graph of a store as a page of its own, asked of the same interface that the explorer asks. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { API_PREFIX, type GraphView } from '../../graph/contract.ts';
import { LacunaError } from '../../graph/errors.ts';
import { gatherShare, type ShareTie, writeSharePage } from '../../graph/export/share-file.ts';
import { buildApp } from '../../graph/server/app.ts';
import { parseConfig } from '../../graph/server/config.ts';
import type { StoreReader } from '../../graph/store/store.ts';
import { withProgress } from './session.ts';
import { ensureWeb } from './web-build.ts';

/** The whole map, as the explorer shows it first. */
export async function writeStoredPage(store: StoreReader, signal: AbortSignal): Promise<string> {
  // Nobody else asks, so no limit of requests a minute is meant.
  const config = parseConfig(process.env, { requestsPerMinute: 1_000_000 });
  const webRoot = await ensureWeb();
  const app = await buildApp({ store, config, desk: null });
  try {
    const ask = askerOn(app);
    const view = await ask.map('all');
    const choice = {
      view,
      lens: 'all' as const,
      title: 'Lacuna',
      about: `Papers and concepts, ${view.nodes.id.length} of ${view.shown.of} nodes`,
      address: '',
      abstracts: true,
    };
    const shared = await withProgress((lines) =>
      gatherShare(ask, choice, {
        signal,
        progress: (done, total) => lines.report('gather', done, total),
      }),
    );
    const page = await writeSharePage(await readFile(join(webRoot, 'share.html'), 'utf8'), shared);
    if (Buffer.byteLength(page) <= config.shareBytes) return page;
    throw new LacunaError('limit', `The file would have more than ${config.shareBytes} bytes.`, {
      details: { limit: 'shareBytes' },
    });
  } finally {
    await app.close();
  }
}

function askerOn(app: FastifyInstance) {
  async function call<Answer>(method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> {
    const answer = await app.inject({ method, url: `${API_PREFIX}${path}`, ...(payload && { payload }) });
    if (answer.statusCode === 200) return answer.json() as Answer;
    const { code, message } = answer.json().error;
    throw new LacunaError(code, message);
  }
  const map = (lens: string) => call<GraphView>('GET', `/graph?lens=${lens}`);
  return {
    map,
    limits: () => call<never>('GET', '/share'),
    status: () => call<never>('GET', '/status'),
    themes: () => call<never>('GET', '/themes'),
    themeMap: () => map('themes'),
    ties: async (id: string[]) =>
      (await call<{ links: ShareTie[] }>('POST', '/export', { format: 'node-link', nodes: { id } })).links,
    answers: (ids: string[], abstracts: boolean) => call<never>('POST', '/share', { ids, abstracts }),
  };
}
