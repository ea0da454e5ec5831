import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { focusedRow, pressAtOnce, scrollToTop, tabbableRows } from './rows.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('reading', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore, { editable: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (hash: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, `${site.url}/${hash}`, options);
  const heading = (page: Page) => page.locator('#selected');
  const notes = (page: Page) => page.getByRole('region', { name: 'Notes' });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
  /** What is kept of a paper, on the server. */
  const kept = async (page: Page, id: string) => {
    const { annotations } = await (await page.request.get(`${site.url}/api/annotations`)).json();
    const found = annotations.find(({ node }: { node: { id: string } }) => node.id === id);
    return found && [found.note, found.tags, found.reading];
  };

  it('keeps notes, tags and state of a paper, takes them back by Ctrl+Z, and lists what was kept', async () => {
    const { page, complaints } = await open('#paper=p00');
    await notes(page).getByText('To read', { exact: true }).click();
    await notes(page).getByText('Saved', { exact: true }).waitFor();
    const tag = page.getByLabel('Add a tag');
    await tag.fill('to cite');
    await tag.press('Enter');
    const note = notes(page).getByLabel('Note', { exact: true });
    await note.fill('  See table 2\nagain ');
    await note.press('Control+Enter');
    await expect.poll(() => kept(page, 'p00')).toEqual(['See table 2\nagain', ['to cite'], 'to read']);
    await note.fill('another');
    await Promise.all([page.waitForResponse(/\/api\/annotations\/p00/), note.blur()]);
    await expect.poll(() => kept(page, 'p00')).toEqual(['another', ['to cite'], 'to read']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => note.inputValue()).toBe('See table 2\nagain');
    // A panel that closes keeps what stood in it.
    await note.fill('left behind');
    await page.goto(`${site.url}/#concept=c00`);
    await expect.poll(() => kept(page, 'p00')).toEqual(['left behind', ['to cite'], 'to read']);
    await page.getByLabel('Note', { exact: true }).fill('a concept');
    await page.goto(`${site.url}/#page=reading`);
    const table = page.getByRole('table', { name: /^Annotated papers/ });
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await table.getByLabel(/^State of/).selectOption('read');
    await expect.poll(async () => (await kept(page, 'p00'))?.[2]).toBe('read');
    await page.getByText('To read 0', { exact: true }).click();
    await page.getByText(/^None of the 1 annotated paper/).waitFor();
    await page.keyboard.press('Control+z');
    await table.waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'BibTeX' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('reading-list.bib');
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await table.getByRole('button', { name: /left behind/ }).click();
    await heading(page).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('links the text of a paper with the map, and marks the kinds that are wanted', async () => {
    const { page, complaints } = await open('#paper=p00');
    const abstract = page.getByRole('region', { name: 'Abstract' });
    const mentions = abstract.getByRole('link');
    await mentions.first().waitFor();
    const all = await mentions.count();
    const name = await mentions.first().textContent();
    const kind = await mentions.first().getAttribute('data-kind');
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('tree').focus();
    // The paper is revealed there; what it is tied to lies in it.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(name!.slice(0, 5));
    await expect.poll(() => abstract.locator('a[data-lit]').count()).toBeGreaterThan(0);
    await abstract.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
    await expect.poll(() => mentions.count()).toBeLessThan(all);
    await page.keyboard.press('Control+z');
    await expect.poll(() => mentions.count()).toBe(all);
    const panel = page.getByRole('complementary', { name: 'Selected paper' });
    const width = async () => (await panel.boundingBox())!.width;
    const before = await width();
    await page.getByRole('button', { name: 'Make the panel wide, to read' }).click();
    await expect.poll(width).toBeGreaterThan(before + 100);
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await mentions.first().click();
    await expect.poll(() => heading(page).textContent()).toBe(name);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('leads through the whole map by keys alone: tree, marks, hiding, table', async () => {
    const { page, complaints } = await open('');
    await page.getByRole('tab', { name: 'Outline' }).click();
    const tree = page.getByRole('tree');
    await tree.focus();
    const rows = tree.getByRole('treeitem');
    await expect.poll(() => rows.count()).toBe(4);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Space']) {
      await page.keyboard.press(key);
    }
    const outline = page.getByRole('complementary', { name: 'Legend and outline' });
    const status = outline.getByRole('status');
    const first = await status.textContent();
    expect(first).toMatch(/^\d+ nodes, 1 picked$/);
    const active = () =>
      page.evaluate(() => {
        const id = document.querySelector('[role=tree]')?.getAttribute('aria-activedescendant');
        return document.getElementById(id ?? '')?.textContent ?? '';
      });
    const next = await rows.nth(3).textContent();
    await page.keyboard.press('Delete');
    await outline.getByRole('button', { name: 'Show 1 hidden' }).waitFor();
    await expect.poll(active).toBe(next);
    await page.keyboard.press('Control+z');
    await outline.getByRole('button', { name: 'Show 1 hidden' }).waitFor({ state: 'detached' });
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    await expect.poll(() => focused(page)).toBe('selected');
    await page.getByText('Table', { exact: true }).click();
    const table = page.getByRole('table', { name: /^Everything on the map/ });
    await table.getByRole('button', { name: 'Name' }).click();
    const names = () => table.locator('th[scope=row]').allTextContents();
    const ascending = await names();
    expect(ascending).toEqual(ascending.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    await table.getByRole('row').nth(1).getByRole('button').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent()).toBe(ascending[1]);
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('leads through a table that is longer than its pane, and never under its head', async () => {
    const { page, complaints } = await open('');
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByText('Table', { exact: true }).click();
    const table = page.getByRole('table', { name: /^Everything on the map/ });
    await table.getByRole('row').nth(1).getByRole('button').focus();
    const last = Number(await table.getAttribute('aria-rowcount')) - 2;
    expect(last).toBeGreaterThan(40);
    const { rows } = await pressAtOnce(page, ['PageDown', 'PageDown', 'PageDown', 'End']);
    expect(rows).toEqual([10, 20, 30, last]);
    await expect.poll(() => focusedRow(page)).toEqual({ index: last, clear: true });
    for (let index = last - 1; index >= last - 30; index--) {
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focusedRow(page)).toEqual({ index, clear: true });
    }
    await page.keyboard.press('End');
    await scrollToTop(page);
    expect(await focusedRow(page)).toEqual({ index: last, clear: false });
    expect(await tabbableRows(page)).toBe(1);
    // It is one of a few rows that are in the page, and says which.
    const far = table.locator(`tr[aria-rowindex="${last + 2}"]`);
    expect(await table.locator(`tr[aria-rowindex="${last}"]`).count()).toBe(0);
    const held = await pressAtOnce(page, ['Home', 'ArrowUp', 'PageUp'], { altKey: true });
    expect(held).toEqual({ rows: [last, last, last], taken: [false, false, false] });
    for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
      expect((await pressAtOnce(page, ['Home'], modifier)).taken).toEqual([false]);
    }
    const name = await far.getByRole('button').textContent();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent()).toBe(name);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
