import { basename } from 'node:path';
import { LacunaError } from '../../../graph/errors.ts';
import type { ReadLimits } from '../limits.ts';
import type { TextSource } from '../reader.ts';
import { readBytes } from './bytes.ts';
import { chooseDecoder } from './decode.ts';
import { LineEnds } from './line-ends.ts';

/** Characters that are looked at to tell the format. */
const HEAD_CHARACTERS = 64 * 1024;
/** Bytes on which the encoding is decided, at least, where there are as many. */
const ENCODING_BYTES = 4 * 1024;
/** Control characters among these that make it no text. */
const MAX_CONTROL_SHARE = 0.02;
const BINARY_KINDS: readonly [string, string][] = [
  ['%PDF-', 'a PDF; export its abstract as text, or its reference as BibTeX or RIS'],
  ['PK\u0003\u0004', 'a zip archive (or an Office document); unpack it, or export it as CSV'],
  ['SQLite format 3', 'a database; export it as CSV'],
];

/** Opens a file as text. Throws `input` when it is missing, empty, a folder or no text. Close it by `close`. */
export async function openText(
  path: string,
  limits: ReadLimits,
  encoding?: string,
  onBytes?: (bytes: number) => void,
): Promise<TextSource & { close(): Promise<void> }> {
  const bytes = readBytes(path, limits, onBytes);
  const chunks = decodeAll(bytes, encoding);
  const first: string[] = [];
  let length = 0;
  let headIsAll = false;
  while (length < HEAD_CHARACTERS && !headIsAll) {
    const next = await chunks.next();
    if (next.done) headIsAll = true;
    else {
      first.push(next.value);
      length += next.value.length;
    }
  }
  const head = first.join('').slice(0, HEAD_CHARACTERS);
  const close = async (): Promise<void> => {
    await chunks.return(undefined);
    await bytes.return(undefined);
  };
  try {
    checkText(path, head, headIsAll);
  } catch (error) {
    await close();
    throw error;
  }
  async function* text(): AsyncGenerator<string> {
    yield* first.splice(0);
    yield* chunks;
  }
  return { file: basename(path), head, headIsAll: headIsAll && length <= HEAD_CHARACTERS, text, close };
}

async function* decodeAll(bytes: AsyncGenerator<Buffer>, encoding?: string): AsyncGenerator<string> {
  const lineEnds = new LineEnds();
  let decoder: ReturnType<typeof chooseDecoder> | null = null;
  let atStart = true;
  const step = (text: string): string => {
    const marked = atStart && text ? text.replace(/^\ufeff/, '') : text;
    if (text) atStart = false;
    return lineEnds.write(marked);
  };
  for await (const chunk of gatherStart(bytes)) {
    decoder ??= chooseDecoder(chunk, encoding);
    const text = step(decoder.write(chunk));
    if (text) yield text;
  }
  const text = step(decoder?.end() ?? '') + lineEnds.end();
  if (text) yield text;
}

/** A pipe or a gzip file may come in small pieces; the encoding wants a first one that tells something. */
async function* gatherStart(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start === null) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length < ENCODING_BYTES) continue;
      yield start;
      start = null;
    }
  }
  if (start?.length) yield start;
}

function checkText(path: string, head: string, headIsAll: boolean): void {
  const kind = BINARY_KINDS.find(([magic]) => head.startsWith(magic));
  if (kind) throw new LacunaError('input', `${path}: this is ${kind[1]}`);
  if (headIsAll && !/\S/.test(head)) throw new LacunaError('input', `${path}: the file is empty`);
  let controls = 0;
  for (let at = 0; at < head.length; at += 1) if (isControl(head.charCodeAt(at))) controls += 1;
  if (controls > head.length * MAX_CONTROL_SHARE) {
    throw new LacunaError('input', `${path}: not a text file`);
  }
}

/** Not tab, line feed, vertical tab, form feed, carriage return or escape, which texts do hold. */
const isControl = (code: number): boolean => code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b;
