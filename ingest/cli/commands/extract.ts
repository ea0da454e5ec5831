import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { LacunaError, messageOf } from '../../../graph/errors.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { extractRecords, type TextRecord } from '../../extract-records.ts';
import { openText } from '../../read/input/text-source.ts';
import { DEFAULT_READ_LIMITS } from '../../read/limits.ts';
import { orInterrupted, withInterrupt } from '../interrupt.ts';

/** Prints one JSON object a record. A bad line is named on standard error, and the rest goes on. */
export async function runExtract(file: string, flags: { extractor?: string } = {}): Promise<void> {
  await withInterrupt((signal) => orInterrupted(extract(file, flags.extractor), signal));
}

async function extract(file: string, asked: string | undefined): Promise<void> {
  const extractor = await chooseExtractor(asked);
  const { records, bad } = await readRecords(file);
  for await (const found of extractRecords(records, extractor))
    process.stdout.write(`${JSON.stringify(found)}\n`);
  if (bad > 0) throw new LacunaError('input', `${bad} of ${records.length + bad} lines could not be used.`);
}

async function readRecords(file: string): Promise<{ records: TextRecord[]; bad: number }> {
  const records: TextRecord[] = [];
  let bad = 0;
  let number = 0;
  const source = await openText(file, DEFAULT_READ_LIMITS);
  try {
    for await (const line of createInterface({ input: Readable.from(source.text()) })) {
      number += 1;
      if (line.trim() === '') continue;
      try {
        records.push(parseRecord(line));
      } catch (error) {
        bad += 1;
        process.stderr.write(`${file}, line ${number}: ${messageOf(error)}\n`);
      }
    }
  } finally {
    await source.close();
  }
  return { records, bad };
}

function parseRecord(line: string): TextRecord {
  const value = JSON.parse(line) as Record<string, unknown>;
  if (value === null || typeof value !== 'object') throw new Error('not a JSON object');
  const text = (name: string): string | null => (typeof value[name] === 'string' ? value[name] : null);
  const record = {
    id: String(value.id ?? ''),
    title: text('title'),
    abstract: text('abstract') ?? text('text'),
  };
  if (record.id === '') throw new Error('no id');
  if (record.title === null && record.abstract === null) throw new Error('neither a title nor an abstract');
  return record;
}
