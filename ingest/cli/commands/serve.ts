import { buildApp } from '../../../graph/server/app.ts';
import { parseConfig, type ServerConfig } from '../../../graph/server/config.ts';
import { type Foreseen, foresee } from '../../../graph/server/filed-outline.ts';
import { outlineFileIn } from '../../../graph/server/kept-outline.ts';
import { hasSecrets, parseSecrets, type Secrets } from '../../../graph/server/secrets.ts';
import { checkReach, type Listening, serve } from '../../../graph/server/serve.ts';
import type { SharedStore } from '../../../graph/store/shared-store.ts';
import { createDesk, isEditable } from '../desk.ts';
import { orInterrupted, withInterrupt } from '../interrupt.ts';
import { openQuestionModel } from '../question-model.ts';
import { sayOlder } from '../say-older.ts';
import { locate, openForServing, printJson, workFolder } from '../session.ts';
import { ensureWeb } from '../web-build.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface ServeFlags {
  store?: string;
  port?: number;
  host?: string;
  editable?: boolean;
  openAccess?: boolean;
  json?: boolean;
}

export async function runServe(flags: ServeFlags): Promise<void> {
  const served = await servedAs(flags);
  const location = locate(flags.store);
  const foreseen = foresee(outlineFileIn(workFolder(location)));
  const [store, webRoot] = await withInterrupt(async (signal) => {
    const store = await openForServing(location, signal);
    try {
      await orInterrupted(sayOlder(store.reader, location), signal);
      return [store, await orInterrupted(ensureWeb(), signal)] as const;
    } catch (error) {
      await store.close();
      throw error;
    }
  });
  try {
    await serveStore(store, { folder: workFolder(location), foreseen }, webRoot, served, flags);
  } finally {
    await store.close();
  }
}

/** To whom the store is served, and within which limits. */
interface Served {
  config: ServerConfig;
  secrets: Secrets;
}

/** From the environment and the options. Throws what would keep the server from starting, so that nothing else is done before. */
export async function servedAs(flags: ServeFlags): Promise<Served> {
  const config = parseConfig(process.env, {
    ...(flags.port !== undefined && { port: flags.port }),
    ...(flags.host !== undefined && { host: flags.host }),
    ...(flags.editable && { editable: 'on' as const }),
    ...(flags.openAccess && { openAccess: 'on' as const }),
  });
  const secrets = parseSecrets(process.env);
  await checkReach(config.host, config, hasSecrets(secrets));
  return { config, secrets };
}

/** What is kept besides the store. */
export interface Kept {
  folder: string;
  /** The outline of the graph that lies in it. */
  foreseen: Foreseen;
}

/** Serves until the process is told to stop. */
export async function serveStore(
  store: SharedStore,
  { folder, foreseen }: Kept,
  webRoot: string,
  { config, secrets }: Served,
  flags: Pick<ServeFlags, 'json'>,
): Promise<void> {
  const stopped = toldToStop();
  const desk = isEditable(config, secrets)
    ? createDesk(store, folder, config.fetching === 'off' ? null : process.env)
    : null;
  const questionModel = config.askModel === 'on' ? openQuestionModel(process.env) : null;
  const app = await buildApp({
    store: store.reader,
    config,
    webRoot,
    desk,
    keepIn: folder,
    foreseen,
    questionModel,
    secrets,
  });
  let server: Listening;
  try {
    server = await serve(app, { host: config.host, port: config.port });
  } catch (error) {
    // Before the store goes, so that nothing is read from it any more.
    await app.close();
    throw error;
  }
  if (flags.json) printJson({ url: server.url });
  else process.stdout.write(`Lacuna is at ${server.url} (Ctrl+C stops it)\n`);
  await stopped;
  await server.close();
}

/** Resolves at the first signal; any further one ends the process at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}
