import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { LacunaError } from '../errors.ts';
import type { ServerConfig } from './config.ts';
import { isLoopback } from './security.ts';

declare module 'fastify' {
  interface FastifyInstance {
    lacunaConfig: ServerConfig;
  }
}

export interface Listening {
  /** Where a browser on this machine finds it. */
  url: string;
  /** Stops taking requests, gives those underway `closeMs` to finish, and resolves when all is closed. */
  close(): Promise<void>;
}

/**
 * Refuses an address that other machines reach, unless people must show something there or the setting `openAccess`
 * says that they need not.
 */
export async function checkReach(
  host: string,
  { openAccess }: Pick<ServerConfig, 'openAccess'>,
  isGuarded: boolean,
): Promise<void> {
  if (isGuarded || openAccess !== 'off') return;
  if (isLoopback(host) && (await leadsToLoopback(host))) return;
  throw new LacunaError(
    'refused',
    `At ${host} other machines could reach the explorer, and nothing keeps them out: set LACUNA_TOKEN (or LACUNA_BASIC_AUTH), ` +
      'or say --open-access (LACUNA_OPEN_ACCESS=on) where something else does.',
    { details: { setting: 'openAccess', host } },
  );
}

/** A name is what the machine says it is, even `localhost`. */
async function leadsToLoopback(host: string): Promise<boolean> {
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.every(({ address }) => isLoopback(address));
}

/**
 * Listens at `port`, or at one of the next few when it is taken and nobody asked for it (`portTries`).
 * Throws `unavailable` when none is free, `input` for an address that this machine doesn't have, `refused` for one that
 * other machines reach where nothing keeps them out.
 */
export async function serve(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  await checkReach(host, app.lacunaConfig, app.lacunaGuarded);
  const tries = port === 0 ? 1 : app.lacunaConfig.portTries;
  for (let offset = 0; ; offset++) {
    try {
      await app.listen({ host, port: port + offset });
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && offset + 1 < tries) continue;
      throw listenError(error, host, port, tries);
    }
  }
  if (!isLoopback(host) && !app.lacunaGuarded) {
    app.log.warn({ host }, 'whoever reaches this address can read the graph');
  }
  const { port: bound } = app.server.address() as AddressInfo;
  return { url: `http://${nameInUrl(host)}:${bound}`, close: () => closeSoon(app) };
}

async function closeSoon(app: FastifyInstance): Promise<void> {
  const patience = setTimeout(() => app.server.closeAllConnections(), app.lacunaConfig.closeMs);
  try {
    await app.close();
  } finally {
    clearTimeout(patience);
  }
}

function listenError(error: unknown, host: string, port: number, tries: number): LacunaError {
  const { code } = error as NodeJS.ErrnoException;
  const details = { host, port };
  if (code === 'EADDRINUSE') {
    const ports = tries === 1 ? `Port ${port} is` : `Ports ${port} to ${port + tries - 1} are`;
    return new LacunaError('unavailable', `${ports} taken; choose another with --port.`, {
      cause: error,
      details,
    });
  }
  if (code === 'EACCES') {
    return new LacunaError('refused', `This user may not listen at port ${port}.`, { cause: error, details });
  }
  return new LacunaError('input', `Can't listen at ${host}:${port} (${code ?? 'unknown reason'}).`, {
    cause: error,
    details,
  });
}

/** Wildcard addresses are no place to go to; the machine itself is reached by its own name. */
function nameInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
