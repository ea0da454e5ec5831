import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isLacunaError, LacunaError } from '../../graph/errors.ts';
import { parseLocation } from '../../graph/store/location.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import type { StoreLocation, StoreReader, StoreWriter } from '../../graph/store/store.ts';
import { orInterrupted } from './interrupt.ts';
import { DEFAULT_STORE } from './options.ts';
import { ProgressLines } from './progress-lines.ts';
import { holdWriterLease } from './writer-lease.ts';

const WAIT_VARIABLE = 'LACUNA_NEO4J_WAIT_MS';
const DEFAULT_WAIT_MS = 120_000;

/** How long commands wait for a Neo4j that is not there, or went away. Throws `input` where the setting is no number. */
export function neo4jWaitMs(given = process.env[WAIT_VARIABLE]): number {
  if (given === undefined || given === '') return DEFAULT_WAIT_MS;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new LacunaError('input', `${WAIT_VARIABLE} is a whole number of milliseconds, not "${given}".`);
}

export function locate(store: string | undefined): StoreLocation {
  return parseLocation(store ?? DEFAULT_STORE, process.env);
}

const waiting = () => ({ waitMs: neo4jWaitMs(), onWait: say });

/** Runs some work on an open writer and closes it, whatever happens. */
export async function withWriter<T>(
  location: StoreLocation,
  signal: AbortSignal,
  work: (store: StoreWriter) => Promise<T>,
): Promise<T> {
  const options = { ...waiting(), outageMs: neo4jWaitMs() };
  return closing(await orInterrupted(openWriter(location, options), signal), async (store) => {
    if (location.kind === 'embedded') return work(store);
    const release = await orInterrupted(holdWriterLease(store), signal).catch((error: unknown) => {
      throw isLacunaError(error, 'refused') ? onlyRead(location, error) : error;
    });
    try {
      return await work(store);
    } finally {
      await release();
    }
  });
}

const onlyRead = (
  { uri, username }: Extract<StoreLocation, { kind: 'neo4j' }>,
  cause: unknown,
): LacunaError =>
  new LacunaError(
    'refused',
    `Nothing was written: ${uri} lets the user "${username}" only read. Set NEO4J_USERNAME to one who may write, or let the database be written to.`,
    { cause },
  );

export async function withReader<T>(
  location: StoreLocation,
  signal: AbortSignal,
  work: (store: StoreReader) => Promise<T>,
): Promise<T> {
  return closing(await openForReading(location, signal), work);
}

export const openForReading = (location: StoreLocation, signal: AbortSignal): Promise<StoreReader> =>
  orInterrupted(openReader(location, waiting()), signal);

/** To be read all the time and written now and then. */
export const openForServing = (location: StoreLocation, signal: AbortSignal): Promise<SharedStore> =>
  orInterrupted(openShared(location, { ...waiting(), hold: holdWriterLease }), signal);

async function closing<S extends StoreReader, T>(store: S, work: (store: S) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Extractions lie beside an embedded store, else in the working folder. */
export const cacheFolder = (location: StoreLocation): string =>
  location.kind === 'embedded' ? join(location.folder, 'cache') : join('.lacuna', 'cache');

/** Where the explorer keeps what is no part of the graph: beside an embedded store, else by the store's address. */
export const workFolder = (location: StoreLocation): string =>
  location.kind === 'embedded'
    ? location.folder
    : join('.lacuna', createHash('sha256').update(location.uri).digest('hex').slice(0, 12));

/** Progress on standard error while work runs; the line is closed whatever happens. */
export async function withProgress<T>(work: (lines: ProgressLines) => Promise<T>): Promise<T> {
  const lines = new ProgressLines();
  try {
    return await work(lines);
  } finally {
    lines.end();
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
