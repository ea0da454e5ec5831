import { LacunaError } from '../../graph/errors.ts';
import type { ReadItem } from '../record.ts';
import { detectFormat, type Format } from './format.ts';
import { readAbstracts } from './formats/abstracts.ts';
import { readAtom } from './formats/atom.ts';
import { readBibtex } from './formats/bibtex.ts';
import { readCsv, readTsv } from './formats/delimited.ts';
import { readJson } from './formats/json.ts';
import { readJsonLines } from './formats/jsonl.ts';
import { readNbib } from './formats/nbib.ts';
import { readPageDump } from './formats/page-dump.ts';
import { readPlain } from './formats/plain.ts';
import { readPubmedXml } from './formats/pubmed-xml.ts';
import { readRis } from './formats/ris.ts';
import { openText } from './input/text-source.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './limits.ts';
import type { ColumnMapping, Draft, Reader } from './reader.ts';

export interface ReadOptions {
  /** Found out from the content when left out. */
  format?: Format;
  /** Header or key per field, for tables and JSON. */
  columns?: ColumnMapping;
  /** As iconv names it; found out from the content when left out. */
  encoding?: string;
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
  /** Told how many bytes of the file, as it lies on disk, were read so far. */
  onBytes?: (bytes: number) => void;
}

export const READERS: Readonly<Record<Format, Reader>> = {
  abstracts: readAbstracts,
  'page-dump': readPageDump,
  plain: readPlain,
  bibtex: readBibtex,
  ris: readRis,
  nbib: readNbib,
  csv: readCsv,
  tsv: readTsv,
  json: readJson,
  jsonl: readJsonLines,
  atom: readAtom,
  'pubmed-xml': readPubmedXml,
};

/**
 * The entries of a file, one by one; the file is never held in memory. A bad entry is a rejection, and reading goes
 * on. Throws `input` when the file can't be read at all (missing, empty, no text, no entry in it), `limit` when it
 * holds more than it may.
 *
 *     for await (const { record, rejection } of read('library.bib')) { … }
 */
export async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<ReadItem> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const { signal, columns = {} } = options;
  signal?.throwIfAborted();
  const source = await openText(path, limits, options.encoding, options.onBytes);
  try {
    const format = options.format ?? detectFormat(source.head, source.file);
    let entry = 0;
    for await (const draft of READERS[format](source, { limits, columns })) {
      signal?.throwIfAborted();
      entry += 1;
      if (entry > limits.entries) {
        throw new LacunaError('limit', `${path}: more than ${limits.entries} entries (limit entries)`);
      }
      yield itemOf(draft, source.file, entry);
    }
    if (entry === 0) {
      throw new LacunaError(
        'input',
        `${path}: no entry found; it was read as ${format}. Name its form with --format.`,
      );
    }
  } finally {
    await source.close();
  }
}

function itemOf({ line, fields, reason }: Draft, file: string, entry: number): ReadItem {
  if (reason !== undefined) return { rejection: { file, line, entry, reason } };
  if (!fields.title && !fields.abstract) {
    return { rejection: { file, line, entry, reason: 'neither a title nor an abstract' } };
  }
  return { record: { file, line, entry, ...fields } };
}
