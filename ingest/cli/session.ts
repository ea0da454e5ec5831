import { join } from 'node:path';
import { parseLocation } from '../../graph/store/location.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import type { StoreLocation, StoreReader, StoreWriter } from '../../graph/store/store.ts';
import { DEFAULT_STORE } from './options.ts';
import { ProgressLines } from './progress-lines.ts';
import { holdWriterLease } from './writer-lease.ts';

const NEO4J_WAIT_MS = 120_000;

export function locate(store: string | undefined): StoreLocation {
  return parseLocation(store ?? DEFAULT_STORE, process.env);
}

/** Runs some work on an open writer and closes it, whatever happens. */
export async function withWriter<T>(
  location: StoreLocation,
  work: (store: StoreWriter) => Promise<T>,
): Promise<T> {
  const store = await openWriter(location, { waitMs: NEO4J_WAIT_MS, onWait: say });
  try {
    if (location.kind === 'embedded') return await work(store);
    const release = await holdWriterLease(store);
    try {
      return await work(store);
    } finally {
      await release();
    }
  } finally {
    await store.close();
  }
}

export const openForReading = (location: StoreLocation): Promise<StoreReader> =>
  openReader(location, { waitMs: NEO4J_WAIT_MS, onWait: say });

export async function withReader<T>(
  location: StoreLocation,
  work: (store: StoreReader) => Promise<T>,
): Promise<T> {
  const store = await openForReading(location);
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

/** Progress on standard error while work runs; the line is closed whatever happens. */
export async function withProgress<T>(work: (lines: ProgressLines) => Promise<T>): Promise<T> {
  const lines = new ProgressLines();
  try {
    return await work(lines);
  } finally {
    lines.end();
  }
}

/** Aborts on the first Ctrl+C, so that work ends between two transactions; the second kills. */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
