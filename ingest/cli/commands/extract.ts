import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { LacunaError, messageOf } from '../../../graph/errors.ts';
import { extractRecords, type TextRecord } from '../../extract-records.ts';

/** Prints one JSON object a record. A bad line is named on standard error, and the rest goes on. */
export async function runExtract(file: string): Promise<void> {
  const records: TextRecord[] = [];
  let bad = 0;
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number += 1;
      if (line.trim() === '') continue;
      try {
        records.push(parseRecord(number === 1 ? line.replace(/^\ufeff/, '') : line));
      } catch (error) {
        bad += 1;
        process.stderr.write(`${file}, line ${number}: ${messageOf(error)}\n`);
      }
    }
  } catch (error) {
    throw new LacunaError('input', `${file} can't be read: ${messageOf(error)}`, { cause: error });
  }
  for await (const found of extractRecords(records)) process.stdout.write(`${JSON.stringify(found)}\n`);
  if (bad > 0) throw new LacunaError('input', `${bad} of ${records.length + bad} lines could not be used.`);
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
