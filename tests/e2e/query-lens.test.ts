import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

const chromium = await chromiumPath();
const STATEMENT = 'MATCH (p:Paper)-[:INTRODUCES]->(c) RETURN p, c';

describe.skipIf(!chromium)('the lens of a statement', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const mapName = (page: Page) => page.getByRole('application').getAttribute('aria-label');

  it('draws what the console found, by a name of its own, in a link, and says what is wrong with one', async () => {
    const { page } = await openPage(browser, `${site.url}/`);
    await expect.poll(() => mapName(page)).toMatch(/^Map of 64 papers and concepts/);
    await page.getByRole('button', { name: 'Cypher', exact: true }).click();
    await page.getByRole('textbox', { name: 'Cypher statement' }).fill(STATEMENT);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Lens', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Only these on the map' }).click();
    await expect.poll(() => mapName(page)).toMatch(/^Map of 8 papers and concepts/);
    await page.getByRole('button', { name: /^Remove filter only: MATCH/ }).waitFor();

    await page.getByRole('button', { name: 'Lens', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save as a lens…' }).click();
    await page.getByRole('textbox', { name: 'Name of the lens' }).fill('Firsts');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove filter only: Firsts' }).click();
    await expect.poll(() => mapName(page)).toMatch(/^Map of 64 papers and concepts/);

    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('button', { name: 'Focus on a theme or a node' }).click();
    await page.getByRole('button', { name: 'Firsts', exact: true }).click();
    await expect.poll(() => mapName(page)).toMatch(/^Map of 8 papers and concepts/);
    const shared = page.url();
    await page.getByRole('button', { name: 'Delete Firsts' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Firsts', exact: true }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Remove filter only: Firsts' }).waitFor();

    const other = await openPage(browser, shared);
    await expect.poll(() => mapName(other.page)).toMatch(/^Map of 8 papers and concepts/);
    await other.page.getByRole('button', { name: /^Remove filter only: MATCH/ }).waitFor();
    expect(other.complaints).toEqual([]);
    await other.page.goto(`${site.url}/#lens=query&draw=${encodeURIComponent('MATCH (n) DETACH DELETE n')}`);
    const wrong = other.page.getByRole('alert').filter({ hasText: 'The statement of this lens did not run' });
    await wrong.getByText('Only statements that read').waitFor();
    await wrong.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(() => mapName(other.page)).toMatch(/^Map of 64 papers and concepts/);
    await other.page.close();
    await page.close();
  });
});
