import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { asLines, TERM_PAPERS } from '../cli/terms-papers.ts';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

/** Real papers, really read: a decision makes the graph anew from them. */
async function fillWithPapers(writer: StoreWriter): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-terms-e2e-'));
  const file = join(folder, 'papers.jsonl');
  await writeFile(file, asLines(TERM_PAPERS));
  await ingest({ files: [file], store: writer, cacheFolder: folder, settings: { threads: 1 } });
  await analyse(writer);
  await rm(folder, { recursive: true });
}

describe.skipIf(!chromium)('the term workbench', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillWithPapers, { editable: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (hash: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, `${site.url}/${hash}`, options);
  const row = (page: Page, name: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: new RegExp(`^${name}( \\(marked\\))?$`) }) });
  const part = (page: Page, name: string) =>
    page
      .locator('label')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .click();
  const done = (page: Page) => page.getByText(/^Done: /).waitFor();

  it('merges two spellings by keys alone, says before what that does, and undoes it', async () => {
    const { page, complaints } = await open('#page=terms');
    await row(page, 'object detector').waitFor();
    await page.getByRole('searchbox', { name: /^Filter terms/ }).focus();
    await page.keyboard.type('object detect');
    await page.getByText(/^2 terms of/).waitFor();
    await row(page, 'object detection').getByRole('button').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^object detector/);
    await page.keyboard.press('Space');
    await page.getByText('2 terms marked').waitFor();
    await page.getByRole('button', { name: 'Merge…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Merge…' });
    await dialog.getByText(/^2 terms become one; \d+ mentions in 2 papers move to it/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('radio', { name: /^object detector/ }).focus();
    await page.keyboard.press('Space');
    await dialog.getByText('object detector, Method, 4 papers').waitFor();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).focus();
    await page.keyboard.press('Enter');
    await done(page);
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^1 term of/).waitFor();
    await expect
      .poll(() => row(page, 'object detector').textContent())
      .toMatch(/object detection.*1 decision4/i);
    await page.getByText('from before 1 decision', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Merge…' }).focus();
    await page.keyboard.press('Control+z');
    await page.getByText(/^2 terms of/).waitFor();
    await part(page, 'Decisions');
    await page.getByText('Nothing was decided yet').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('takes a thesaurus file in after a look at it, and takes one of its decisions back', async () => {
    const { page, complaints } = await open('#page=terms', { dark: true, width: 800, height: 1100 });
    await part(page, 'Thesaurus files');
    const text =
      'label\treplace by\r\nobject detector\tobject detection\r\ndrones\t\r\nnowhere\tx\r\nbad line\r\n';
    await page
      .locator('input[type=file][aria-label="Choose a thesaurus file"]')
      .setInputFiles({ name: 'mine.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByText('Line 5: There is no tab between two columns.', { exact: false }).waitFor();
    await page.getByText('“object detector” merged into “object detection”').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await done(page);
    await part(page, 'Decisions');
    await page.getByText('2 decisions, replayed').waitFor();
    await page.getByRole('button', { name: 'Take back: “drones” stopped' }).click();
    await page.getByText('1 decision, replayed').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Take back: / }).click();
    await page.getByText('Nothing was decided yet').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is reached from a concept’s card, and keeps that two look-alikes are two', async () => {
    const { page, complaints } = await open('#page=terms');
    await row(page, 'object detector').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Edit this term' }).click();
    await page.getByText('1 term marked: “object detector”').waitFor();
    await part(page, 'Look-alikes');
    const two = page.getByRole('button', { name: /object detect.* are two terms$/ });
    await two.click();
    await page.getByText(/said to be two/).waitFor();
    await expect.poll(() => two.count()).toBe(0);
    await page.keyboard.press('Control+z');
    await two.waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
