/**
 * What the map costs the main thread, beside plain Sigma with its own labels in the same run, in Chromium with software
 * rendering: `npx tsx bench/map-frames.ts [NODES...]`. Milliseconds of JavaScript a turn, median (worst); no frames a
 * second, which say nothing without a graphics card.
 */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, CDPSession } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { literature } from './map-literature.ts';
import type { MeasuredMap } from './map-page.ts';

const ENTRY = 'map-page.js';
const PAGE = 'http://bench.localhost/';
const TURNS = 12;
const STEPS = [
  'pan',
  'zoom',
  'hover',
  'colour',
  'filter',
  'refresh',
] as const satisfies (keyof MeasuredMap)[];
const SIZES = process.argv.slice(2).map(Number).filter(Boolean);

type Files = ReadonlyMap<string, string>;
type Costs = Readonly<Record<string, readonly number[]>>;

/** By file name. */
async function buildPage(): Promise<Files> {
  const result = await build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    plugins: [react()],
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      rollupOptions: {
        input: join(import.meta.dirname, 'map-page.ts'),
        output: { entryFileNames: ENTRY },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file): [string, string] => [
        file.fileName,
        file.type === 'chunk' ? file.code : String(file.source),
      ]),
    ),
  );
}

async function scriptMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
}

async function measure(browser: Browser, files: Files, map: string, nodes: number): Promise<Costs> {
  const view = literature(nodes, 7);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  page.on('pageerror', ({ message }) => console.error(message));
  const styles = [...files].filter(([name]) => name.endsWith('.css')).map(([, text]) => text);
  const html = `<!doctype html><style>html,body,#root{margin:0;height:100%;position:relative}${styles.join('')}</style>
    <div id="root"></div><script type="module" src="/${ENTRY}"></script>`;
  await page.route(`${PAGE}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === 'view.json') return route.fulfill({ json: view });
    const text = files.get(name);
    if (text !== undefined) return route.fulfill({ contentType: 'text/javascript', body: text });
    return name === ''
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`${PAGE}?map=${map}`);
  await page.waitForFunction(() => 'measured' in window, undefined, { timeout: 60_000 });
  const session = await page.context().newCDPSession(page);
  // Time on the processor, so that whatever else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const take = async (step: keyof MeasuredMap, turn: number) => {
    const before = await scriptMilliseconds(session);
    await page.evaluate(
      ([name, number]) =>
        (window as unknown as { measured: MeasuredMap }).measured[name as keyof MeasuredMap](
          number as number,
        ),
      [step, turn] as const,
    );
    return (await scriptMilliseconds(session)) - before;
  };
  const costs: Record<string, number[]> = { start: [await take('start', 0)] };
  for (const step of STEPS) {
    const turns: number[] = [];
    // The first turns are those of a compiler that learns.
    for (let turn = 0; turn < TURNS + 2; turn++) {
      const cost = await take(step, turn);
      if (turn >= 2) turns.push(cost);
    }
    costs[step] = turns;
  }
  await page.close();
  return costs;
}

function inWords(costs: readonly number[]): string {
  const sorted = [...costs].sort((one, other) => one - other);
  return `${sorted[sorted.length >> 1]!.toFixed(1)} (${sorted.at(-1)!.toFixed(1)})`;
}

const browser = await launchBrowser();
try {
  const files = await buildPage();
  for (const nodes of SIZES.length > 0 ? SIZES : [1000, 5000, 10_000]) {
    const ours = await measure(browser, files, 'ours', nodes);
    const plain = await measure(browser, files, 'plain', nodes);
    console.log(
      `\n${nodes.toLocaleString('en')} nodes`.padEnd(20),
      'Lacuna'.padStart(18),
      'plain Sigma'.padStart(18),
    );
    for (const step of ['start', ...STEPS])
      console.log(step.padEnd(18), inWords(ours[step]!).padStart(18), inWords(plain[step]!).padStart(18));
  }
} finally {
  await browser.close();
}
