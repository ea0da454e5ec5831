/** What was asked of fifty thousand papers, and whether it is so. */
import { NOT_LOOKED_INTO } from '../reasons.ts';
import type { Verdict } from './bench.ts';
import type { Ran } from './lacuna-process.ts';
import type { FrameCost, Opened } from './opened-map.ts';

const MOST_MINUTES = 30;
const MOST_MEGABYTES = 8 * 1024;
const OPEN_MS = 3000;
const FRAME_MS = 100;
const HELD_MS = 100;
/** As in `loop-watch.mjs`: shorter holds are not told one by one. */
const LEAST_TOLD_MS = 20;

export interface Grown {
  papers: number;
  ingest: Ran;
  analyse: Ran;
  storeMegabytes: number;
  /** The server after all was asked, MB, its engine with it. */
  server: Ran & { startedMs: number };
  opened: Opened;
}

export function wholeVerdicts({ papers, ingest, analyse, server, opened }: Grown): Verdict[] {
  const minutes = (ingest.seconds + analyse.seconds + opened.fromStartMs / 1000) / 60;
  const megabytes = Math.max(ingest.megabytes, analyse.megabytes, server.megabytes);
  const size = papers.toLocaleString('en');
  return [
    {
      asked: `${size} papers end to end, from the file to the first map, within ${MOST_MINUTES} minutes`,
      measured: `${minutes.toFixed(1)} minutes`,
      met: minutes <= MOST_MINUTES,
    },
    {
      asked: `${size} papers within ${MOST_MEGABYTES / 1024} GiB, all processes together`,
      measured: megabytes > 0 ? `${(megabytes / 1024).toFixed(1)} GiB at most` : 'this system does not tell',
      met: megabytes > 0 && megabytes <= MOST_MEGABYTES,
    },
  ];
}

export function openVerdicts({ firstMs, fromStartMs, drag, wheel }: Opened): Verdict[] {
  const [dearer, name] = drag.task >= wheel.task ? [drag, 'panning'] : [wheel, 'zooming'];
  const clock = Math.max(drag.p95, wheel.p95);
  const byClock = ([name, { frames, p95, longest }]: [string, FrameCost]): string =>
    `${p95.toFixed(0)} ms in the ${frames} frames of ${name}, the longest ${longest.toFixed(0)} ms`;
  const series: [string, FrameCost][] = [
    ['panning', drag],
    ['zooming', wheel],
  ];
  return [
    {
      asked: `the map opens within ${OPEN_MS / 1000} s the first time`,
      measured: `${(firstMs / 1000).toFixed(2)} s from the address to the drawn map on a server that just listens; ${(fromStartMs / 1000).toFixed(2)} s from the start of its process`,
      met: firstMs <= OPEN_MS,
      ...(firstMs > OPEN_MS && { reason: NOT_LOOKED_INTO }),
    },
    {
      asked: `a frame of moving the map within ${FRAME_MS} ms of the page’s main thread, the mean of all frames that drew it`,
      measured: `${dearer.task.toFixed(1)} ms of the processor, the mean of the ${dearer.frames} frames of ${name}, the dearer of panning and zooming`,
      met: dearer.task <= FRAME_MS,
      ...(dearer.task > FRAME_MS && { reason: NOT_LOOKED_INTO }),
    },
    {
      asked: `a frame of moving the map within ${FRAME_MS} ms by the clock, in 95 of 100`,
      measured: `${series.map(byClock).join('; ')}; the processor doing what a graphics card would, all edges drawn again at rest`,
      met: clock <= FRAME_MS,
      ...(clock > FRAME_MS && { reason: NOT_LOOKED_INTO }),
    },
  ];
}

/** As `loop-watch.mjs` writes it. */
export interface LoopWatch {
  /** `endedAt` by the clock of `Date.now()`. */
  holds: { endedAt: number; milliseconds: number }[];
  p99: number;
}

/** `closedAt`: when the browser that opened the map was gone. */
export function heldVerdict({ holds, p99 }: LoopWatch, closedAt: number): Verdict {
  const longest = (of: LoopWatch['holds']): number =>
    Math.max(LEAST_TOLD_MS, ...of.map(({ milliseconds }) => milliseconds));
  const beside = longest(holds.filter(({ endedAt }) => endedAt <= closedAt));
  const alone = longest(holds.filter(({ endedAt }) => endedAt > closedAt));
  const met = Math.max(beside, alone) <= HELD_MS;
  return {
    asked: `the server’s event loop is never held longer than ${HELD_MS} ms`,
    measured: `${beside.toFixed(1)} ms the longest while Chromium opened the first map and moved it, ${alone.toFixed(1)} ms while a client asked after that; over both ${p99.toFixed(0)} ms in 99 of 100`,
    met,
    ...(!met && { reason: NOT_LOOKED_INTO }),
  };
}
