import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('narrowing, joining and comparing', () => {
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
  const hashOf = (page: Page) => new URL(page.url()).hash;
  const chips = (page: Page) => page.getByRole('button', { name: /^Remove filter/ }).allTextContents();

  it('goes down to the methods of some years by the keyboard alone, and back', async () => {
    const { page, complaints } = await open();
    await page.getByRole('slider', { name: 'First year' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('PageDown');
    await expect.poll(() => hashOf(page)).toBe('#from=2012&to=2015');
    await expect
      .poll(() => page.getByRole('slider', { name: 'Last year' }).getAttribute('aria-valuenow'))
      .toBe('2015');

    await page.getByRole('button', { name: 'Add filter' }).press('Enter');
    const kinds = page.getByRole('group', { name: 'Kinds' });
    for (const kind of ['Papers', 'Tasks', 'Datasets', 'Metrics', 'Models', 'Terms'])
      await kinds.getByRole('button', { name: kind }).press('Space');
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => chips(page)).toEqual(['only Methods', '2012 to 2015']);
    await page.getByText('9 nodes left', { exact: true }).waitFor();
    await expect
      .poll(() => page.locator('[aria-live=polite]').textContent())
      .toBe('Filters: only Methods; 2012 to 2015. 9 nodes left');

    await page.getByRole('button', { name: 'Remove filter only Methods' }).press('Delete');
    const years = page.getByRole('button', { name: 'Remove filter 2012 to 2015' });
    await expect.poll(() => years.evaluate((chip) => chip === document.activeElement)).toBe(true);
    await years.press('Enter');
    await expect.poll(() => hashOf(page)).toBe('');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('tells why two are connected, with the sentence behind each step', async () => {
    const { page, complaints } = await open('#concept=c01');
    const join = page.getByRole('button', { name: 'Path to another one' });
    await join.click();
    await page.getByRole('heading', { name: 'A path from attention mechanism' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 2, name: 'attention mechanism', exact: true }).waitFor();

    await join.click();
    const finder = page.getByPlaceholder('The other paper or concept');
    await expect.poll(() => finder.evaluate((field) => field === document.activeElement)).toBe(true);
    await finder.fill('object detection');
    await page.getByRole('option', { name: /^object detection/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'attention mechanism to object detection' }).waitFor();
    expect(hashOf(page)).toBe('#path=c01..c16');
    // The lens draws no such links: the path brought them.
    await page.getByText('Occur together').waitFor();
    const first = page.getByRole('group', { name: /^Path 1/ });
    await first
      .getByRole('link', { name: /attention mechanism/ })
      .first()
      .waitFor();
    // Two steps, each with a sentence for either end.
    await expect.poll(() => first.locator('p:has(mark)').count()).toBe(4);
    await expect.poll(() => first.locator('mark').first().textContent()).toBe('attention mechanism');
    await page.getByRole('radiogroup', { name: 'Which paths first' }).getByText('Strongest').click();
    await first.getByRole('button', { name: 'Lay it over the map' }).click();
    await page.getByRole('button', { name: 'Collapse 1 expansion' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('sets two side by side, and says what connects several', async () => {
    const { page, complaints } = await open('#concept=c01');
    await page.getByRole('button', { name: 'Compare with another one' }).click();
    await page.getByPlaceholder('The other concept').fill('beam search');
    await page.getByRole('option', { name: /^beam search/ }).click();
    const panel = page.getByRole('complementary', { name: 'Selected comparison' });
    await panel.getByRole('columnheader', { name: 'beam search' }).waitFor();
    for (const column of ['Only the left', 'Shared', 'Only the right'])
      await expect
        .poll(() => panel.getByRole('region', { name: column }).getByRole('listitem').count())
        .toBeGreaterThan(0);
    await panel.getByRole('img', { name: /^Papers by year. attention mechanism: 2010/ }).waitFor();
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await page.goto(`${site.url}/#connections=c01..c02..c10`);
    const connectors = page.getByRole('region', { name: 'Connected by' });
    await connectors
      .getByText('All 3')
      .or(connectors.getByText(/^2 of 3/))
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('undoes and redoes, and a link shows the same to others', async () => {
    const { page, complaints } = await open();
    await page.getByRole('button', { name: 'A year on' }).click();
    await page.getByRole('button', { name: 'A year on' }).click();
    await expect.poll(() => chips(page)).toEqual(['until 2011']);
    await page.getByRole('button', { name: 'Undo: playing the years' }).click();
    await expect.poll(() => chips(page)).toEqual([]);
    await page.keyboard.press('Control+y');
    await expect.poll(() => chips(page)).toEqual(['until 2011']);
    await page.getByRole('radiogroup', { name: 'What the map shows' }).getByText('Concepts').click();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => hashOf(page)).toBe('#lens=concepts&to=2011');
    await expect
      .poll(() => page.getByRole('button', { name: 'Undo: change of the lens' }).isEnabled())
      .toBe(true);
    const bar = (of: Page) => of.getByRole('toolbar', { name: 'Lens and filters' });
    const left = await bar(page)
      .getByText(/nodes? left$/)
      .textContent();

    const { page: other } = await openPage(browser, page.url());
    await expect.poll(() => chips(other)).toEqual(['until 2011']);
    await bar(other).getByText(left!, { exact: true }).waitFor();
    await expect.poll(() => other.getByRole('radio', { name: 'Concepts' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await Promise.all([page.close(), other.close()]);
  });
});
