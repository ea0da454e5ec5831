import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SAMPLE } from '../cli/program.ts';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

const sample = readFileSync(SAMPLE, 'utf8').trimEnd().split('\n');
const FIRST = `${sample.slice(0, 12).join('\n')}\n`;
/** Two of them told again, six that are new, one that can't be read. */
const SECOND = `${sample.slice(10, 18).join('\n')}\n{"year": 2001}\n`;

/** Each made of two of the sample; so many that none has ended before it is cancelled. */
function manyPapers(): Buffer {
  const papers = sample.slice(18, 68).map((line) => JSON.parse(line) as { title: string; abstract: string });
  const pairs = papers.flatMap((one, i) =>
    papers.slice(0, i).map((other) => ({
      title: `${one.title} and ${other.title}`,
      abstract: `${one.abstract} ${other.abstract}`,
    })),
  );
  return Buffer.from(pairs.map((paper) => JSON.stringify(paper)).join('\n'));
}

/** As if dragged from a file manager and let go over the map. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text!], name!));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );

describe.skipIf(!chromium)('papers', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([
      openSite((writer) => writer.prepare(), { editable: true }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const counted = async (page: Page): Promise<number> => {
    const label = await page.locator('[data-region="map"]').getAttribute('aria-label');
    return Number(/Map of ([\d,]+)/.exec(label ?? '')?.[1]?.replace(',', '') ?? 0);
  };

  it('are dropped on the page, an empty one first; the map grows, and shrinks again', async () => {
    const { page, complaints } = await openPage(browser, site.url);
    const card = page.getByRole('region', { name: 'Papers in and out' });
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await drop(page, 'first.jsonl', FIRST);
    await card.getByText('Added. There are 12 papers').waitFor({ timeout: 60_000 });
    await expect.poll(() => counted(page)).toBeGreaterThan(12);
    const before = await counted(page);
    await drop(page, 'second.jsonl', SECOND);
    await card.getByText('Added. There are 18 papers').waitFor({ timeout: 60_000 });
    await expect.poll(() => counted(page)).toBeGreaterThan(before);
    await card.getByRole('button', { name: 'The report: 1 entry rejected' }).click();

    const main = page.getByRole('main');
    await main.getByText('Read 9 entries: 8 kept, 2 of them told twice, 1 rejected.').waitFor();
    await main.getByRole('row', { name: 'second.jsonl 9 9 neither a title nor an abstract' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await main.getByRole('button', { name: 'Remove second.jsonl' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Remove second.jsonl?' });
    await dialog.getByText('6 papers will go').waitFor();
    await dialog.getByText('2 papers stay').waitFor();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await main.getByText('Removed second.jsonl: 6 papers gone.').waitFor({ timeout: 60_000 });
    await expect.poll(() => main.getByRole('rowheader').allTextContents()).toEqual(['first.jsonl']);

    await page.locator('button:enabled[aria-label="Undo: remove second.jsonl"]').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+z');
    await main.getByText('Taken back. There are 18 papers').waitFor({ timeout: 60_000 });
    await main.getByRole('rowheader', { name: 'second.jsonl' }).waitFor();
    // Another step waits until this one has ended.
    await page.locator('button:enabled[aria-label="Redo: remove second.jsonl"]').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+y');
    await main.getByText('Taken back. There are 12 papers').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await expect.poll(() => counted(page)).toBe(before);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('that can’t be had are told, and a job is cancelled', async () => {
    const { page, complaints } = await openPage(browser, `${site.url}/#page=data`);
    const main = page.getByRole('main');
    const choose = main.getByLabel('Files of abstracts');
    await choose.setInputFiles([{ name: 'nothing.bib', mimeType: 'text/plain', buffer: Buffer.from('') }]);
    await main.getByText('nothing.bib is empty.').waitFor();
    const broken =
      '{"year": 1999}\n{"year": 2000}\n{"title": "One that can be read", "abstract": "It has words in it."}\n';
    await choose.setInputFiles([
      { name: 'broken.jsonl', mimeType: 'text/plain', buffer: Buffer.from(broken) },
    ]);
    await main.getByText('2 of 3 entries were rejected').waitFor({ timeout: 60_000 });
    await main.getByRole('button', { name: 'Add what can be read all the same' }).click();
    await main.getByText('Read 3 entries: 1 kept').waitFor({ timeout: 60_000 });
    await choose.setInputFiles([{ name: 'many.jsonl', mimeType: 'text/plain', buffer: manyPapers() }]);
    await main.getByRole('button', { name: 'Cancel' }).click();
    await main.getByText(/^Cancelled\. /).waitFor({ timeout: 60_000 });
    await main.getByRole('button', { name: 'Add papers by query' }).click();
    await main.getByText('switched off here').waitFor();
    expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
    await page.close();
  });
});
