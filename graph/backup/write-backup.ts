import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { isLacunaError, LacunaError, messageOf } from '../errors.ts';
import { dump } from '../store/dump/dump.ts';
import type { DumpRow } from '../store/dump/dump-row.ts';
import { type LeftOut, ownRows } from '../store/dump/own-rows.ts';
import { syncFile, syncFolder } from '../store/journal/sync-to-disk.ts';
import { schemaOf } from '../store/schema-version.ts';
import type { StoreReader } from '../store/store.ts';
import { type BackupEnd, type BackupHead, BESIDE, FORMAT, FORMAT_VERSION } from './backup-form.ts';
import { GraphDigest } from './graph-digest.ts';
import { stateOf } from './store-state.ts';

export interface BackupHooks {
  progress?: (rows: number) => void;
  signal?: AbortSignal;
}

const ATTEMPTS = 3;
const PIECE = 512 * 1024;
/** Lines in one write: a write each would cost more than the lines. */
const CHUNK = 64 * 1024;

export type BackupReport = BackupEnd & {
  file: string;
  bytes: number;
  /** How much there was in the store that is not of our graph, by what it is. */
  leftOut: Record<string, number>;
};

/**
 * Writes all that a store holds, and the changes kept beside it, into one file, a page at a time; under another name
 * until it is whole. A graph that was changed meanwhile is read again, and `unavailable` is thrown when it is each time.
 *
 * @param folder what the explorer keeps beside the store
 */
export async function writeBackup(
  store: StoreReader,
  folder: string,
  path: string,
  { progress = () => {}, signal }: BackupHooks = {},
): Promise<BackupReport> {
  const partial = `${path}.part`;
  try {
    for (let attempt = 1; ; attempt++) {
      const before = await stateOf(store);
      const out = { end: null as BackupEnd | null };
      const leftOut: LeftOut = new Map();
      const rows = ownRows(dump(store), leftOut);
      const lines = Readable.from(chunks(backupLines(store, rows, folder, out, progress)), {
        objectMode: false,
      });
      await pipeline(lines, createGzip(), createWriteStream(partial), { signal });
      if ((await stateOf(store)) === before) {
        syncFile(partial);
        await rename(partial, path);
        syncFolder(dirname(path));
        const { size: bytes } = await stat(path);
        return { file: path, bytes, ...out.end!, leftOut: Object.fromEntries(leftOut) };
      }
      if (attempt === ATTEMPTS) {
        throw new LacunaError(
          'unavailable',
          'The graph was changed each time it was read: try again when nobody writes to it.',
        );
      }
    }
  } catch (error) {
    await rm(partial, { force: true });
    if (isLacunaError(error) || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new LacunaError('input', `${path} can't be written: ${messageOf(error)}`, { cause: error });
  }
}

async function* backupLines(
  store: StoreReader,
  rows: AsyncIterable<DumpRow>,
  folder: string,
  out: { end: BackupEnd | null },
  progress: (rows: number) => void,
): AsyncGenerator<string> {
  const all = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    all.update(text);
    return text;
  };
  const head: BackupHead = {
    format: FORMAT,
    version: FORMAT_VERSION,
    schema: await schemaOf(store),
    engine: store.engine,
    at: new Date().toISOString(),
  };
  yield line(head);
  const digest = new GraphDigest();
  for await (const row of rows) {
    const text = line(row);
    digest.add(row[0], text.slice(0, -1));
    progress(digest.nodes + digest.relations);
    yield text;
  }
  let files = 0;
  for (const name of namesBeside(folder)) {
    files += 1;
    for await (const piece of createReadStream(join(folder, name), {
      highWaterMark: PIECE,
    }) as AsyncIterable<Buffer>) {
      yield line(['file', name, piece.toString('base64')]);
    }
  }
  const { nodes, relations } = digest;
  out.end = { nodes, relations, files, graph: digest.end(), sha256: all.digest('hex') };
  yield `${JSON.stringify(out.end)}\n`;
}

function namesBeside(folder: string): string[] {
  const changes = join(folder, 'changes');
  if (!existsSync(changes)) return [];
  const names = readdirSync(changes)
    .sort()
    .map((name) => `changes/${name}`);
  return names.filter((name) => BESIDE.test(name));
}

async function* chunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
