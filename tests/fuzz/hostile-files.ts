/** Files made to harm: what each must come to, at a size of choice. */
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { isLacunaError } from '../../graph/errors.ts';
import type { Format } from '../../ingest/read/format.ts';
import type { ReadLimits } from '../../ingest/read/limits.ts';
import { read } from '../../ingest/read/read.ts';

export interface HostileFile {
  name: string;
  format?: Format;
  limits?: Partial<ReadLimits>;
  /** Writes it; `bytes` is how large it, or what it unpacks to, should be. */
  write(path: string, bytes: number): Promise<void>;
  /** Part of what the user is told. */
  told: RegExp;
  /** Papers that are read all the same. */
  papers: number;
}

const BLOCK = 1024 * 1024;

/** `before`, then the piece again and again up to so many bytes, then `after`. */
function* grown(before: string, piece: string, after: string, bytes: number): Generator<string> {
  yield before;
  const block = piece.repeat(Math.ceil(BLOCK / piece.length));
  for (let written = 0; written < bytes; written += block.length) yield block;
  yield after;
}
const grow =
  (before: string, piece: string, after: string): HostileFile['write'] =>
  (path, bytes) =>
    pipeline(Readable.from(grown(before, piece, after, bytes)), createWriteStream(path));

const bomb: HostileFile['write'] = (path, bytes) =>
  pipeline(Readable.from(grown('', ' ', '', bytes)), createGzip(), createWriteStream(path));

const LAUGHS = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
);

export const HOSTILE_FILES: readonly HostileFile[] = [
  { name: 'a gzip bomb', write: bomb, told: /limit compressionRatio/, papers: 0 },
  {
    name: 'gzip in gzip',
    write: async (path) => writeFile(path, gzipSync(gzipSync(Buffer.from('title\nA\n'.repeat(5_000))))),
    told: /not a text file/,
    papers: 0,
  },
  {
    name: 'a line without end in JSON Lines',
    format: 'jsonl',
    write: grow('{"title":"Before"}\n{"title":"', 'a', '"}\n{"title":"After"}\n'),
    told: /limit lineCharacters/,
    papers: 2,
  },
  {
    name: 'a string without end in JSON',
    format: 'json',
    write: grow('[{"title":"Before"},{"title":"', 'a', '"},{"title":"After"}]'),
    told: /limit entryCharacters/,
    papers: 2,
  },
  {
    name: 'a line without end in RIS',
    format: 'ris',
    write: grow(
      'TY  - JOUR\nTI  - Before\nER  - \nTY  - JOUR\nTI  - ',
      'a',
      '\nER  - \nTY  - JOUR\nTI  - After\nER  - \n',
    ),
    told: /limit lineCharacters/,
    papers: 2,
  },
  {
    name: 'a value without end in BibTeX',
    format: 'bibtex',
    write: grow(
      '@article{a, title={Before}}\n@article{b, title={',
      `${'a'.repeat(80)}\n`,
      '}}\n@article{c, title={After}}\n',
    ),
    told: /limit entryCharacters/,
    papers: 2,
  },
  {
    name: 'a cell without end',
    format: 'csv',
    write: grow('title,abstract\nBefore,x\nB,"', 'a', '"\nAfter,x\n'),
    told: /limit lineCharacters/,
    papers: 2,
  },
  {
    name: 'a text without end in XML',
    format: 'atom',
    write: grow('<feed><entry><title>Before</title></entry><entry><title>', 'a', '</title></entry></feed>'),
    told: /limit entryCharacters/,
    papers: 1,
  },
  {
    name: 'a document type that only defines entities',
    format: 'atom',
    write: async (path) =>
      writeFile(
        path,
        `<!DOCTYPE feed [<!ENTITY l0 "lol">${LAUGHS}<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><feed><entry><title>&l30; &x;</title></entry></feed>`,
      ),
    told: /^$/,
    papers: 1,
  },
  {
    name: 'a million columns',
    format: 'csv',
    write: (path, bytes) => {
      const columns = Math.min(1_000_000, Math.floor(bytes / 100));
      return writeFile(path, `title${',x'.repeat(columns)}\nA${',1'.repeat(columns)}\nB\n`);
    },
    told: /1 columns where the header has/,
    papers: 1,
  },
];

export interface HostileEnd {
  papers: number;
  /** All reasons, and why the file was refused. */
  told: string;
  bytesRead: number;
}

export async function tryHostile(file: HostileFile, folder: string, bytes: number): Promise<HostileEnd> {
  const path = join(folder, 'hostile');
  await file.write(path, bytes);
  const reasons = new Set<string>();
  let papers = 0;
  let bytesRead = 0;
  try {
    const options = {
      ...(file.format && { format: file.format }),
      ...(file.limits && { limits: file.limits }),
    };
    const onBytes = (read: number): void => {
      bytesRead = read;
    };
    for await (const { rejection } of read(path, { ...options, onBytes })) {
      if (rejection) reasons.add(rejection.reason);
      else papers += 1;
    }
  } catch (error) {
    if (!isLacunaError(error)) throw error;
    reasons.add(error.message);
  }
  return { papers, told: [...reasons].join('; '), bytesRead };
}
