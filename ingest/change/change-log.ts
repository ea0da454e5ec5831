import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { LacunaError } from '../../graph/errors.ts';
import { makeFolder } from '../../graph/make-folder.ts';
import type { Document } from '../record.ts';
import type { PaperChange } from './paper-change.ts';
import type { RegisterChange } from './register.ts';

export interface ChangeLimits {
  /** Changes that are kept, the latest ones. */
  changes: number;
  /** Bytes of all of them together. */
  changeBytes: number;
}

export const DEFAULT_CHANGE_LIMITS: ChangeLimits = { changes: 20, changeBytes: 2 * 1024 ** 3 };

const register = z.object({ inputs: z.array(z.string()), arrivals: z.array(z.string()) });
const headSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  what: z.enum(['add', 'remove', 'takeBack', 'fetch']),
  /** The files or sources that it is about. */
  names: z.array(z.string()),
  /** Papers that it touched. */
  papers: z.number(),
  files: z.object({ added: register, dropped: register }),
});
export type ChangeHead = z.output<typeof headSchema>;

const strings = z.array(z.string());
const optional = z.string().nullable();
const documentSchema: z.ZodType<Document> = z.object({
  id: z.string(),
  title: optional,
  abstract: optional,
  year: z.number().nullable(),
  venue: optional,
  doi: optional,
  arxivId: optional,
  pubmedId: optional,
  url: optional,
  keywords: strings,
  authors: strings,
  cites: strings,
  sources: strings,
  keys: strings,
  variants: strings,
});

const ENDING = '.jsonl';
const TIME_DIGITS = 9;
const ID = /^[a-z0-9-]{8,40}$/;
/** Of a head: that of a change with very many files is cut off, and then not listed. */
const HEAD_BYTES = 1024 * 1024;

/**
 * What runs have changed, kept as files so that it can be taken back: a head, then a line for each paper as it was
 * before and as it was left.
 */
export class ChangeLog {
  readonly #folder: string;
  readonly #limits: ChangeLimits;

  constructor(folder: string, limits: ChangeLimits = DEFAULT_CHANGE_LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Returns the change's id. What could not be written whole leaves nothing behind. */
  async keep(
    change: PaperChange,
    files: RegisterChange,
    { what, names }: Pick<ChangeHead, 'what' | 'names'>,
  ): Promise<string> {
    makeFolder(this.#folder);
    const now = Date.now();
    const id = `${await this.#after(now)}-${randomBytes(6).toString('hex')}`;
    const papers = new Set([...change.before, ...change.after].map((paper) => paper.id)).size;
    const head: ChangeHead = {
      id,
      at: new Date(now).toISOString(),
      what,
      names,
      papers,
      files: copied(files),
    };
    const path = this.#path(id);
    try {
      await pipeline(Readable.from(lines(head, change)), createWriteStream(path, { flags: 'wx' }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    await this.#prune();
    return id;
  }

  async forget(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  /** The latest first. What can't be read is left out. */
  async list(): Promise<ChangeHead[]> {
    const heads = await Promise.all((await this.#ids()).map((id) => this.#head(id)));
    return heads.filter((head) => head !== null).reverse();
  }

  /** Throws `notFound` where it is not kept any more. */
  async read(id: string): Promise<{ head: ChangeHead; change: PaperChange }> {
    const head = ID.test(id) ? await this.#head(id) : null;
    if (!head) {
      throw new LacunaError('notFound', 'This change is not kept any more, so it can’t be taken back.', {
        details: { id },
      });
    }
    const change: PaperChange = { before: [], after: [] };
    let first = true;
    for await (const line of createInterface({ input: createReadStream(this.#path(id)) })) {
      if (!first) {
        const [side, paper] = lineSchema.parse(JSON.parse(line));
        change[side].push(paper);
      }
      first = false;
    }
    return { head, change };
  }

  #path(id: string): string {
    return join(this.#folder, `${id}${ENDING}`);
  }

  /** Beginning of an id that comes after all others, though the clock was set back. */
  async #after(now: number): Promise<string> {
    const last = Number.parseInt((await this.#ids()).at(-1)?.slice(0, TIME_DIGITS) ?? '0', 36);
    return Math.max(now, Number.isNaN(last) ? 0 : last + 1)
      .toString(36)
      .padStart(TIME_DIGITS, '0');
  }

  /** In order of time. */
  async #ids(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .filter((id) => ID.test(id))
      .sort();
  }

  async #head(id: string): Promise<ChangeHead | null> {
    try {
      const file = await open(this.#path(id));
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        const text = buffer.subarray(0, bytesRead).toString('utf8');
        return headSchema.parse(JSON.parse(text.slice(0, text.indexOf('\n'))));
      } finally {
        await file.close();
      }
    } catch {
      return null;
    }
  }

  async #prune(): Promise<void> {
    const ids = (await this.#ids()).reverse();
    let bytes = 0;
    for (const [i, id] of ids.entries()) {
      bytes += (await stat(this.#path(id)).catch(() => ({ size: 0 }))).size;
      // The latest stays whatever its size: it was just promised.
      if (i > 0 && (i >= this.#limits.changes || bytes > this.#limits.changeBytes)) await this.forget(id);
    }
  }
}

const lineSchema = z.tuple([z.enum(['before', 'after']), documentSchema]);

function* lines(head: ChangeHead, change: PaperChange): Generator<string> {
  yield `${JSON.stringify(head)}\n`;
  for (const side of ['before', 'after'] as const) {
    for (const paper of change[side]) yield `${JSON.stringify([side, paper])}\n`;
  }
}

const copied = ({ added, dropped }: RegisterChange): ChangeHead['files'] => ({
  added: { inputs: [...added.inputs], arrivals: [...added.arrivals] },
  dropped: { inputs: [...dropped.inputs], arrivals: [...dropped.arrivals] },
});
