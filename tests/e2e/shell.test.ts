import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('the page around the map', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is shown to a first visitor in five steps or fewer, and never again', async () => {
    const { page, complaints } = await openPage(browser, site.url, { first: true });
    const tour = page.getByRole('complementary', { name: /^Tour, step/ });
    const steps: (string | null)[] = [];
    await tour.waitFor();
    for (;;) {
      steps.push(await tour.getByRole('heading').textContent());
      const box = (await tour.boundingBox())!;
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 720).toBe(true);
      if ((await tour.getByRole('button', { name: 'Next' }).count()) === 0) break;
      await tour.getByRole('button', { name: 'Next' }).click();
    }
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.length).toBeLessThanOrEqual(5);
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.sigma-names').waitFor();
    await expect.poll(() => tour.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('does by name what can be done, and lists every key', async () => {
    const { page, complaints } = await openPage(browser, site.url);
    await page.locator('.sigma-names').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('concepts only');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#lens=concepts');
    await page.keyboard.press('/');
    await page.keyboard.type('>help');
    await page.getByRole('option', { name: /^Help/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Measures of the map' }).waitFor();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    await expect
      .poll(() => keys.locator('kbd').allTextContents())
      .toEqual(expect.arrayContaining(['Ctrl+Z', 'Ctrl+K', '/', '?', 'Esc']));
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lets the edges of its panels be moved by keys, and keeps them', async () => {
    const { page } = await openPage(browser, `${site.url}/#concept=c01`);
    const edge = page.getByRole('separator', { name: 'Width of the panel' });
    const panel = page.getByRole('complementary', { name: 'Selected concept' });
    await panel.waitFor();
    const width = async () => Math.round((await panel.boundingBox())!.width);
    const before = await width();
    await edge.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(width).toBe(before + 64);
    await page.reload();
    await panel.waitFor();
    expect(await width()).toBe(before + 64);
    await page.context().close();
  });
});
