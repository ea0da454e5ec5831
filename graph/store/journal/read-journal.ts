import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { LacunaError } from '../../errors.ts';
import { decodeLine, JOURNAL_HEADER, type JournalLine } from './journal-line.ts';

/** Bytes of one line, before it counts as damaged; a transaction takes some hundred thousand. */
const MAX_LINE = 256 * 1024 * 1024;
const BLOCK = 1024 * 1024;

/** A line that is not as it was written; `torn` where it is the last one and has no end, which a crash leaves. */
export interface BadLine {
  /** From 1. */
  number: number;
  torn: boolean;
  /** What is there instead. */
  text: string;
}

/**
 * The lines of a journal, one at a time; damaged ones are told and left out. Throws `unavailable` where the file is none, or
 * is of a form that this version does not know.
 */
export async function* journalLines(
  path: string,
  onBad: (bad: BadLine) => void = () => {},
): AsyncGenerator<JournalLine> {
  let number = 0;
  for await (const { text, ended } of textLines(path)) {
    number += 1;
    if (number === 1) {
      refuseForeign(text, path);
      continue;
    }
    const line = ended ? decodeLine(text) : null;
    if (line) yield line;
    else onBad({ number, torn: !ended, text });
  }
  if (number === 0) refuseForeign('', path);
}

async function* textLines(path: string): AsyncGenerator<{ text: string; ended: boolean }> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): string => {
    // NOTE: what is beyond the bound can only be damage; its beginning is enough to be told so.
    const text = length > MAX_LINE ? '' : Buffer.concat(parts).toString('latin1');
    parts = [];
    length = 0;
    return text;
  };
  for await (const block of createReadStream(path, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, from)) {
      length += end - from;
      if (length <= MAX_LINE) parts.push(block.subarray(from, end));
      yield { text: take(), ended: true };
      from = end + 1;
    }
    length += block.length - from;
    if (length <= MAX_LINE) parts.push(block.subarray(from));
    else parts = [];
  }
  if (length > 0) yield { text: take(), ended: false };
}

export interface JournalEnd {
  /** Null where it holds no line, or a damaged one. */
  last: JournalLine | null;
  /** Whether there are lines beside the header. */
  isEmpty: boolean;
  /** Where the last whole line ends; what lies beyond was torn off by a crash. */
  bytes: number;
}

/** The last line of a journal, without reading the others. Throws as `journalLines` does. */
export function journalEnd(path: string): JournalEnd {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Buffer.alloc(Math.min(size, JOURNAL_HEADER.length + 1));
    readSync(file, start, 0, start.length, 0);
    refuseForeign(start.toString('latin1').replace(/\n$/, ''), path);
    let tail = Buffer.alloc(0);
    for (let from = size; from > 0; ) {
      const length = Math.min(BLOCK, from);
      from -= length;
      const block = Buffer.alloc(length);
      readSync(file, block, 0, length, from);
      tail = Buffer.concat([block, tail]);
      const end = tail.lastIndexOf(10);
      const before = end < 1 ? -1 : tail.lastIndexOf(10, end - 1);
      if (end < 0 || (before < 0 && from > 0)) continue;
      if (before < 0) return { last: null, isEmpty: true, bytes: from + end + 1 };
      const last = decodeLine(tail.subarray(before + 1, end).toString('latin1'));
      return { last, isEmpty: false, bytes: from + end + 1 };
    }
    throw foreign(path);
  } finally {
    closeSync(file);
  }
}

function refuseForeign(header: string, path: string): void {
  if (header !== JOURNAL_HEADER) throw foreign(path);
}

const foreign = (path: string): LacunaError =>
  new LacunaError(
    'unavailable',
    `${path} is not a journal, or one that another version of Lacuna wrote. Move it away to go on without it.`,
  );
