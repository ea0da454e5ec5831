import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { LacunaError } from '../graph/errors.ts';
import { toDocument } from './clean/document.ts';
import type { PaperIndex } from './clean/paper-index.ts';
import type { Progress } from './progress.ts';
import { type ReadOptions, read } from './read/read.ts';
import type { Rejection } from './record.ts';

/** Rejections kept one by one; past it they are only counted, so that a hopeless file can't fill memory. */
const MAX_LISTED_REJECTIONS = 1000;

export interface ReadResult {
  entries: number;
  duplicates: number;
  rejected: Rejection[];
  rejectedCount: number;
}

/** Reads files into the index: cleaned, and twins joined. A file that can't be read at all is an error. */
export async function readPapers(
  files: readonly string[],
  index: PaperIndex,
  options: ReadOptions,
  progress: Progress,
): Promise<ReadResult> {
  const rejected: Rejection[] = [];
  const sources: string[] = [];
  let entries = 0;
  let rejectedCount = 0;
  const reject = (rejection: Rejection): void => {
    rejectedCount += 1;
    if (rejected.length < MAX_LISTED_REJECTIONS) rejected.push(rejection);
  };
  const names = sourceNames(files);
  const paths = [...names.keys()];
  const sizes = await Promise.all(paths.map(sizeOf));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  let bytesBefore = 0;
  let bytesNow = 0;
  const readOptions = {
    ...options,
    onBytes: (count: number): void => {
      bytesNow = count;
    },
  };
  for (const [position, path] of paths.entries()) {
    const file = names.get(path)!;
    bytesNow = 0;
    for await (const item of read(path, readOptions)) {
      entries += 1;
      if (item.rejection) reject({ ...item.rejection, file });
      else {
        const outcome = toDocument({ ...item.record, file });
        if ('rejection' in outcome) reject(outcome.rejection);
        else {
          index.add(outcome.document);
          sources.push(outcome.document.sources[0]!);
        }
      }
      // How many entries there are is known at the end only; until then it goes by the bytes.
      progress('read', entries, Math.round((entries * bytes) / Math.max(1, bytesBefore + bytesNow)));
    }
    bytesBefore += sizes[position]!;
  }
  progress('read', entries, entries);
  return { entries, duplicates: countDuplicates(sources, index), rejected, rejectedCount };
}

/**
 * Each file once, with what it is called in `sources`: its base name, or as much of its path as tells it from
 * others of that name (`a/refs.bib`, `b/refs.bib`).
 */
export function sourceNames(files: readonly string[]): Map<string, string> {
  const paths = [...new Set(files.map((file) => resolve(file)))];
  const parts = paths.map((path) => path.split(sep).filter(Boolean));
  const ending = (index: number, length: number): string => parts[index]!.slice(-length).join('/');
  return new Map(
    paths.map((path, index) => {
      let length = 1;
      const clashes = (): boolean =>
        parts.some((_, other) => other !== index && ending(other, length) === ending(index, length));
      while (length < parts[index]!.length && clashes()) length += 1;
      return [path, ending(index, length)];
    }),
  );
}

/** 0 for what isn't there: reading it will say so. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/**
 * Entries of this run that tell of a paper which another entry (of this run or an earlier one) tells too: of a
 * paper with s sources, n of them read now, min(n, s - 1). The order of files doesn't matter.
 */
function countDuplicates(sources: readonly string[], index: PaperIndex): number {
  const now = new Set(sources);
  let duplicates = 0;
  for (const paper of index.papers()) {
    const readNow = paper.sources.filter((source) => now.has(source)).length;
    duplicates += Math.min(readNow, paper.sources.length - 1);
  }
  return duplicates;
}

/** Throws `input` when more than the named share of the entries was rejected. */
export function checkRejectedShare(result: ReadResult, maxRejectedShare: number): void {
  if (result.entries === 0) throw new LacunaError('input', 'No entries found in these files.');
  const share = result.rejectedCount / result.entries;
  if (share <= maxRejectedShare) return;
  const first = result.rejected[0]!;
  throw new LacunaError(
    'input',
    `${result.rejectedCount} of ${result.entries} entries were rejected, more than the ` +
      `${Math.round(maxRejectedShare * 100)} % allowed; nothing was written. ` +
      `First: ${first.file}, line ${first.line}: ${first.reason}. Raise --max-rejected to go on all the same.`,
    { details: { file: first.file, line: first.line, setting: 'maxRejectedShare' } },
  );
}
