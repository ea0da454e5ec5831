import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOptions, read } from '../../../ingest/read/read.ts';
import type { TextSource } from '../../../ingest/read/reader.ts';
import type { RawRecord, ReadItem, Rejection } from '../../../ingest/record.ts';

export const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/read', name);

export async function readAll(path: string, options?: ReadOptions): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of read(path, options)) items.push(item);
  return items;
}

/** Writes a file of this name into a folder of its own, reads it, and takes both away. */
export async function readContent(
  content: string | Uint8Array,
  name: string,
  options?: ReadOptions,
): Promise<ReadItem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-read-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await readAll(path, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const recordsOf = (items: readonly ReadItem[]): RawRecord[] =>
  items.flatMap(({ record }) => (record ? [record] : []));

export const rejectionsOf = (items: readonly ReadItem[]): Rejection[] =>
  items.flatMap(({ rejection }) => (rejection ? [rejection] : []));

/** What of an entry doesn't depend on the file's name. */
export const unnamed = (items: readonly ReadItem[]): unknown[] =>
  items.map(({ record, rejection }) => ({ ...(record ?? rejection), file: null }));

/** A text in chunks of so many characters, as no file on disk would come. */
export function chunkedSource(text: string, size: number): TextSource {
  return {
    file: 'chunked',
    head: text,
    headIsAll: true,
    async *text() {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    },
  };
}
