import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLacunaError } from '../../../graph/errors.ts';
import { toDocument } from '../../../ingest/clean/document.ts';
import type { Format } from '../../../ingest/read/format.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../../../ingest/read/limits.ts';
import { READERS, read } from '../../../ingest/read/read.ts';
import type { Draft } from '../../../ingest/read/reader.ts';
import type { RawRecord, ReadItem, Rejection } from '../../../ingest/record.ts';
import { chunkedSource } from '../../ingest/read/support.ts';

export interface Outcome {
  records: RawRecord[];
  rejections: Rejection[];
  /** Why the file as a whole was refused. */
  refused: string | null;
}

/** Small enough that damage of a few thousand characters reaches them. */
export const TIGHT: Partial<ReadLimits> = { lineCharacters: 20_000, entryCharacters: 40_000, depth: 32 };

/** Reads the bytes as a file; throws for anything that a reader must never do. */
export async function checkRead(bytes: Buffer, folder: string, format?: Format): Promise<Outcome> {
  const path = join(folder, 'fuzzed');
  await writeFile(path, bytes);
  const items: ReadItem[] = [];
  let refused: string | null = null;
  try {
    for await (const item of read(path, { limits: TIGHT, ...(format && { format }) })) items.push(item);
  } catch (error) {
    if (!isLacunaError(error, 'input') && !isLacunaError(error, 'limit')) throw error;
    refused = error.message;
    if (refused === '' || refused.length > 3_000) throw new Error(`a refusal that says nothing: ${refused}`);
  }
  items.forEach(checkItem);
  return {
    records: items.flatMap(({ record }) => record ?? []),
    rejections: items.flatMap(({ rejection }) => rejection ?? []),
    refused,
  };
}

/** Numbered without a gap, placed in the file, either usable or with a reason; what is usable can be cleaned. */
function checkItem({ record, rejection }: ReadItem, at: number): void {
  const { line, entry, file } = record ?? rejection;
  if (entry !== at + 1 || !(line >= 1) || file !== 'fuzzed')
    throw new Error(`entry ${entry} of line ${line}`);
  if (rejection && (rejection.reason.trim() === '' || rejection.reason.length > 400)) {
    throw new Error(`a reason of ${rejection.reason.length} characters`);
  }
  if (!record) return;
  if (!record.title && !record.abstract) throw new Error('a record without title and abstract');
  const { document } = toDocument(record);
  if (document && /\p{Cs}/u.test(`${document.title}${document.abstract}`)) {
    throw new Error('half of a surrogate pair is left in a clean text');
  }
}

/** Throws where the reader finds something else when the text comes in other chunks. */
export async function checkChunks(text: string, format: Format, size: number): Promise<void> {
  const [whole, cut] = [
    await drafts(text, format, Number.POSITIVE_INFINITY),
    await drafts(text, format, size),
  ];
  if (whole !== cut) throw new Error(`read otherwise in chunks of ${size}:\n${whole}\n${cut}`);
}

async function drafts(text: string, format: Format, size: number): Promise<string> {
  const found: Draft[] = [];
  const settings = { limits: { ...DEFAULT_READ_LIMITS, ...TIGHT }, columns: {} };
  try {
    for await (const draft of READERS[format](chunkedSource(text, size), settings)) found.push(draft);
  } catch (error) {
    if (!isLacunaError(error)) throw error;
    // A limit is looked at once a chunk, so it may be reached earlier or later.
    return error.code === 'limit' ? 'limit' : error.message;
  }
  return JSON.stringify(found);
}
