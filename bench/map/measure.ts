import type { CDPSession } from 'playwright-core';
import type { GraphView } from '../../graph/contract.ts';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { median, quantile } from '../support/timed.ts';
import { answer, buildPage, PAGE, type PageFiles } from './build-page.ts';
import { type MeasuredMap, MOVES } from './measured-map.ts';

export { buildPage };

export type Step = keyof MeasuredMap;
type Steps = Record<Step, ((turn: number) => Promise<void>) | undefined>;

/** Turns that are not counted: those of a compiler that learns. */
const WARM_UP = 2;
const TURNS = 20;
/** A step that takes longer than this in all is ended after the turn that it is in, from the third on. */
const PATIENCE_MS = 2500;

/** Of these the mean of a turn’s frames is told, its coming to rest in it; of the others the whole turn. */
export const IN_FRAMES: readonly Step[] = ['pan', 'zoom'];

/** Pixels. */
const CORNER = { x: 0, y: 0, width: 8, height: 8, scale: 1 };

/** Milliseconds on the processor: of a turn, or the mean of its frames (`IN_FRAMES`). */
export interface Cost {
  /** JavaScript of the page. */
  script: number;
  /** All that the page's main thread does: script, style, and what is painted there. */
  mainThread: number;
  /** All processes of the browser, with the drawing that a graphics card would do. */
  all: number;
  /** Main thread, in 95 of 100 turns no more; of a step in frames still the mean of each turn’s. */
  p95: number;
}

export interface Measured {
  steps: Partial<Record<Step, Cost>>;
  heapMegabytes: number;
}

/** One contender on one view, in a browser of its own: medians over the turns of each step; the heap without garbage. */
export async function measure(
  files: PageFiles,
  contender: string,
  view: GraphView,
  steps: readonly Step[],
): Promise<Measured> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
    page.on('pageerror', ({ message }) => console.error(`${contender}: ${message}`));
    await answer(page, files, view);
    await page.goto(`${PAGE}?map=${contender}`);
    await page.waitForFunction(() => 'measured' in window, undefined, { timeout: 60_000 });
    const session = await page.context().newCDPSession(page);
    const whole = await browser.newBrowserCDPSession();
    // Time on the processor, so that whatever else the machine does is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const has = (step: Step) =>
      page.evaluate((name) => name in (window as unknown as { measured: Steps }).measured, step);
    const now = async () => ({
      script: (await metric(session, 'ScriptDuration')) * 1000,
      mainThread: (await metric(session, 'TaskDuration')) * 1000,
      all: (await whole.send('SystemInfo.getProcessInfo')).processInfo.reduce(
        (sum, { cpuTime }) => sum + cpuTime * 1000,
        0,
      ),
    });
    const take = async (step: Step, turn: number): Promise<Cost> => {
      const before = await now();
      await page.evaluate(
        ([name, number]) =>
          (window as unknown as { measured: Steps }).measured[name as Step]!(number as number),
        [step, turn] as const,
      );
      // What was drawn on a canvas may else be left for later, and never be seen: a picture of a corner waits for it.
      await session.send('Page.captureScreenshot', { format: 'jpeg', clip: CORNER });
      const after = await now();
      const frames = IN_FRAMES.includes(step) ? MOVES : 1;
      return {
        script: (after.script - before.script) / frames,
        mainThread: (after.mainThread - before.mainThread) / frames,
        all: (after.all - before.all) / frames,
        p95: (after.mainThread - before.mainThread) / frames,
      };
    };
    const costs: Measured['steps'] = { start: await take('start', 0) };
    for (const step of steps) {
      if (!(await has(step))) continue;
      const begun = performance.now();
      const turns: Cost[] = [];
      for (let turn = 0; turn < TURNS + WARM_UP; turn++) {
        const cost = await take(step, turn);
        if (turn >= WARM_UP) turns.push(cost);
        if (turn > WARM_UP && performance.now() - begun > PATIENCE_MS) break;
      }
      costs[step] = {
        script: median(turns.map(({ script }) => script)),
        mainThread: median(turns.map(({ mainThread }) => mainThread)),
        all: median(turns.map(({ all }) => all)),
        p95: quantile(
          turns.map(({ mainThread }) => mainThread),
          0.95,
        ),
      };
    }
    await session.send('HeapProfiler.collectGarbage');
    return { steps: costs, heapMegabytes: (await metric(session, 'JSHeapUsedSize')) / 2 ** 20 };
  } finally {
    await browser.close();
  }
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)!.value;
}
