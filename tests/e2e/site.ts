/** The real server on a real store, with the page as it is built now. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildApp } from '../../graph/server/app.ts';
import { parseConfig } from '../../graph/server/config.ts';
import { serve } from '../../graph/server/serve.ts';
import { openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { createDesk } from '../../ingest/cli/desk.ts';

export interface Site {
  url: string;
  close(): Promise<void>;
}

/** Starts the server on a store that `fill` has written; what it holds can be judged and named where it is `editable`. */
export async function openSite(
  fill: (writer: StoreWriter) => Promise<void>,
  { editable = false } = {},
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-e2e-'));
  const webRoot = inject('webRoot');
  const location = { kind: 'embedded', folder: join(folder, 'store') } as const;
  const writer = await openWriter(location);
  await fill(writer);
  await writer.close();
  const store = await openShared(location);
  const desk = editable ? createDesk(store, folder) : null;
  const config = parseConfig({}, { logLevel: 'error' });
  const app = await buildApp({ store: store.reader, config, webRoot, desk });
  const listening = await serve(app, { host: '127.0.0.1', port: 0 });
  return {
    url: listening.url,
    close: async () => {
      await listening.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
