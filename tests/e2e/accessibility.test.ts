import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('without a mouse, without seeing', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  describe.each([false, true])('dark: %s', (dark) => {
    // Each panel by itself is tried where its look is (`looks.test.ts`).
    it('axe finds nothing serious with one theme shown, nor in the drawer, the outline and the hits', async () => {
      const { page } = await openPage(browser, `${site.url}/#only=t1`, { dark });
      await page.locator('.sigma-names').waitFor();
      expect(await axeFindings(page, { serious: true })).toEqual([]);
      await page.evaluate(() => location.assign('#'));
      await page.keyboard.press('Control+Backquote');
      await page.getByRole('textbox', { name: 'Cypher statement' }).press('Control+Enter');
      await page.getByRole('region', { name: 'Result' }).waitFor();
      await page.getByRole('tab', { name: 'Outline' }).click();
      await page.getByRole('treeitem', { name: /^Graph learning/ }).click();
      await page.locator('[role=treeitem][aria-level="2"]').first().waitFor();
      expect(await axeFindings(page, { serious: true })).toEqual([]);
      await page.getByRole('combobox', { name: /^Find/ }).fill('network');
      await page.getByRole('option', { name: /^graph neural network/ }).waitFor();
      expect(await axeFindings(page, { serious: true })).toEqual([]);
      await page.close();
    });
  });

  it('every part of the page is a landmark with a name', async () => {
    const { page } = await openPage(browser, `${site.url}/#concept=c01`);
    await page.locator('#selected').waitFor();
    const tree = await page.locator('body').ariaSnapshot();
    for (const part of [
      '- banner',
      '- navigation "Pages"',
      '- navigation "Selections"',
      '- search',
      '- main "Map"',
      '- complementary "Selected concept"',
      '- complementary "Legend and outline"',
    ]) {
      expect(tree).toContain(part);
    }
    await page.close();
  });

  it('axe finds nothing at all amiss with headings and landmarks, the drawer open', async () => {
    const { page } = await openPage(browser, `${site.url}/#concept=c01`);
    await page.locator('#selected').waitFor();
    await page.getByRole('button', { name: 'Cypher', exact: true }).click();
    await page.getByRole('textbox', { name: 'Cypher statement' }).press('Control+Enter');
    await page.getByRole('region', { name: 'Result' }).waitFor();
    // A button that was pressed keeps its tooltip back.
    await page.getByRole('button', { name: 'Share and export' }).hover();
    await page.getByRole('tooltip').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  it('F6 goes from region to region, and the skip link to the map', async () => {
    const { page } = await openPage(browser, `${site.url}/#concept=c01`);
    await page.locator('#selected').waitFor();
    const region = () => page.evaluate(() => document.activeElement?.getAttribute('data-region'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await region()).toBe('map');
    const seen: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('F6');
      seen.push(await region());
    }
    expect(seen).toEqual(['timeline', 'detail', 'legend', 'map']);
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe('legend');
    await page.close();
  });

  it('names the hit that Enter opens, and then reads its panel', async () => {
    const { page } = await openPage(browser, site.url);
    await page.locator('.sigma-names').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('modularity');
    const first = page.getByRole('option', { name: /^modularity/ });
    await first.waitFor();
    const box = page.getByRole('combobox', { name: /^Find/ });
    await expect.poll(() => box.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.locator('#selected').filter({ hasText: 'modularity' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('selected');
    await page.close();
  });

  it('the keyboard alone finds, reads and steps out', async () => {
    const { page } = await openPage(browser, site.url);
    await page.locator('.sigma-names').waitFor();
    const place = async () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const seen: string[] = [];
    for (let i = 0; i < 60 && !seen.includes('Show the whole map'); i++) {
      await page.keyboard.press('Tab');
      seen.push(await place());
    }
    expect(seen).toContain('Find papers, concepts and themes');
    expect(seen.some((name) => name.startsWith('Map of'))).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('modularity');
    await page.getByRole('option', { name: /^modularity/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'modularity' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#selected').count()).toBe(0);
    await page.close();
  });
});
