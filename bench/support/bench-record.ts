import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from './bench.ts';
import type { Machine } from './machine.ts';

/** A result with where and when it came about: what `results/NAME.json` holds. */
export interface BenchRecord {
  name: string;
  title: string;
  about: string;
  /** ISO 8601. */
  at: string;
  machine: Machine;
  /** As `machine.load`, in the last minute of the bench; old records lack it. */
  loadAfter?: number;
  /** Of the whole bench, on the wall. */
  seconds: number;
  result: BenchResult;
}

/** By name, so that the page doesn't depend on what was run last. */
export function readRecords(folder: string): BenchRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as BenchRecord);
}

export function writeRecord(folder: string, record: BenchRecord): void {
  writeFileSync(join(folder, `${record.name}.json`), `${JSON.stringify(record, null, 2)}\n`);
}
