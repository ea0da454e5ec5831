import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LacunaError, messageOf } from '../../../graph/errors.ts';
import { type ImportTable, type ListMarks, MarkFound } from '../../../graph/export/import-table.ts';
import { importRows } from '../../../graph/export/import-tables.ts';
import { makeFolder } from '../../../graph/make-folder.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { AppendedFiles } from './appended-files.ts';
import { afterImport, instructions } from './import-files.ts';

/** Tried one after the other, until one is in no list of the graph. */
const MARKS: readonly ListMarks[] = [
  { delimiter: '\u001f', empty: '\u001e', emptyText: '\u001d' },
  { delimiter: '\u0001', empty: '\u0002', emptyText: '\u0003' },
  { delimiter: '\ufdd0', empty: '\ufdd1', emptyText: '\ufdd2' },
];

export interface ExportedFolder {
  folder: string;
  nodes: number;
  relations: number;
  bytes: number;
}

/**
 * Writes the whole store as a folder that `neo4j-admin database import full` takes as it is; memory stays flat. `import.args` comes
 * last: without it, the folder is not whole. Throws `input` where the folder holds something already.
 */
export async function exportForNeo4jAdmin(
  store: StoreReader,
  folder: string,
  signal?: AbortSignal,
): Promise<ExportedFolder> {
  makeFolder(folder);
  if ((await readdir(folder)).length > 0) {
    throw new LacunaError(
      'input',
      `${folder} is not empty: name a folder that is, or that is not there yet.`,
    );
  }
  for (const marks of MARKS) {
    try {
      return await writeFolder(store, folder, marks, signal);
    } catch (error) {
      for (const file of await readdir(folder)) await rm(join(folder, file));
      if (error instanceof MarkFound) continue;
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      throw new LacunaError('input', `${folder} can't be written: ${messageOf(error)}`, { cause: error });
    }
  }
  throw new LacunaError(
    'input',
    'Lists of this graph hold every character that could stand between their items.',
  );
}

async function writeFolder(
  store: StoreReader,
  folder: string,
  marks: ListMarks,
  signal: AbortSignal | undefined,
): Promise<ExportedFolder> {
  const files = new AppendedFiles(folder);
  const tables = new Set<ImportTable>();
  try {
    for await (const { table, text } of importRows(store, marks, signal)) {
      tables.add(table);
      await files.append(`${table.name}.csv`, text);
    }
  } finally {
    await files.close();
  }
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  for (const table of tables) await write(`${table.name}-header.csv`, table.header());
  await write('after-import.cypher', afterImport([...tables], marks));
  for (const [name, text] of Object.entries(instructions([...tables], marks))) await write(name, text);
  const rows = (kind: string): number =>
    [...tables].reduce((sum, { name, rows }) => sum + (name.startsWith(kind) ? rows : 0), 0);
  return { folder, nodes: rows('nodes-'), relations: rows('relations-'), bytes: files.bytes };
}
