import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { placeOf } from './map-report.ts';
import { mapPixels } from './pixels.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('the explorer', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = (hash = '', options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, `${site.url}/${hash}`, options).then(async (opened) => {
      await opened.page.locator('.sigma-names').waitFor();
      return opened;
    });

  it('draws the map, with themes and kinds in the legend', async () => {
    const { page, complaints } = await open();
    await expect.poll(() => mapPixels(page).then(({ colours }) => colours)).toBeGreaterThan(40);
    const { drawn } = await mapPixels(page);
    expect(drawn).toBeGreaterThan(0.08);
    await expect
      .poll(() => page.getByRole('complementary', { name: 'Legend and outline' }).ariaSnapshot())
      .toContain('Machine translation');
    await expect
      .poll(() => page.getByRole('application').getAttribute('aria-label'))
      .toMatch(/^Map of 64 papers and concepts in 4 themes/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('finds by typing, flies to the hit and opens it', async () => {
    const { page, complaints } = await open();
    await expect.poll(() => mapPixels(page).then(({ drawn }) => drawn)).toBeGreaterThan(0.08);
    const before = await page.getByRole('main').screenshot();
    await page.keyboard.press('/');
    await page.keyboard.type('attention');
    await page.getByRole('option', { name: /^attention mechanism/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'attention mechanism' }).waitFor();
    const panel = page.getByRole('complementary', { name: 'Selected concept' });
    await expect.poll(() => panel.getByText('Method', { exact: true }).count()).toBeGreaterThan(0);
    // Sentences of relations mark both of their ends; those of its papers mark the concept alone.
    const inPapers = panel.getByRole('region', { name: 'Papers', exact: true }).locator('mark');
    expect(new Set(await inPapers.allTextContents())).toEqual(new Set(['attention mechanism']));
    await expect.poll(async () => (await page.getByRole('main').screenshot()).equals(before)).toBe(false);
    await expect
      .poll(() => page.locator('[aria-live=polite]').textContent())
      .toBe('Selected concept: attention mechanism');
    expect(new URL(page.url()).hash).toBe('#concept=c01');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says what a concept is used for, and opens the sentence on demand', async () => {
    const { page, complaints } = await open('#concept=c01');
    const relations = page.getByRole('region', { name: 'Used for' });
    await relations
      .getByRole('button', { name: /machine translation/ })
      .first()
      .waitFor();
    const sentence = relations.locator('mark', { hasText: 'attention mechanism' });
    await expect.poll(() => sentence.isVisible()).toBe(false);
    await relations.getByText('1 paper').click();
    await sentence.waitFor();
    await relations.getByRole('button', { name: /A study of machine translation/ }).click();
    await page.getByRole('complementary', { name: 'Selected paper' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('opens the first hit even when Enter comes before the answer', async () => {
    const { page } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('Q-learning');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Q-learning' }).waitFor();
    await page.close();
  });

  it('shows a paper with its mentions marked and typed, and goes back', async () => {
    const { page } = await open('#paper=p00');
    const panel = page.getByRole('complementary', { name: 'Selected paper' });
    const mention = panel.locator('p a[data-kind="Method"]').first();
    await expect.poll(() => mention.getAttribute('title')).toBe('Method: attention mechanism');
    const text = await panel.getByRole('region', { name: 'Abstract' }).textContent();
    expect(text).toContain('We combine it with attention mechanism and keep the rest as it was.');
    await mention.click();
    await page.getByRole('heading', { level: 2, name: 'attention mechanism' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('complementary', { name: 'Selected paper' }).waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('complementary', { name: 'Selected concept' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('complementary', { name: 'Selected concept' }).count()).toBe(0);
    await page.close();
  });

  it('shows a theme alone, and all again', async () => {
    const { page } = await open();
    const legend = page.getByRole('complementary', { name: 'Legend and outline' });
    const all = await mapPixels(page);
    const row = legend.getByRole('button', { name: /^Graph learning/ });
    await row.click();
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => new URL(page.url()).hash).toBe('#only=t3');
    await expect.poll(() => mapPixels(page).then(({ colours }) => colours)).not.toBe(all.colours);
    await page.reload();
    await legend.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.close();
  });

  it('answers Cypher as a table and on the map, and refuses to write', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Cypher', exact: true }).click();
    const editor = page.getByRole('textbox', { name: 'Cypher statement' });
    await editor.fill('MATCH (p:Paper)-[:INTRODUCES]->(c) RETURN p, c, p.year AS year ORDER BY year');
    await page.keyboard.press('Control+Enter');
    const table = page.getByRole('region', { name: 'Result' });
    await table.getByRole('columnheader', { name: 'year' }).waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBe(5);
    await page.getByRole('button', { name: /^Show 8 on the map/ }).click();
    await page.getByRole('button', { name: 'Unmark 8 results' }).waitFor();
    await table.getByRole('link', { name: 'attention mechanism', exact: true }).click();
    await page.getByRole('complementary', { name: 'Selected concept' }).waitFor();

    await editor.fill('MATCH (p:Paper) DETACH DELETE p');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('The query did not run.').waitFor();
    await editor.fill('MATCH (p:Paper) RETURN count(p) AS papers');
    await page.keyboard.press('Control+Enter');
    await table.getByRole('gridcell', { name: '32' }).waitFor();
    await page.close();
  });

  it('opens the Cypher behind a panel', async () => {
    const { page } = await open('#theme=t0');
    const panel = page.getByRole('complementary', { name: 'Selected theme' });
    await panel.getByRole('button', { name: 'The Cypher behind this' }).click();
    await page.getByRole('region', { name: 'Result' }).waitFor();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Cypher statement' }).textContent())
      .toContain('MATCH');
    const parameters = page.getByRole('region', { name: 'Parameters' });
    await expect
      .poll(() => parameters.getByRole('textbox', { name: /^Value of/ }).inputValue())
      .toContain('t0');
    await page.close();
  });

  it('lists all that the map draws', async () => {
    const { page } = await open();
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByText('64 nodes', { exact: true }).waitFor();
    const tree = page.getByRole('tree');
    await tree.focus();
    const active = () =>
      tree.evaluate(
        (element) => document.getElementById(element.getAttribute('aria-activedescendant')!)?.textContent,
      );
    // Each row is a theme, a kind or a node; `*` opens all of its neighbours.
    await page.keyboard.press('r');
    await expect.poll(active).toMatch(/^Reinforcement learning/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('*');
    await page.keyboard.press('q');
    await expect.poll(active).toMatch(/Q-learning/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Q-learning' }).waitFor();
    await page.close();
  });

  it('expands a node on double click, and changes lens', async () => {
    const { page } = await open('#concept=c01');
    await page.getByRole('heading', { level: 2, name: 'attention mechanism' }).waitFor();
    await expect.poll(() => mapPixels(page).then(({ drawn }) => drawn)).toBeGreaterThan(0.08);
    const { x, y } = await placeOf(page, 'c01');
    await page.mouse.dblclick(x, y);
    await page.getByRole('button', { name: 'Collapse 1 expansion' }).click();
    await page.getByRole('button', { name: 'Lay all neighbours over the map' }).click();
    await page.getByRole('button', { name: 'Collapse 1 expansion' }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Collapse/ }).count()).toBe(0);
    await page.getByRole('radiogroup', { name: 'What the map shows' }).getByText('Papers').click();
    await page.getByText(/^32 nodes/).waitFor();
    expect(new URL(page.url()).hash).toContain('lens=papers');
    await page.close();
  });

  it('is dark where the system is, until the user chooses', async () => {
    const { page } = await open('', { dark: true });
    expect((await mapPixels(page)).ground).toBeLessThan(40);
    await page.getByRole('button', { name: /^Appearance: system/ }).click();
    await expect.poll(() => mapPixels(page).then(({ ground }) => ground)).toBeGreaterThan(220);
    await page.reload();
    await page.locator('.sigma-names').waitFor();
    expect((await mapPixels(page)).ground).toBeGreaterThan(220);
    await page.close();
  });

  it('says so when the server is gone, and tries again', async () => {
    const { page } = await openPage(browser, site.url);
    await page.route('**/api/graph**', (route) => route.abort());
    await page.reload();
    const alert = page.getByRole('alert');
    await alert.getByText('The server does not answer.').waitFor();
    await page.unroute('**/api/graph**');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.sigma-names').waitFor();
    await page.close();
  });

  it('keeps the map on a tablet, with panel and drawer open', async () => {
    const { page } = await open('#paper=p00', { width: 800, height: 1100, dark: true });
    await page.getByRole('button', { name: 'Cypher', exact: true }).click();
    await page.getByRole('textbox', { name: 'Cypher statement' }).fill(' ');
    const run = page.getByRole('button', { name: 'Run', exact: true });
    await expect.poll(() => run.isDisabled()).toBe(true);
    await page.getByText('Write a statement first').waitFor();
    const map = (await page.getByRole('main').boundingBox())!;
    expect(map.height).toBeGreaterThan(300);
    const drawer = (await page.getByRole('region', { name: 'Cypher', exact: true }).boundingBox())!;
    expect(drawer.y + drawer.height).toBeLessThanOrEqual(1100);
    await page.getByRole('textbox', { name: 'Cypher statement' }).fill('RETURN 1');
    await run.hover();
    const { color, backgroundColor } = await run.evaluate((button) => {
      const style = getComputedStyle(button);
      return { color: style.color, backgroundColor: style.backgroundColor };
    });
    const grey = (text: string) => Number(/[\d.]+/.exec(text)![0]) * (text.startsWith('color(') ? 255 : 1);
    expect(grey(backgroundColor) - grey(color)).toBeGreaterThan(120);
    await page.close();
  });

  it('fits a tablet: the panel lies under the map', async () => {
    const { page } = await open('#paper=p00', { width: 800, height: 1100 });
    const map = (await page.getByRole('main').boundingBox())!;
    const panel = (await page.getByRole('complementary', { name: 'Selected paper' }).boundingBox())!;
    expect(map.width).toBe(800);
    expect(map.height).toBeGreaterThan(400);
    expect(panel.y).toBeGreaterThanOrEqual(map.y + map.height);
    await page.close();
  });
});
