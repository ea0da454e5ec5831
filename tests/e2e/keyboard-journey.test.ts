import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

/** More than there are stops on any way taken here. */
const MOST_TABS = 90;

const chromium = await chromiumPath();

it.skipIf(!chromium)('finds, reads, connects, narrows and takes along, by the keyboard alone', async () => {
  const [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  try {
    const { page, complaints } = await openPage(browser, site.url);
    await page.locator('.sigma-names').waitFor();
    const keys = page.keyboard;
    const headed = (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

    await keys.press('/');
    await keys.type('attension mechanism');
    await page.getByRole('option', { name: /^attention mechanism/ }).waitFor();
    await keys.press('Enter');
    await headed('attention mechanism');
    await expect.poll(() => focusedText(page)).toContain('attention mechanism');

    // From the concept to one of its papers, and by a mention in its text to another concept.
    await tabTo(page, /^A study of/);
    await keys.press('Enter');
    await page.getByRole('complementary', { name: 'Selected paper' }).waitFor();
    await tabTo(page, /^beam search$/);
    await keys.press('Enter');
    await headed('beam search');
    await expect.poll(() => focusedText(page)).toContain('beam search');

    await tabTo(page, /^Path to another one$/);
    await keys.press('Enter');
    await page.getByPlaceholder('The other paper or concept').waitFor();
    await keys.type('object detection');
    await page.getByRole('option', { name: /^object detection/ }).waitFor();
    await keys.press('Enter');
    await headed('beam search to object detection');
    await keys.press('Escape');

    await tabTo(page, /^First year$/);
    await keys.press('ArrowRight');
    await page.getByRole('button', { name: /^Remove filter/ }).waitFor();
    await keys.press('Control+z');
    await page.getByRole('button', { name: /^Remove filter/ }).waitFor({ state: 'detached' });

    await keys.press('Control+k');
    await keys.type('export');
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^Link$/);
    await keys.press('ArrowRight');
    await keys.press('ArrowRight');
    await expect.poll(() => focusedText(page)).toBe('Data');
    await tabTo(page, /^GEXF/);
    const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
    expect((await readFile(await download.path(), 'utf8')).length).toBeGreaterThan(100);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});

const NAME_OF = `(() => {
  const { activeElement: at } = document;
  return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent?.trim() ?? at?.textContent?.trim() ?? '';
})()`;

const focusedText = (page: Page): Promise<string> => page.evaluate<string>(NAME_OF);

/** Tabs on until the focus is on something of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const text = await focusedText(page);
    if (name.test(text)) return;
    seen.push(text.slice(0, 40));
  }
  throw new Error(`No stop of the Tab key is called ${name}; there were: ${seen.join(' | ')}`);
}
