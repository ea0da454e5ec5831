import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isLacunaError, LacunaError, messageOf } from '../../../graph/errors.ts';
import type { GraphSource } from '../../../graph/export/graph-source.ts';
import { storedGraph } from '../../../graph/export/rows.ts';
import { WRITERS } from '../../../graph/export/writers.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, withReader } from '../session.ts';

export interface ExportFlags {
  store?: string;
  format: keyof typeof WRITERS | 'html';
  out?: string;
  for?: 'neo4j-admin';
  folder?: string;
  json?: boolean;
}

export async function runExport(flags: ExportFlags): Promise<void> {
  if (flags.for !== undefined || flags.folder !== undefined) return exportFolder(flags);
  await withInterrupt((signal) =>
    withReader(locate(flags.store), signal, async (store) => {
      const chunks = Readable.from(await chunksOf(flags.format, store, signal));
      if (flags.out === undefined) return print(chunks, signal);
      const bytes = await writeWhole(flags.out, chunks, signal);
      if (flags.json) printJson({ file: flags.out, format: flags.format, bytes });
      else process.stdout.write(`Wrote ${flags.out} (${bytes.toLocaleString('en')} bytes).\n`);
    }),
  );
}

async function exportFolder({ store: place, for: tool, folder, json }: ExportFlags): Promise<void> {
  if (tool === undefined || folder === undefined) {
    throw new LacunaError('input', 'A folder is written by "export --for neo4j-admin FOLDER".');
  }
  await withInterrupt((signal) =>
    withReader(locate(place), signal, async (store) => {
      const { exportForNeo4jAdmin } = await import('../neo4j-admin/export-folder.ts');
      const written = await exportForNeo4jAdmin(store, folder, signal);
      if (json) return printJson(written);
      const [nodes, relations] = [written.nodes, written.relations].map((n) => n.toLocaleString('en'));
      process.stdout.write(
        `Wrote ${nodes} nodes and ${relations} relations to ${folder}. Its README.txt tells how to import them.\n`,
      );
    }),
  );
}

type Format = keyof typeof WRITERS;
const REFERENCES: readonly Format[] = ['bibtex', 'ris', 'csl'];

async function chunksOf(
  format: ExportFlags['format'],
  store: StoreReader,
  signal: AbortSignal,
): Promise<Iterable<string> | AsyncIterable<string>> {
  if (format !== 'html') return WRITERS[format](graphFor(format, store));
  return [await (await import('../share-page.ts')).writeStoredPage(store, signal)];
}

/** Lists of references need only papers; VOSviewer knows one kind of item, so it gets the map of concepts. */
function graphFor(format: Format, store: StoreReader): GraphSource {
  if (REFERENCES.includes(format)) return storedGraph(store, { labels: ['Paper'], types: [] });
  if (format === 'vosviewer') return storedGraph(store, { labels: ['Concept'], types: ['CO_OCCURS'] });
  return storedGraph(store);
}

/** A reader that has seen enough (`| head`) ends it without complaint. */
async function print(chunks: Readable, signal: AbortSignal): Promise<void> {
  try {
    await pipeline(chunks, process.stdout, { end: false, signal });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** Under another name until it is whole, so that a file that was cut short is never taken for a good one. */
async function writeWhole(path: string, chunks: Readable, signal: AbortSignal): Promise<number> {
  const partial = `${path}.part`;
  const file = createWriteStream(partial);
  try {
    await pipeline(chunks, file, { signal });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (isLacunaError(error) || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new LacunaError('input', `${path} can't be written: ${messageOf(error)}`, { cause: error });
  }
  return file.bytesWritten;
}
