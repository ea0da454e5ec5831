import type { CDPSession, Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { FIELDS, fillStore } from './seed.ts';
import { openSite } from './site.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What somebody does in some minutes: about so many rounds make an hour. */
const ROUNDS = { warm: 6, measured: 12 };
/** Bytes that the heap may differ after as many rounds, five states of the page in each. */
const SLACK = 800_000;

const chromium = await chromiumPath();

it.skipIf(!chromium)('an hour of panning and opening leaves the heap as it was', async () => {
  const [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  try {
    const { page, complaints } = await openPage(browser, site.url, { width: 900, height: 600 });
    await page.locator('.sigma-names').waitFor();
    const session = await page.context().newCDPSession(page);
    for (let round = 0; round < ROUNDS.warm; round += 1) await wander(page, round);
    const before = await heapOf(session);
    for (let round = 0; round < ROUNDS.measured; round += 1) await wander(page, round);
    const after = await heapOf(session);
    console.log(`heap: ${megabytes(before)} MB, after ${ROUNDS.measured} rounds ${megabytes(after)} MB`);
    expect(after - before).toBeLessThan(SLACK);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});

/** Pans, zooms, opens a paper, a concept and a theme, expands, collapses, changes the lens and goes back. */
async function wander(page: Page, round: number): Promise<void> {
  // The same few again and again: what is kept of each is kept once.
  const field = round % FIELDS.length;
  const visit = (hash: string) => page.evaluate((to) => location.assign(to), hash);
  await page.getByRole('application').focus();
  for (const key of ['ArrowLeft', '+', 'ArrowUp', '-', 'ArrowRight', 'ArrowDown'])
    await page.keyboard.press(key);
  await visit(`#paper=p${field}0`);
  await page.getByRole('complementary', { name: 'Selected paper' }).waitFor();
  await visit(`#concept=c${field}1&lens=concepts`);
  await page.getByRole('complementary', { name: 'Selected concept' }).waitFor();
  await visit(`#theme=t${field}&open=c${field}2`);
  await page.getByRole('complementary', { name: 'Selected theme' }).waitFor();
  await visit('#');
  await page.getByRole('complementary', { name: /^Selected/ }).waitFor({ state: 'detached' });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
