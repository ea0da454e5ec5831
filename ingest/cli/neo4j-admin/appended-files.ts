import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Characters gathered for a file before they are written. */
const CHUNK = 1 << 18;

/** Files of one folder, written side by side. */
export class AppendedFiles {
  bytes = 0;
  readonly #folder: string;
  readonly #files = new Map<string, { handle: FileHandle; texts: string[]; length: number }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async append(name: string, text: string): Promise<void> {
    let file = this.#files.get(name);
    if (!file) {
      file = { handle: await open(join(this.#folder, name), 'w'), texts: [], length: 0 };
      this.#files.set(name, file);
    }
    file.texts.push(text);
    file.length += text.length;
    if (file.length >= CHUNK) await this.#flush(file);
  }

  async close(): Promise<void> {
    try {
      for (const file of this.#files.values()) await this.#flush(file);
    } finally {
      await Promise.all([...this.#files.values()].map(({ handle }) => handle.close()));
    }
  }

  async #flush(file: { handle: FileHandle; texts: string[]; length: number }): Promise<void> {
    const chunk = Buffer.from(file.texts.join(''));
    file.texts = [];
    file.length = 0;
    await file.handle.appendFile(chunk);
    this.bytes += chunk.length;
  }
}
