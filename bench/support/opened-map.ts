/** The page of a running server, opened in Chromium: when its map is drawn, and what a frame of moving it costs. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { quantile } from './timed.ts';

/** Of the mouse and of its wheel each: enough frames for 95 in 100 of them to say something. */
const MOVES = 120;
/** There, and back again; then anew. */
const TURN = 40;
/** Pixels of one move of the mouse. */
const STRIDE = { x: 4, y: 2 };
/** Nearer and back again, so few at a time that the camera never stands at the end of its way. */
const WHEEL = { turn: 3, pixels: 60 };
const VIEWPORT = { width: 1280, height: 720 };
const MIDDLE = { x: 700, y: 360 };
const WAIT_MS = 120_000;
const REST_MS = 1000;

/** Of the frames in which the map was drawn; those that draw nothing don't count. */
export interface FrameCost {
  frames: number;
  /** JavaScript, and all that the page's main thread did meanwhile, of the processor, ms by such a frame. */
  script: number;
  task: number;
  /** From the start of a frame to the start of the next one, by the clock, ms. */
  p95: number;
  longest: number;
}

export interface Opened {
  /** From the address to the drawn map: the first time that anybody asks this server for anything, and once more. */
  firstMs: number;
  againMs: number;
  /** From the start of the server's process to the map that was drawn first. */
  fromStartMs: number;
  kilobytes: number;
  heapMegabytes: number;
  drag: FrameCost;
  wheel: FrameCost;
}

/** The browser runs before the server is started, and asks it as soon as it listens. */
export async function openMap(start: () => Promise<{ url: string }>): Promise<Opened> {
  const browser = await launchBrowser();
  try {
    const began = performance.now();
    const { url } = await start();
    const first = await opened(browser, url);
    const fromStartMs = performance.now() - began;
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
      for (let move = 1; move <= MOVES; move++) {
        const at = TURN - Math.abs((move % (2 * TURN)) - TURN);
        await page.mouse.move(MIDDLE.x + STRIDE.x * at, MIDDLE.y + STRIDE.y * at);
      }
      await page.mouse.up();
    });
    const wheel = await cost(page, session, async () => {
      for (let move = 0; move < MOVES; move++)
        await page.mouse.wheel(0, move % (2 * WHEEL.turn) < WHEEL.turn ? -WHEEL.pixels : WHEEL.pixels);
    });
    await session.send('HeapProfiler.collectGarbage');
    const heap = await session.send('Runtime.getHeapUsage');
    return {
      firstMs: first.milliseconds,
      againMs: again.milliseconds,
      fromStartMs,
      kilobytes,
      heapMegabytes: heap.usedSize / 2 ** 20,
      drag,
      wheel,
    };
  } finally {
    await browser.close();
  }
}

/**
 * Notes what WebGL draws: that it drew at all, and of how many instances, since Sigma draws all nodes of a shape at once as so
 * many instances of it; those count from the next frame on. As text: what tsx makes of a function leans on a helper that a page
 * has not.
 */
const WATCHES_DRAWING = `{
  window.drawn = { any: false, nodes: 0 };
  const watched = (draw) => function (...words) {
    drawn.any = true;
    const result = draw.apply(this, words);
    const instances = words[draw.length - 1];
    if (/Instanced/.test(draw.name) && instances > 0) requestAnimationFrame(() => { drawn.nodes += instances; });
    return result;
  };
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
      if (prototype[name]) prototype[name] = watched(prototype[name]);
    }
    const extension = prototype.getExtension;
    prototype.getExtension = function (name) {
      const found = extension.call(this, name);
      if (found?.drawArraysInstancedANGLE && !found.isSeen) {
        found.isSeen = true;
        found.drawArraysInstancedANGLE = watched(found.drawArraysInstancedANGLE).bind(found);
      }
      return found;
    };
  }
}`;

/** In a profile of its own, with nothing kept from before. */
async function opened(browser: Browser, url: string): Promise<{ page: Page; milliseconds: number }> {
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  await page.addInitScript(() => localStorage.setItem('lacuna:tour', 'seen'));
  await page.addInitScript({ content: WATCHES_DRAWING });
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  // A function, since the page's policy lets no text be run that is asked for again and again.
  const hasNodes = () => (window as unknown as { drawn: { nodes: number } }).drawn.nodes > 0;
  await page.waitForFunction(hasNodes, undefined, { timeout: WAIT_MS });
  return { page, milliseconds: performance.now() - began };
}

/**
 * Keeps how long each frame took in which WebGL drew something: from its start to that of the next one, so no frame is missed
 * and whatever keeps the next one waiting counts. As text, like `WATCHES_DRAWING`.
 */
async function countFrames(page: Page): Promise<void> {
  await page.evaluate(`{
    window.drawnFrames = [];
    let began = performance.now();
    drawn.any = false;
    requestAnimationFrame(function next() {
      const now = performance.now();
      if (drawn.any) drawnFrames.push(now - began);
      began = now;
      drawn.any = false;
      requestAnimationFrame(next);
    });
  }`);
}

async function cost(page: Page, session: CDPSession, move: () => Promise<void>): Promise<FrameCost> {
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((metric) => metric.name === name)!.value * 1000;
    return { script: of('ScriptDuration'), task: of('TaskDuration') };
  };
  await page.evaluate('void (window.drawnFrames = [])');
  const before = await taken();
  await move();
  // With the edges that come back when the camera has rested.
  await page.waitForTimeout(REST_MS);
  const after = await taken();
  if (!(await page.locator('canvas.sigma-edges').isVisible()))
    throw new Error('The map rests and its edges are still left out.');
  const drawn = (await page.evaluate('window.drawnFrames')) as number[];
  if (drawn.length === 0) throw new Error('The map was moved and nothing was drawn.');
  return {
    frames: drawn.length,
    script: (after.script - before.script) / drawn.length,
    task: (after.task - before.task) / drawn.length,
    p95: quantile(drawn, 0.95),
    longest: Math.max(...drawn),
  };
}
