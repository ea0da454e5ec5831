import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { LacunaError, messageOf } from '../../graph/errors.ts';
import { type Journal, type JournalHeader, type JournalPage, parseJournal } from './journal.ts';
import type { FetchedRecord, PaperSource } from './paper-source.ts';

/**
 * The file of papers and the journal beside it. After each page the file is whole and can be read; the journal says
 * how far it counts, so a run that was killed goes on behind the last page that it had written.
 */
export class ResultFile {
  readonly #path: string;
  readonly #source: PaperSource;
  readonly #file: FileHandle;
  readonly #journal: FileHandle;
  readonly #seen = new Set<string>();
  #last: JournalPage;

  private constructor(
    path: string,
    source: PaperSource,
    file: FileHandle,
    journal: FileHandle,
    pages: readonly JournalPage[],
  ) {
    this.#path = path;
    this.#source = source;
    this.#file = file;
    this.#journal = journal;
    for (const { ids } of pages) for (const id of ids) this.#seen.add(id);
    this.#last = pages.at(-1) ?? startOf(source);
  }

  /** Opens the file where it was left, or begins it. */
  static async open(path: string, source: PaperSource, journal: Journal): Promise<ResultFile> {
    const { header } = journal;
    const size = await sizeOf(path);
    const pages = size === null ? [] : journal.pages.filter(({ bytes }) => bytes <= size);
    return guarded(path, async () => {
      // First the journal, so that a file without one is never ours. Anew: a kill may have left half a line.
      const text = [header, ...pages].map((line) => `${JSON.stringify(line)}\n`).join('');
      const fresh = `${journalPath(path)}.new`;
      const handle = await open(fresh, 'w');
      await writeAll(handle, text, null);
      await handle.datasync();
      await rename(fresh, journalPath(path));
      const goesOn = pages.length > 0;
      const { bytes } = pages.at(-1) ?? startOf(source);
      const file = await open(path, goesOn ? 'r+' : 'w');
      if (goesOn) await file.truncate(bytes);
      await writeAll(file, goesOn ? source.footer : source.header + source.footer, goesOn ? bytes : 0);
      await file.datasync();
      return new ResultFile(path, source, file, handle, pages);
    });
  }

  /** Where it stands. */
  get last(): JournalPage {
    return this.#last;
  }

  /** Whether no page brought this record yet. */
  isNew(record: FetchedRecord): boolean {
    return record.id === null || !this.#seen.has(record.id);
  }

  /** Adds what a page brought and notes it. Throws `limit` where the disk is full. */
  async add(
    records: readonly FetchedRecord[],
    step: Pick<JournalPage, 'total' | 'next' | 'skip' | 'duplicates'>,
  ): Promise<void> {
    const text = records.map((record) => record.text).join('');
    const ids = records.flatMap(({ id }) => (id === null ? [] : [id]));
    const page: JournalPage = {
      ...step,
      records: this.#last.records + records.length,
      bytes: this.#last.bytes + Buffer.byteLength(text),
      ids,
    };
    await guarded(this.#path, async () => {
      if (text) {
        await writeAll(this.#file, text + this.#source.footer, this.#last.bytes);
        await this.#file.datasync();
      }
      await writeAll(this.#journal, `${JSON.stringify(page)}\n`, null);
      await this.#journal.datasync();
    });
    for (const id of ids) this.#seen.add(id);
    this.#last = page;
  }

  async close(): Promise<void> {
    await this.#file.close();
    await this.#journal.close();
  }
}

const journalPath = (path: string): string => `${path}.journal`;

/** The journal beside this file, null where there is none. */
export async function readJournal(path: string): Promise<Journal | null> {
  try {
    return parseJournal(await readFile(journalPath(path), 'utf8'));
  } catch {
    return null;
  }
}

export const newJournal = (header: Omit<JournalHeader, 'journal' | 'version'>): Journal => ({
  header: { journal: 'lacuna-fetch', version: 1, ...header },
  pages: [],
});

const startOf = (source: PaperSource): JournalPage => ({
  records: 0,
  bytes: Buffer.byteLength(source.header),
  duplicates: 0,
  total: null,
  next: source.first,
  skip: 0,
  ids: [],
});

async function sizeOf(path: string): Promise<number | null> {
  try {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** One call may write less than it was given. */
async function writeAll(file: FileHandle, text: string, position: number | null): Promise<void> {
  const bytes = Buffer.from(text);
  let done = 0;
  while (done < bytes.length) {
    const at = position === null ? null : position + done;
    done += (await file.write(bytes, done, bytes.length - done, at)).bytesWritten;
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new LacunaError('limit', `${path}: no space is left on the disk`, { cause: error });
    }
    throw new LacunaError('input', `${path}: can't be written (${messageOf(error)})`, { cause: error });
  }
}
