import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { mapPixels } from './pixels.ts';
import { fillWithThemes } from './seed-themes.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('themes', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillWithThemes, { editable: true }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (hash: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, `${site.url}/${hash}`, options);
  const heading = (page: Page) => page.locator('#selected');
  const strategicMap = (page: Page) => page.getByRole('group', { name: /^Strategic map of/ });
  const table = (page: Page) => page.getByRole('table', { name: /^Themes;/ });
  const dossier = (page: Page) => page.getByRole('complementary', { name: 'Selected theme' });

  it('lie on a strategic map that keys walk, and in a table that says the same', async () => {
    const { page, complaints } = await open('#page=themes');
    const marks = strategicMap(page).getByRole('link');
    await marks.first().waitFor();
    await expect.poll(() => marks.count()).toBe(4);
    // What is read aloud holds what is written, on however many lines.
    for (const mark of await marks.all()) {
      const lines = await mark.locator('text').allTextContents();
      await expect.poll(() => mark.getAttribute('aria-label')).toContain(lines.join('').trim());
    }
    await expect.poll(() => strategicMap(page).locator('[data-theme="t3"] text').count()).toBe(2);
    await strategicMap(page)
      .getByRole('link', {
        name: 'Machine translation: 8 papers, centrality 40, density 70, motor, stability 0.92, steady',
      })
      .focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await at()).toMatch(
      /^Reinforcement learning: .+ emerging or declining, stability 0.34, unsteady$/,
    );
    await page.keyboard.press('Enter');
    await heading(page).filter({ hasText: 'Reinforcement learning' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#page=themes&theme=t2');
    await page.keyboard.press('Escape');

    const names = () => table(page).getByRole('rowheader').allTextContents();
    await table(page).getByRole('button', { name: 'Density' }).click();
    expect(await names()).toEqual([
      'Machine translation',
      'Image recognition',
      'Graph learning on social networks',
      'Reinforcement learning',
    ]);
    await table(page).getByRole('button', { name: 'Density' }).click();
    expect((await names())[0]).toBe('Reinforcement learning');
    await expect
      .poll(() => table(page).getByRole('columnheader', { name: 'Density' }).getAttribute('aria-sort'))
      .toBe('ascending');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('say how far they can be trusted, what changed, what was left out, and what the measures are', async () => {
    const { page } = await open('#page=themes');
    const main = page.getByRole('main');
    await main.getByRole('row', { name: /^Leiden 20 0.900 0.620/ }).waitFor();
    const changes = main.getByRole('region', { name: 'What changed since the analysis before' });
    await expect
      .poll(() => changes.getByRole('listitem').allTextContents())
      .toEqual([
        'BornReinforcement learning',
        'MergedGraph learning took in Random walks. 7 of 8 concepts stayed together.',
      ]);
    await main.getByText('120 concepts in fewer than 2 papers').waitFor();
    await main.getByRole('link', { name: 'image classification' }).waitFor();
    const formula = main.getByText('mean of v_ij over all pairs of its concepts');
    await expect.poll(() => formula.count()).toBe(0);
    await main.getByRole('button', { name: 'What the measures are' }).click();
    await formula.waitFor();
    await main
      .getByRole('region', { name: 'Themes and their sub-themes' })
      .getByRole('button', { name: /^Machine translation/ })
      .click();
    await main.getByRole('link', { name: 'Beam search' }).click();
    await dossier(page).getByText('Part of').waitFor();
    await page.close();
  });

  it('have a dossier', async () => {
    const { page, complaints } = await open('#theme=t0');
    const part = (name: string) => dossier(page).getByRole('region', { name, exact: true });
    await dossier(page).getByText('stability 0.92, 0.88 by the other algorithm').waitFor();
    await part('Key papers').getByText('about machine translation; 90 % of it is this theme').waitFor();
    await part('What defines it')
      .getByRole('link', { name: /attention mechanism/ })
      .waitFor();
    await part('What defines it').getByText('unsure of its theme').waitFor();
    await part('Papers by year').getByText('2012 to 2015').waitFor();
    for (const name of ['Methods by datasets', 'Linked themes', 'Stated open questions'])
      await part(name).getByRole('button').first().click();
    await part('Stated open questions').getByText('remains unclear').waitFor();
    await part('Linked themes')
      .getByRole('link', { name: /graph neural network/ })
      .waitFor();
    await part('Methods by datasets')
      .getByRole('button', { name: 'attention mechanism and parallel corpus: 3 papers' })
      .click();
    expect(new URL(page.url()).hash).toBe('#pair=c01..c04');
    // Nothing was found of this one: what has nothing to show is not there.
    await page.goto(`${site.url}/#theme=t1`);
    await heading(page).filter({ hasText: 'Image recognition' }).waitFor();
    const sections = dossier(page).getByRole('region').getByRole('heading', { level: 3 });
    await expect
      .poll(async () => (await sections.allTextContents()).map((text) => text.replace(/\d+$/, '')))
      .toEqual(['Notes', 'Papers by year', 'Linked themes', 'Concepts', 'Papers']);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('are renamed by keys, and get their label back', async () => {
    const { page, complaints } = await open('#page=themes&theme=t1');
    const rename = page.getByRole('button', { name: 'Rename' });
    const field = page.getByRole('textbox', { name: 'Name of the theme' });
    await rename.press('Enter');
    await field.press('Escape');
    await expect.poll(() => rename.evaluate((button) => button === document.activeElement)).toBe(true);
    await rename.press('Enter');
    await field.fill('Seeing machines');
    await field.press('Enter');
    const status = dossier(page).getByRole('status');
    await status.filter({ hasText: 'Renamed.' }).waitFor();
    await table(page).getByRole('rowheader', { name: 'Seeing machines' }).waitFor();
    await page.reload();
    await heading(page).filter({ hasText: 'Seeing machines' }).waitFor();
    await page.getByRole('button', { name: 'Give it its own label back' }).click();
    await status.filter({ hasText: 'its own label again' }).waitFor();
    await page.getByRole('button', { name: 'Give it its own label back' }).waitFor({ state: 'detached' });
    expect(await rename.evaluate((button) => button === document.activeElement)).toBe(true);
    await table(page).getByRole('rowheader', { name: 'Image recognition' }).waitFor();
    await status.getByRole('button', { name: 'Undo' }).click();
    await heading(page).filter({ hasText: 'Seeing machines' }).waitFor();
    await status.getByRole('button', { name: 'Undo' }).click();
    await heading(page).filter({ hasText: 'Image recognition' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('mark what is unsure of them on the map; the legend says so and switches it off', async () => {
    const { page } = await open('');
    const legend = page.getByRole('complementary', { name: 'Legend and outline' });
    await legend.getByRole('img', { name: 'Stability 0.34, unsteady' }).waitFor();
    await expect.poll(() => legend.getByText('Beam search').count()).toBe(0);
    const entry = legend.getByRole('button', { name: /^Unsure of its theme/ });
    await expect.poll(() => entry.textContent()).toMatch(/2$/);
    await expect.poll(() => mapPixels(page).then(({ drawn }) => drawn)).toBeGreaterThan(0.05);
    // Names and lands have come.
    let marked = await mapPixels(page);
    await expect
      .poll(async () => {
        const before = marked.drawn;
        marked = await mapPixels(page);
        return marked.drawn - before;
      })
      .toBe(0);
    await entry.press('Enter');
    await expect.poll(() => entry.getAttribute('aria-pressed')).toBe('false');
    await expect.poll(() => mapPixels(page).then(({ drawn }) => drawn)).toBeLessThan(marked.drawn);
    await page.goto(`${site.url}/#concept=c01`);
    await page
      .getByRole('complementary', { name: 'Selected concept' })
      .getByText('unsure: the runs disagree about it (ambiguity 0.80)')
      .waitFor();
    await page.close();
  });

  it.each([false, true])('have nothing amiss for axe (dark: %s)', async (dark) => {
    for (const hash of ['#page=themes&theme=t0', '#theme=t0']) {
      const { page } = await open(hash, { dark });
      await heading(page).waitFor();
      for (const name of ['Methods by datasets', 'Linked themes', 'Stated open questions'])
        await dossier(page).getByRole('button', { name }).click();
      await dossier(page).getByRole('button', { name: 'Rename' }).click();
      if (hash.includes('page')) {
        await strategicMap(page).waitFor();
        await page.getByRole('button', { name: 'Find themes again' }).click();
        await page.getByRole('button', { name: 'What the measures are' }).click();
      } else await page.locator('.sigma-names').waitFor();
      expect([hash, ...(await axeFindings(page))]).toEqual([hash]);
      await page.close();
    }
  });

  // The last one: it finds other themes than those that were written.
  it('are found again at another resolution, with all that hangs on them, and as before', async () => {
    const { page, complaints } = await open('#page=themes');
    await page.getByRole('button', { name: 'Find themes again' }).click();
    const resolution = page.getByRole('textbox', { name: 'Resolution' });
    await resolution.fill('11');
    const find = page.getByRole('button', { name: 'Find themes', exact: true });
    await expect.poll(() => find.isDisabled()).toBe(true);
    const again = async (value: string) => {
      await resolution.fill(value);
      await find.click();
      await page.getByText(/^Done in/).waitFor();
    };
    await again('1');
    await page.getByText(/, resolution 1, seed 1$/).waitFor();
    const first = await table(page).getByRole('rowheader').count();
    await page.getByRole('slider', { name: 'Resolution' }).press('Home');
    await expect.poll(() => resolution.inputValue()).toBe('0.1');
    await find.click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText(/, resolution 0.1, seed 1$/).waitFor();
    const marks = strategicMap(page).getByRole('link');
    await expect.poll(() => marks.count()).not.toBe(first);
    expect(await table(page).getByRole('rowheader').count()).toBe(await marks.count());
    await page.getByRole('button', { name: 'Undo: Louvain, resolution 1, seed 1' }).click();
    await page.getByText(/, resolution 1, seed 1$/).waitFor();
    await expect.poll(() => marks.count()).toBe(first);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe.skipIf(!chromium)('themes on a server that only reads', () => {
  it('say why they can be neither named nor found again', async () => {
    const [site, browser] = await Promise.all([openSite(fillWithThemes), launchBrowser()]);
    try {
      const { page } = await openPage(browser, `${site.url}/#page=themes&theme=t0`);
      await page.getByRole('button', { name: 'Find themes again' }).click();
      await page.getByText('This server was started for reading only, so themes').waitFor();
      const find = page.getByRole('button', { name: 'Find themes', exact: true });
      await expect.poll(() => find.isDisabled()).toBe(true);
      await expect.poll(() => page.getByRole('button', { name: 'Rename' }).isDisabled()).toBe(true);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
