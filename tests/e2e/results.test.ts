import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

const chromium = await chromiumPath();

describe.skipIf(chromium === null)('the results of a query', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), openSite(fillStore)]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function ask(page: Page, statement: string): Promise<void> {
    const editor = page.getByRole('textbox', { name: 'Cypher statement' });
    await editor.fill(statement);
    await expect.poll(() => editor.textContent()).toContain(statement.slice(-12));
    await page.getByRole('button', { name: 'Run', exact: true }).click();
  }

  it('are a graph of what was returned, a table in any order, a chart and a file', async () => {
    const { page } = await openPage(browser, site.url);
    await page.getByRole('button', { name: 'Cypher', exact: true }).click();
    await ask(page, 'MATCH (p:Paper)-[r:INTRODUCES]->(c) RETURN p, r, c, p.year AS year ORDER BY year');

    const forms = page.getByRole('tablist', { name: 'Form of the result' });
    await expect
      .poll(() => forms.getByRole('tab', { name: 'Graph' }).getAttribute('aria-selected'))
      .toBe('true');
    await page.locator('canvas.sigma-names').nth(1).waitFor({ state: 'attached' });
    const list = page.getByRole('listbox', { name: /^Nodes: 8 nodes, 4 relations/ });
    await list.focus();
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('region', { name: 'Selected node' });
    await chosen.getByText('Paper', { exact: true }).waitFor();
    await chosen.getByRole('button', { name: /INTRODUCES/ }).click();
    await page.getByRole('region', { name: 'Selected relation' }).waitFor();

    await forms.getByRole('tab', { name: 'Graph' }).press('ArrowRight');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    // Sigma's contexts go with the view.
    await expect.poll(() => page.locator('canvas.sigma-names').count()).toBe(1);
    const year = grid.getByRole('columnheader', { name: 'year' });
    const sort = year.getByRole('button');
    const first = () => grid.getByRole('row').nth(1).getByRole('gridcell').last().textContent();
    await sort.click();
    await sort.click();
    await expect.poll(() => year.getAttribute('aria-sort')).toBe('descending');
    await expect.poll(first).toBe('2013');
    await sort.click();
    await expect.poll(() => year.getAttribute('aria-sort')).toBe('none');
    await expect.poll(first).toBe('2010');

    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'p, row 1' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await grid.waitFor();

    await ask(page, 'MATCH (p:Paper) RETURN p.year AS year, count(p) AS papers ORDER BY year');
    await forms.getByRole('tab', { name: 'Chart' }).click();
    await page.getByRole('img', { name: /^papers by year/ }).waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /^CSV/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('cypher-year-papers.csv');

    await page.getByRole('button', { name: 'Profile', exact: true }).click();
    const plan = page.getByRole('treegrid', { name: 'Steps of the plan' });
    await plan.getByRole('row', { level: 1, expanded: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => plan.locator('[aria-level]').count()).toBe(1);
    await page.close();
  });
});
