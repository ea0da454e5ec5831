import { buildApp } from '../../../graph/server/app.ts';
import { parseConfig } from '../../../graph/server/config.ts';
import { serve } from '../../../graph/server/serve.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { locate, printJson, withReader } from '../session.ts';
import { ensureWeb } from '../web-build.ts';

export interface ServeFlags {
  store?: string;
  port?: number;
  host?: string;
  json?: boolean;
}

export async function runServe(flags: ServeFlags): Promise<void> {
  const web = ensureWeb();
  await withReader(locate(flags.store), async (store) => serveStore(store, await web, flags));
}

/** Serves until the process is told to stop. */
export async function serveStore(store: StoreReader, webRoot: string, flags: ServeFlags): Promise<void> {
  const config = parseConfig(process.env, {
    ...(flags.port !== undefined && { port: flags.port }),
    ...(flags.host !== undefined && { host: flags.host }),
  });
  const app = await buildApp({ store, config, webRoot });
  const server = await serve(app, { host: config.host, port: config.port });
  if (flags.json) printJson({ url: server.url });
  else process.stdout.write(`Lacuna is at ${server.url} (Ctrl+C stops it)\n`);
  await toldToStop();
  await server.close();
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
