import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { makeFolder } from '../../graph/make-folder.ts';
import type { Extraction, ExtractorInput } from '../extract/extractor.ts';
import { packExtraction, unpackExtraction } from './extraction-codec.ts';

const KEY_LENGTH = 24;
const SCAN_BYTES = 1 << 20;
const NEWLINE = 0x0a;
const READS_AT_ONCE = 64;

/**
 * Extractions on disk, by the hash of the text they were made from. An extraction is a pure function of text
 * and extractor, so the cache may be thrown away at any time, and one may serve several stores.
 *
 * The file is append-only, one `KEY TAB JSON` a line; a line that a kill cut short is written over. Memory
 * holds a key and an offset per paper, never the extractions.
 */
export class ExtractionCache {
  readonly #file: FileHandle;
  readonly #places = new Map<string, { offset: number; length: number }>();
  #end = 0;
  #lineBuffer = Buffer.allocUnsafe(1 << 14);

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens the cache of one extractor; `name` is its name and version. */
  static async open(folder: string, name: string): Promise<ExtractionCache> {
    makeFolder(folder);
    const path = join(folder, `extractions-${name.replace(/[^\w.-]+/g, '_')}.jsonl`);
    const cache = new ExtractionCache(
      await open(path, 'a+').then((file) => file.close().then(() => open(path, 'r+'))),
    );
    await cache.#scan();
    return cache;
  }

  has(input: ExtractorInput): boolean {
    return this.#places.has(keyOf(input));
  }

  /**
   * Null when this text was not extracted yet, or when its line is damaged (two runs that wrote one file at
   * once, a bad disk): the key before the text is read again and must match.
   */
  async get(input: ExtractorInput): Promise<Extraction | null> {
    const key = keyOf(input);
    const place = this.#places.get(key);
    if (!place) return null;
    try {
      const line = this.#line(place);
      if (!line.startsWith(`${key}\t`)) throw new Error('another key');
      return unpackExtraction(line.slice(KEY_LENGTH + 1), input);
    } catch {
      this.#places.delete(key);
      return null;
    }
  }

  async *getAll<T extends ExtractorInput>(
    inputs: readonly T[],
  ): AsyncGenerator<{ input: T; extraction: Extraction | null }> {
    for (const [index, input] of inputs.entries()) {
      // Whoever runs this may have others to answer, and may be told to stop.
      if (index % READS_AT_ONCE === 0) await setImmediate();
      yield { input, extraction: await this.get(input) };
    }
  }

  /** Read at once: the system mostly still holds a line, and to be told later would take several times as long. */
  #line({ offset, length }: { offset: number; length: number }): string {
    if (this.#lineBuffer.length < length) this.#lineBuffer = Buffer.allocUnsafe(2 * length);
    const read = readSync(this.#file.fd, this.#lineBuffer, 0, length, offset);
    return this.#lineBuffer.toString('utf8', 0, read);
  }

  async put(entries: readonly { input: ExtractorInput; extraction: Extraction }[]): Promise<void> {
    const lines: Buffer[] = [];
    let end = this.#end;
    for (const { input, extraction } of entries) {
      const key = keyOf(input);
      if (this.#places.has(key)) continue;
      const line = Buffer.from(`${key}\t${packExtraction(extraction)}\n`);
      this.#places.set(key, { offset: end, length: line.length - 1 });
      lines.push(line);
      end += line.length;
    }
    if (lines.length === 0) return;
    const bytes = Buffer.concat(lines);
    await this.#file.write(bytes, 0, bytes.length, this.#end);
    this.#end = end;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #scan(): Promise<void> {
    const chunk = Buffer.allocUnsafe(SCAN_BYTES);
    let position = 0;
    let lineStart = 0;
    let key = '';
    for (;;) {
      const { bytesRead } = await this.#file.read(chunk, 0, SCAN_BYTES, position);
      if (bytesRead === 0) break;
      for (let from = 0; from < bytesRead; ) {
        const newline = chunk.subarray(0, bytesRead).indexOf(NEWLINE, from);
        const until = newline < 0 ? bytesRead : newline;
        if (key.length < KEY_LENGTH)
          key += chunk.toString('latin1', from, Math.min(until, from + KEY_LENGTH - key.length));
        if (newline < 0) break;
        const length = position + newline - lineStart;
        if (length > KEY_LENGTH) this.#places.set(key, { offset: lineStart, length });
        lineStart = position + newline + 1;
        key = '';
        from = newline + 1;
      }
      position += bytesRead;
    }
    this.#end = lineStart;
    await this.#file.truncate(lineStart);
  }
}

/** A run asks for each paper's several times. */
const KEYS = new WeakMap<ExtractorInput, string>();

function keyOf(input: ExtractorInput): string {
  let key = KEYS.get(input);
  if (key === undefined) {
    key = createHash('sha256')
      .update(JSON.stringify([input.title ?? '', input.abstract ?? '']))
      .digest('hex')
      .slice(0, KEY_LENGTH);
    KEYS.set(input, key);
  }
  return key;
}
