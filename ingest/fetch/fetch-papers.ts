import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { isLacunaError, LacunaError } from '../../graph/errors.ts';
import { makeFolder } from '../../graph/make-folder.ts';
import { type Progress, silent } from '../progress.ts';
import { checkContact } from './check-contact.ts';
import { type Clock, SYSTEM_CLOCK } from './clock.ts';
import { FetchFailure } from './failure.ts';
import type { Journal } from './journal.ts';
import { pageThrough } from './page-through.ts';
import { type PaperSource, pageRecordsOf } from './paper-source.ts';
import { PoliteClient } from './polite-client.ts';
import { type PaperQuery, parseQuery, type querySchema } from './query.ts';
import type { FetchReport } from './report.ts';
import { newJournal, ResultFile, readJournal } from './result-file.ts';
import type { FetchSettings } from './settings.ts';
import { sourceOf } from './sources.ts';

export interface FetchOptions {
  /** Where the file and its journal lie; made where it isn't. */
  folder: string;
  /** Name of the file in it; made from the query when left out, the same for the same query. */
  name?: string;
  /** Begin anew, though the file is there. */
  fresh?: boolean;
  /** Told under the stage `fetch`. */
  progress?: Progress;
  signal?: AbortSignal;
  clock?: Clock;
}

/** Files that this process writes right now. */
const BUSY = new Set<string>();

/**
 * Gets the papers that a source has for a query into a file that `ingest` reads. Nobody but the source is asked, and
 * it only by this call. A file that is there already, of the same query, is gone on with, or taken as it is when
 * nothing is missing. Whatever goes wrong, what was got stays: the error's `details` name `file` and `records`.
 * Throws `input` (source, query, setting, a file of another query), `limit`, `unavailable`, `refused` (the file is
 * being written by another run), or the signal's reason when it is aborted.
 *
 *     const { file, report } = await fetchPapers('arxiv', { text: 'gravity' }, settings, { folder: '.lacuna/fetched' });
 */
export async function fetchPapers(
  sourceName: string,
  given: z.input<typeof querySchema>,
  settings: FetchSettings,
  options: FetchOptions,
): Promise<{ file: string; report: FetchReport }> {
  const { folder, progress = silent, signal, clock = SYSTEM_CLOCK } = options;
  const source = sourceOf(sourceName);
  const query = parseQuery(given);
  checkContact(source, settings);
  signal?.throwIfAborted();
  makeFolder(folder);
  const path = join(folder, options.name ?? fileName(source, query));
  const busy = resolve(path);
  if (BUSY.has(busy)) throw new LacunaError('refused', `${path} is being written by another run.`);
  BUSY.add(busy);
  const started = clock.now();
  try {
    const journal = await journalFor(path, source, query, settings, options);
    const file = await ResultFile.open(path, source, journal);
    const client = new PoliteClient(source, settings, clock, signal);
    const before = file.last.records;
    const { pageRecords } = journal.header;
    try {
      const ended = await pageThrough(file, { source, query, settings, client, progress, pageRecords });
      const { total, records, duplicates, bytes } = file.last;
      return {
        file: path,
        report: {
          source: source.name,
          query,
          file: path,
          format: source.format,
          total,
          records,
          before,
          duplicates,
          requests: client.requests,
          bytes: bytes + Buffer.byteLength(source.footer),
          ended,
          seconds: (clock.now() - started) / 1000,
        },
      };
    } catch (error) {
      signal?.throwIfAborted();
      throw told(error, source, file.last.records, before, path);
    } finally {
      await file.close();
    }
  } finally {
    BUSY.delete(busy);
  }
}

/** The journal to go on with. Throws `input` for a file that another query made. */
async function journalFor(
  path: string,
  source: PaperSource,
  query: PaperQuery,
  settings: FetchSettings,
  options: FetchOptions,
): Promise<Journal> {
  const fresh = newJournal({ source: source.name, query, pageRecords: pageRecordsOf(source, settings) });
  if (options.fresh) return fresh;
  const journal = await readJournal(path);
  if (!journal) {
    if (!existsSync(path)) return fresh;
    throw new LacunaError('input', `${path} is there already, and not from here; name another file.`);
  }
  const isSame =
    journal.header.source === source.name && JSON.stringify(journal.header.query) === JSON.stringify(query);
  if (isSame) return journal;
  throw new LacunaError(
    'input',
    `${path} holds the papers of another query; name another file, or begin anew.`,
  );
}

/** `openalex-gravity-waves-1a2b3c4d.jsonl` */
function fileName(source: PaperSource, query: PaperQuery): string {
  const words = query.text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(JSON.stringify(query)).digest('hex').slice(0, 8);
  return `${[source.name, words, hash].filter(Boolean).join('-')}.${source.extension}`;
}

/** Who failed, and what of it is kept. */
function told(error: unknown, source: PaperSource, records: number, before: number, file: string): unknown {
  const isFailure = error instanceof FetchFailure;
  if (!isFailure && !isLacunaError(error)) return error;
  const message = isFailure ? `${source.title}: ${error.message}.` : error.message;
  const isStuck = error.code === 'input' && before > 0 && records === before;
  const hint = isStuck ? 'if it has forgotten where they end, begin anew' : 'ask again to go on from there';
  const kept = records > 0 ? ` ${records.toLocaleString('en')} papers so far are in ${file}; ${hint}.` : '';
  return new LacunaError(error.code, message + kept, { cause: error, details: { file, records } });
}
