import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROCESS = join(import.meta.dirname, 'ingest-process.ts');

/** Seconds, and MB. */
export interface StageMeasure {
  stage: string;
  wall: number;
  /** Of the process with its extraction threads. */
  cpu: number;
  /** Of the store's own process. */
  engineCpu: number;
  /** Alive in the process at the end of the stage, without garbage. */
  live: number;
  /** The most that was resident during the stage at one moment, of the process with its threads and the store's together. */
  peak: number;
  /** CPU of the collection at its end that was forced to tell what is alive; in none of the figures above. */
  collecting: number;
}

export interface IngestMeasure {
  papers: number;
  concepts: number;
  mentions: number;
  /** Papers written by this run. */
  written: number;
  stages: StageMeasure[];
  /** The most that was resident, of the process with its extraction threads. */
  peak: number;
  /** The same of the store's own process. */
  enginePeak: number;
}

/** An ingest of so many papers by one extractor. */
export interface SizedIngest {
  extractor: string;
  size: number;
  measure: IngestMeasure;
}

/** Ingests of files that the store knows. */
export interface IngestsAgain {
  first: IngestMeasure;
  same: IngestMeasure;
  changed: IngestMeasure;
}

/** Runs one ingest in a process of its own; `folder` keeps its store and cache. */
export function measureIngest(file: string, folder: string, extractor: string): IngestMeasure {
  const result = `${folder}-result.json`;
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', PROCESS, file, folder, extractor, result],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) throw new Error(`The ingest of ${file} by ${extractor} failed.`);
  return JSON.parse(readFileSync(result, 'utf8')) as IngestMeasure;
}

const sum = (measure: IngestMeasure, of: (stage: StageMeasure) => number): number =>
  measure.stages.reduce((total, stage) => total + of(stage), 0);

export const wallOf = (measure: IngestMeasure): number => sum(measure, ({ wall }) => wall);

export const cpuOf = (measure: IngestMeasure): number =>
  sum(measure, ({ cpu, engineCpu }) => cpu + engineCpu);

export const peakOf = ({ peak, enginePeak }: IngestMeasure): number => peak + enginePeak;

/** Null where the stage had nothing to do, and so did not begin. */
export const stageOf = ({ stages }: IngestMeasure, name: string): StageMeasure | null =>
  stages.find(({ stage }) => stage === name) ?? null;
