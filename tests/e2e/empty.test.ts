import { expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { openSite } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

it.skipIf(!chromium)('an empty store says how to fill it', async () => {
  const [site, browser] = await Promise.all([openSite((writer) => writer.prepare()), launchBrowser()]);
  try {
    const { page, complaints } = await openPage(browser, site.url);
    await page.getByRole('heading', { name: 'No papers yet' }).waitFor();
    await expect.poll(() => page.getByRole('main').textContent()).toContain('npm start -- my-papers.bib');
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});
