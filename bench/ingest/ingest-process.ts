/**
 * One ingest in a process of its own: `ingest-process.ts FILE FOLDER EXTRACTOR RESULT`. Started with `--expose-gc`, so that what
 * is alive at the end of a stage is told without the garbage; the time of that is taken out of the figures.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openWriter } from '../../graph/store/open.ts';
import { EXTRACTORS } from '../../ingest/extract/extractor-module.ts';
import { ingest } from '../../ingest/pipeline.ts';
import type { IngestMeasure, StageMeasure } from './ingest-measure.ts';

const MEGABYTE = 1e6;
const TICKS_PER_SECOND = 100;

const [file, folder, extractor, resultPath] = process.argv.slice(2) as [
  string,
  string,
  keyof typeof EXTRACTORS,
  string,
];

/** Processes that this one started, which is the engine; none where the system doesn't tell. */
function engines(): string[] {
  try {
    const threads = readdirSync('/proc/self/task');
    return threads.flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
  } catch {
    return [];
  }
}

function engineCpu(): number {
  let ticks = 0;
  for (const pid of engines()) {
    // What stands in parentheses is the name, and may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / TICKS_PER_SECOND;
}

function enginePeak(): number {
  let kilobytes = 0;
  for (const pid of engines())
    kilobytes += Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return (kilobytes * 1024) / MEGABYTE;
}

interface Clock {
  wall: number;
  main: number;
  engine: number;
}

const now = (): Clock => {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, main: (user + system) / 1e6, engine: engineCpu() };
};

const most = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
const watch = new Worker(new URL('memory-watch.mjs', import.meta.url), { workerData: most, execArgv: [] });
/** The most that was resident since it was asked last, MB. */
const stagePeak = (): number => (Atomics.exchange(most, 0, 0) * 1024) / MEGABYTE;

const stages: StageMeasure[] = [];
let stage = 'read';

const store = await openWriter({ kind: 'embedded', folder: join(folder, 'store') });
globalThis.gc?.();
stagePeak();
let since = now();

function endStage(): void {
  const end = now();
  const peak = stagePeak();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  stages.push({
    stage,
    wall: end.wall - since.wall,
    cpu: end.main - since.main,
    engineCpu: end.engine - since.engine,
    live: (heapUsed + external) / MEGABYTE,
    peak,
    collecting: now().main - end.main,
  });
  stagePeak();
  since = now();
}

const report = await ingest({
  files: [file],
  store,
  cacheFolder: join(folder, 'cache'),
  extractor: EXTRACTORS[extractor],
  progress(next) {
    if (next === stage) return;
    endStage();
    stage = next;
  },
});
endStage();
const measure: IngestMeasure = {
  papers: report.papers,
  concepts: report.concepts,
  mentions: report.mentions,
  written: report.written.papers,
  stages,
  peak: (process.resourceUsage().maxRSS * 1024) / MEGABYTE,
  enginePeak: enginePeak(),
};
await store.close();
await watch.terminate();
writeFileSync(resultPath, JSON.stringify(measure));
