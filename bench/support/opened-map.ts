/** The page of a running server, opened in Chromium: when its map is drawn, and what a frame of moving it costs. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser.ts';

const STEPS = 40;
const VIEWPORT = { width: 1280, height: 720 };
const MIDDLE = { x: 700, y: 360 };
const WAIT_MS = 120_000;

export interface FrameCost {
  frames: number;
  /** JavaScript, and all that the page's main thread does, of the processor, ms a frame. */
  script: number;
  task: number;
}

export interface Opened {
  /** From the address to the drawn map: the first time that anybody asks this server, and once more. */
  firstMs: number;
  againMs: number;
  kilobytes: number;
  heapMegabytes: number;
  drag: FrameCost;
  wheel: FrameCost;
}

export async function openMap(url: string): Promise<Opened> {
  const browser = await launchBrowser();
  try {
    const first = await opened(browser, url);
    await first.page.close();
    const again = await opened(browser, url);
    const { page } = again;
    const kilobytes = await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return entries.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
    });
    await countFrames(page);
    const session = await page.context().newCDPSession(page);
    // Time on the processor, so that whatever else the machine does is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const drag = await cost(page, session, async () => {
      await page.mouse.move(MIDDLE.x, MIDDLE.y);
      await page.mouse.down();
      for (let step = 1; step <= STEPS; step++)
        await page.mouse.move(MIDDLE.x + 4 * step, MIDDLE.y + 2 * (step % 20));
      await page.mouse.up();
    });
    const wheel = await cost(page, session, async () => {
      for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, step < STEPS / 2 ? -60 : 60);
    });
    const heap = await session.send('Runtime.getHeapUsage');
    return {
      firstMs: first.milliseconds,
      againMs: again.milliseconds,
      kilobytes,
      heapMegabytes: heap.usedSize / 2 ** 20,
      drag,
      wheel,
    };
  } finally {
    await browser.close();
  }
}

/** In a profile of its own, with nothing kept from before. */
async function opened(browser: Browser, url: string): Promise<{ page: Page; milliseconds: number }> {
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  await page.addInitScript(() => localStorage.setItem('lacuna:tour', 'seen'));
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.sigma-names').waitFor({ timeout: WAIT_MS });
  return { page, milliseconds: performance.now() - began };
}

/** As text: what tsx makes of a function leans on a helper that a page has not. */
async function countFrames(page: Page): Promise<void> {
  await page.evaluate(`window.frameCount = 0;
    requestAnimationFrame(function next() { window.frameCount += 1; requestAnimationFrame(next); });`);
}

async function cost(page: Page, session: CDPSession, move: () => Promise<void>): Promise<FrameCost> {
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)!.value * 1000;
    const frames = (await page.evaluate('window.frameCount')) as number;
    return { frames, script: of('ScriptDuration'), task: of('TaskDuration') };
  };
  const before = await taken();
  await move();
  const after = await taken();
  const frames = Math.max(1, after.frames - before.frames);
  return {
    frames,
    script: (after.script - before.script) / frames,
    task: (after.task - before.task) / frames,
  };
}
