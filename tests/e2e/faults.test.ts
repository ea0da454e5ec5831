import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('what goes wrong in the page', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('a map that fails leaves the rest standing, and starts again', async () => {
    const { page } = await openPage(browser, 'about:blank');
    await page.addInitScript(() => {
      const { observe } = ResizeObserver.prototype;
      ResizeObserver.prototype.observe = function (target, options) {
        const broken = document.documentElement.dataset.mended === undefined;
        if (broken && target.getAttribute('role') === 'application') throw new Error('broken on purpose');
        observe.call(this, target, options);
      };
    });
    await page.goto(site.url);
    const map = page.getByRole('main');
    const alert = map.getByRole('alert');
    await alert.getByText('The map stopped working.').waitFor();
    await expect.poll(() => alert.locator('pre').textContent()).toContain('broken on purpose');
    await page.getByRole('button', { name: /^Graph learning/ }).waitFor();
    await page.evaluate(() => {
      document.documentElement.dataset.mended = '';
    });
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.sigma-names').waitFor();
    await page.close();
  });
});
