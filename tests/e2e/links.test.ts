import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('the address', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (hash = '') => {
    const opened = await openPage(browser, `${site.url}/${hash}`);
    await opened.page.locator('.sigma-names').waitFor();
    return opened;
  };

  it("goes along with the browser's Back and Forward", async () => {
    const { page } = await open();
    const heading = page.locator('#selected');
    await page.getByRole('button', { name: /^Open theme Graph learning/ }).click();
    await heading.filter({ hasText: 'Graph learning' }).waitFor();
    await page
      .getByRole('complementary', { name: 'Selected theme' })
      .getByRole('region', { name: 'Concepts' })
      .getByRole('listitem')
      .first()
      .locator('a, button')
      .first()
      .click();
    await page.getByRole('complementary', { name: 'Selected concept' }).waitFor();
    await page.goBack();
    await heading.filter({ hasText: 'Graph learning' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Forward' }).isEnabled()).toBe(true);
    await page.goBack();
    await expect.poll(() => heading.count()).toBe(0);
    expect(page.url()).toBe(`${site.url}/`);
    await page.goForward();
    await heading.filter({ hasText: 'Graph learning' }).waitFor();
    await page.close();
  });

  it('and the view agree, whichever is changed', async () => {
    const { page } = await open('#concept=c01');
    await page.locator('#selected').waitFor();
    await page.evaluate(() => {
      location.hash = '';
    });
    await expect.poll(() => page.locator('#selected').count()).toBe(0);
    await page.evaluate(() => {
      location.hash = '#paper=p00';
    });
    await page.getByRole('complementary', { name: 'Selected paper' }).waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.close();
  });

  it('drops a theme that is not here, and says so', async () => {
    const { page } = await open('#only=nope');
    await page
      .getByRole('status', { name: 'Notice' })
      .getByText(/not in this collection/)
      .waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Close the notice' }).click();
    await expect.poll(() => page.getByRole('status', { name: 'Notice' }).textContent()).toBe('');
    await page.close();
  });

  it('says that a paper is not here, and asks for nothing more about it', async () => {
    const { page } = await openPage(browser, 'about:blank');
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('/nope')) asked.push(pathname);
    });
    await page.goto(`${site.url}/#paper=nope`);
    await page.getByRole('heading', { name: 'There is no such paper here' }).waitFor();
    await page.locator('.sigma-names').waitFor();
    await page.waitForTimeout(500);
    expect(asked).toEqual([expect.stringMatching(/papers\/nope$/)]);
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.close();
  });
});
