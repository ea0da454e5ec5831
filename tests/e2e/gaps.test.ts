import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { focusedRow, pressAtOnce, scrollToTop, tabbableRows } from './rows.ts';
import { fillWithGaps } from './seed-gaps.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('gaps and their track record', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillWithGaps, { editable: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (hash: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, `${site.url}/${hash}`, options);
  const hashOf = (page: Page) => new URL(page.url()).hash;
  const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
  const heading = (page: Page) => page.locator('#selected');
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

  it('are listed by kind, with what the kind means, and opened by keys', async () => {
    const { page, complaints } = await open('#page=gaps');
    await title(page).waitFor();
    const first = await title(page).textContent();
    await page
      .getByRole('navigation', { name: 'Kinds of gaps' })
      .getByRole('button', { name: /120$/ })
      .click();
    const second = await title(page).textContent();
    expect(second).not.toBe(first);
    await page.goBack();
    await expect.poll(() => title(page).textContent()).toBe(first);
    await page.goForward();
    await expect.poll(() => title(page).textContent()).toBe(second);
    const formula = page.getByText('Formula', { exact: true });
    await expect.poll(() => formula.isVisible()).toBe(false);
    await page.getByText('How they are scored').click();
    await expect.poll(() => formula.isVisible()).toBe(true);
    await page.getByText('one is a form of the other').waitFor();
    const table = page.getByRole('table', { name: /^Gaps by rank/ });
    await expect.poll(() => table.getByRole('row').count()).toBeLessThan(100);
    await table.getByRole('row').nth(1).getByRole('button').focus();
    await page.keyboard.press('End');
    await expect.poll(() => focused(page)).toMatch(/sentence alignment/);
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    expect(hashOf(page)).toBe('#page=gaps&gaps=conceptPair&gap=g-pair-119');
    await page.reload();
    await heading(page).waitFor();
    await page.getByRole('table', { name: /^Gaps by rank/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('are led through by keys: at once, never under the filters, and not lost by scrolling', async () => {
    const { page, complaints } = await open('#page=gaps&gaps=conceptPair');
    const table = page.getByRole('table', { name: /^Gaps by rank/ });
    await table.getByRole('row').nth(1).getByRole('button').focus();
    const { rows } = await pressAtOnce(page, ['PageDown', 'PageDown', 'End', 'ArrowUp']);
    expect(rows).toEqual([10, 20, 119, 118]);
    await expect.poll(() => focusedRow(page)).toEqual({ index: 118, clear: true });
    for (let index = 117; index >= 90; index--) {
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focusedRow(page)).toEqual({ index, clear: true });
    }
    await scrollToTop(page);
    expect(await focusedRow(page)).toEqual({ index: 90, clear: false });
    expect(await tabbableRows(page)).toBe(1);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedRow(page)).toEqual({ index: 91, clear: true });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('are called what they are, and a list that is empty says why', async () => {
    const { page } = await open('#page=gaps&gaps=broker');
    await page.getByRole('status').getByText('1 broker', { exact: true }).waitFor();
    await page
      .getByRole('navigation', { name: 'Kinds of gaps' })
      .getByRole('button', { name: /^Rising/ })
      .click();
    await page.getByText('only 3 years have a paper').filter({ visible: true }).waitFor();
    await page.close();
  });

  it('say how well such lists foretold, and lead to the whole record', async () => {
    const { page } = await open('#page=gaps&gaps=conceptPair');
    const summary = page.getByRole('region', { name: 'Track record of this list' });
    await summary.getByText('1.50 × recent popularity').first().waitFor();
    await summary.getByText('The record is of the whole ranking; the list leaves out pairs').waitFor();
    await summary.getByRole('button').click();
    await page.getByRole('heading', { level: 2, name: 'Track record' }).waitFor();
    expect(hashOf(page)).toContain('page=record');
    await expect.poll(() => page.getByRole('img', { name: /^Average precision/ }).count()).toBe(3);
    const figures = page.getByRole('region', { name: 'Figures' });
    await expect
      .poll(() => figures.getByRole('row').nth(2).getByRole('cell').allTextContents())
      .toEqual(['0.700', '0.180', '0.162 to 0.198', '4', '15', '28', '1.80', '1.50']);
    await page.getByRole('radiogroup', { name: 'Among which pairs' }).getByText('Among all pairs').click();
    await expect
      .poll(() => figures.getByRole('row').nth(2).getByRole('cell').nth(1).textContent())
      .toBe('0.050');
    await page.getByText('closed faster').waitFor();
    await page.getByText('too few to say').waitFor();
    await page.goBack();
    await page.getByRole('table', { name: /^Gaps by rank/ }).waitFor();
    await page.close();
  });

  it('are kept, dismissed, noted, and all of it taken back', async () => {
    const { page, complaints } = await open('#page=gaps&gaps=conceptPair&gap=g-pair-0');
    const status = page.getByRole('complementary', { name: 'Selected gap' }).getByRole('status');
    const said = (words: RegExp) => status.filter({ hasText: words }).waitFor();
    const shown = page.getByRole('main').getByRole('status').first();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await said(/^Dismissed\. /);
    await expect.poll(() => shown.textContent()).toBe('119 gaps, 1 dismissed hidden');
    await page.reload();
    const dismissed = page.getByRole('button', { name: 'Dismissed', exact: true });
    await expect.poll(() => dismissed.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Keep' }).click();
    await said(/^Kept\. /);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await dismissed.waitFor();
    await dismissed.click();
    await said(/^Taken back\. /);
    await expect.poll(() => shown.textContent()).toBe('120 gaps');
    await page.getByRole('textbox', { name: 'Note' }).fill('Ask Ada.');
    await page.getByRole('button', { name: 'Save the note' }).click();
    await said(/^Note saved\. /);
    await page.getByRole('textbox', { name: 'Only gaps with these words' }).fill('ada');
    await expect.poll(() => shown.textContent()).toBe('1 gap');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('show their evidence, on the map too, and go along as files', async () => {
    const { page, complaints } = await open('#page=gaps&gaps=cell&gap=g-cell');
    await page
      .getByRole('region', { name: 'For', exact: true })
      .getByRole('link', { name: /beam search/ })
      .click();
    await heading(page).filter({ hasText: 'beam search' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page).filter({ hasText: 'attention mechanism' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Report (.md)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('gap-g-cell.md');
    await page.getByRole('button', { name: 'Show on the map' }).click();
    await page.locator('.sigma-names').waitFor();
    await page.getByRole('button', { name: 'Unmark 3 results' }).waitFor();
    await heading(page).filter({ hasText: 'attention mechanism' }).waitFor();
    expect(hashOf(page)).toBe('#gaps=cell&gap=g-cell');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('stand in a matrix that is walked by arrow keys', async () => {
    const { page, complaints } = await open('#page=matrix');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await grid.locator('td[tabindex="0"]').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'Control+End', 'ArrowUp']) await page.keyboard.press(key);
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(name).toMatch(/ × .+: \d+ papers?, [\d.]+ expected/);
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    expect(name).toContain(await heading(page).textContent());
    await page.getByRole('complementary', { name: 'Selected pair' }).getByText('Chance of none').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page).count()).toBe(0);
    await page.getByText('Method × Dataset').click();
    await page.getByText('There is no matrix yet').waitFor();
    // A matrix that is not there is answered as such.
    expect(complaints.every((complaint) => complaint.includes('404'))).toBe(true);
    await page.close();
  });

  it('tells the sentences of the papers that have both', async () => {
    const { page } = await open('#pair=c00..c01');
    const papers = page.getByRole('region', { name: 'Papers with both' });
    await papers.locator('mark').first().waitFor();
    await expect
      .poll(() => papers.locator('mark').allTextContents())
      .toEqual(expect.arrayContaining(['machine translation', 'attention mechanism']));
    await page.close();
  });

  it('a pair that cannot be one is not found', async () => {
    const { page } = await open('#pair=zzz');
    await heading(page).filter({ hasText: 'There is no such pair here' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.close();
  });

  it.each([
    ['1280 by 720', 1280, 720],
    ['800 by 1100', 800, 1100],
  ])('fit %s: what is too large scrolls inside', async (_size, width, height) => {
    for (const name of ['themes', 'gaps', 'matrix', 'record']) {
      const { page } = await open(`#page=${name}&gap=g-cell`, { width, height });
      await heading(page).waitFor();
      await page.getByRole('main').locator('h2, h3').first().waitFor();
      const [overflow, clipped] = await page.evaluate(() => {
        const main = document.querySelector<HTMLElement>('[data-region=page]')!;
        return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
      });
      expect([name, overflow, clipped]).toEqual([name, 0, 0]);
      await page.close();
    }
  });

  it('leave the map where it was', async () => {
    const { page } = await open('');
    await page.locator('.sigma-names').waitFor();
    const box = () => page.getByRole('application').boundingBox();
    const before = await box();
    await page.getByRole('link', { name: 'Gaps' }).click();
    await title(page).waitFor();
    await expect.poll(() => page.getByRole('application').count()).toBe(0);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    expect(await box()).toEqual(before);
    await page.close();
  });

  it.each([false, true])('have nothing amiss for axe (dark: %s)', async (dark) => {
    for (const hash of [
      '#page=gaps&gaps=conceptPair&gap=g-pair-3',
      '#page=gaps&gaps=risingPair',
      '#page=matrix&pair=c01..c00',
      '#page=record',
    ]) {
      const { page } = await open(hash, { dark });
      await page.getByRole('main').locator('h2').first().waitFor();
      if (hash.includes('page=matrix')) await page.getByRole('grid').waitFor();
      if (/gap=|pair=/.test(hash)) await heading(page).waitFor();
      expect([hash, ...(await axeFindings(page))]).toEqual([hash]);
      await page.close();
    }
  });
});

describe.skipIf(!chromium)('gaps on a server that only reads', () => {
  it('say why nothing can be said of them', async () => {
    const [site, browser] = await Promise.all([openSite(fillWithGaps), launchBrowser()]);
    try {
      const { page } = await openPage(browser, `${site.url}/#page=gaps&gap=g-themes`);
      const keep = page.getByRole('button', { name: 'Keep' });
      await expect.poll(() => keep.isDisabled()).toBe(true);
      await page.getByText('This server was started for reading only').waitFor();
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
