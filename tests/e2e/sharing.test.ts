import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { mapPixels } from './pixels.ts';
import { readSvg } from './read-svg.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

const chromium = await chromiumPath();

describe.skipIf(!chromium)('what is on screen leaves the page', () => {
  let site: Site;
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-sharing-'));
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function openDialog(hash = '', part?: string) {
    const { page, complaints } = await openPage(browser, `${site.url}/${hash}`);
    await expect.poll(() => mapPixels(page).then(({ colours }) => colours)).toBeGreaterThan(40);
    await page.getByRole('button', { name: 'Share and export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and export' });
    if (part) await dialog.getByText(part, { exact: true }).click();
    return { page, complaints, dialog };
  }

  async function saved(page: Page, click: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  it('as a picture: an SVG of shapes and text, and pixels at the scale that was chosen', async () => {
    const { page, complaints, dialog } = await openDialog('', 'Picture');
    await dialog.getByLabel('Title').fill('Four <fields> & "more"');
    const size = await dialog.getByText(/pixels$/).textContent();
    const png = PNG.sync.read(
      await readFile(await saved(page, () => dialog.getByRole('button', { name: 'Save picture' }).click())),
    );
    expect(`${png.width} × ${png.height} pixels`).toBe(size);
    await dialog.getByText('SVG', { exact: true }).click();
    const path = await saved(page, () => dialog.getByRole('button', { name: 'Save picture' }).click());
    const svg = readSvg(await readFile(path, 'utf8'));
    expect(svg[0]).toMatchObject({ name: 'svg', attributes: { xmlns: 'http://www.w3.org/2000/svg' } });
    expect(png.width).toBe(2 * Number(svg[0]!.attributes.width));
    expect(svg[1]).toMatchObject({ name: 'title', text: 'Four <fields> & "more"' });
    // Another typeface is set in its own widths.
    expect(svg.filter(({ attributes }) => 'textLength' in attributes)).toEqual([]);
    // Self-contained: nothing is linked to, nothing runs.
    expect(svg.filter(({ name }) => /^(script|image|use|style|foreignObject)$/.test(name))).toEqual([]);
    expect(
      svg.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => /href|^on/.test(key)),
    ).toEqual([]);
    const inGroup = (id: string) => svg.filter(({ groups }) => groups.includes(id));
    // 32 papers and 32 concepts, each with a rim; rings have a hole, too.
    expect(inGroup('nodes').filter(({ name }) => name === 'path').length).toBeGreaterThanOrEqual(128);
    expect(inGroup('edges').filter(({ name }) => name === 'path').length).toBeGreaterThan(50);
    expect(inGroup('regions').filter(({ name }) => name === 'path').length).toBeGreaterThanOrEqual(8);
    const words = inGroup('names').filter(
      ({ name, attributes }) => name === 'text' && !attributes['aria-hidden'],
    );
    expect(words.map(({ text }) => text).join(' ')).toContain('Machine');
    expect(svg.filter(({ name }) => name === 'text').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Themes', 'Kinds', 'Papers', 'Graph learning']),
    );
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('with the scale and the relations that colours stand for, and with its pins', async () => {
    const { page, complaints, dialog } = await openDialog(
      '#colour=year&links=relation&pin=c01~-100~-100',
      'Picture',
    );
    await dialog.getByText('SVG', { exact: true }).click();
    const path = await saved(page, () => dialog.getByRole('button', { name: 'Save picture' }).click());
    const svg = readSvg(await readFile(path, 'utf8'));
    const texts = svg.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Colour: Year', 'Kinds', 'Relations', 'Mentions']));
    expect(texts).not.toContain('Themes');
    expect(texts.filter((text) => /^\d{4}( to \d{4})?$/.test(text)).length).toBeGreaterThan(2);
    expect(
      svg.filter(({ name, groups }) => name === 'path' && groups.includes('pins')).length,
    ).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('as data: the nodes that are drawn, where they lie; of a selection only those, its papers as references', async () => {
    const { page, complaints, dialog } = await openDialog('', 'Data');
    const read = async (name: string) =>
      readFile(await saved(page, () => dialog.getByRole('button', { name }).click()), 'utf8');
    const graph = gexf.parse(Graph, await read('GEXF'));
    expect(graph.order).toBe(64);
    expect(graph.size).toBeGreaterThan(100);
    expect(graph.getNodeAttributes('c00')).toMatchObject({
      label: 'machine translation',
      kind: 'Task',
      theme: 'Machine translation',
    });
    const [drawnAt, storedAt] = [graph.getNodeAttribute('p01', 'x'), graph.getNodeAttribute('p02', 'x')];
    expect(drawnAt).not.toBe(storedAt);
    await page.keyboard.press('Escape');
    await page.getByLabel('Find papers, concepts and themes').fill('study of machine translation');
    await page.getByRole('listbox', { name: 'Hits' }).getByRole('option').first().click();
    await page.getByRole('button', { name: 'Share and export' }).click();
    await dialog.getByText('Data', { exact: true }).click();
    await dialog.getByText('Selected (1)').click();
    expect((await read('BibTeX')).match(/^@\w+\{/gm)).toHaveLength(1);
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    // From the bar of what is picked it is one click to its files.
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('tree').press('Home');
    await page.getByRole('tree').press('Space');
    await page.getByRole('toolbar', { name: 'Picked nodes' }).getByRole('button', { name: 'Export' }).click();
    await expect.poll(() => dialog.getByRole('radio', { name: 'Selected (16)' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('as one file: it opens from the disk with the network cut, and can be searched and read', async () => {
    const { page, complaints, dialog } = await openDialog('', 'One file');
    await dialog.getByLabel('Title').fill('Four fields');
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    await dialog.getByText(/^Ready: [\d.]+ MB\.$/).waitFor();
    const path = await saved(page, () => dialog.getByRole('button', { name: 'Save the file' }).click());
    expect(complaints).toEqual([]);
    await page.close();

    const profile = await browser.newContext({ offline: true, reducedMotion: 'reduce' });
    const alone = await profile.newPage();
    alone.setDefaultTimeout(15_000);
    const asked: string[] = [];
    const errors: string[] = [];
    alone.on('request', (request) => asked.push(request.url().slice(0, 60)));
    alone.on('pageerror', ({ message }) => errors.push(message));
    alone.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await alone.goto(pathToFileURL(path).href);
    await expect.poll(() => mapPixels(alone).then(({ colours }) => colours)).toBeGreaterThan(40);
    await expect.poll(() => alone.title()).toBe('Four fields');
    await alone.getByLabel('Find papers, concepts and themes').fill('atention mech');
    await alone.getByRole('option', { name: /^attention mechanism/ }).click();
    const panel = alone.getByRole('complementary', { name: 'Selected concept' });
    await panel
      .getByText(/This paper asks what/)
      .first()
      .waitFor();
    await panel
      .getByRole('button', { name: /A study of/ })
      .first()
      .click();
    await alone.getByRole('complementary', { name: 'Selected paper' }).getByText('Abstract').waitFor();
    await expect.poll(() => alone.getByRole('button', { name: /Cypher/ }).count()).toBe(0);
    // What only a server can do is not offered, nor is it opened by its keys.
    const elsewhere = /Edit this term|Rename|Path to|Compare with|What connects|Export|Note/;
    await alone.keyboard.press('?');
    await alone.keyboard.press('Control+k');
    await alone.getByRole('button', { name: 'More to do with this' }).click();
    await alone.getByRole('menuitem', { name: 'Expand…' }).waitFor();
    await expect.poll(() => alone.locator('body').ariaSnapshot()).not.toMatch(elsewhere);
    await alone.keyboard.press('Escape');
    await alone.goBack();
    await panel.waitFor();
    await expect.poll(() => alone.locator('body').ariaSnapshot()).not.toMatch(elsewhere);
    await panel.getByRole('link', { name: 'Machine translation' }).click();
    await alone
      .getByRole('complementary', { name: 'Selected theme' })
      .getByText('8 concepts in 8 papers')
      .waitFor();
    await expect.poll(() => alone.locator('body').ariaSnapshot()).not.toMatch(elsewhere);
    await alone.getByRole('radiogroup', { name: 'What the map shows' }).getByText('Concepts').click();
    await alone.getByText(/^32 nodes, \d+ links$/).waitFor();
    await alone.getByRole('button', { name: 'About this file' }).click();
    await alone.getByText(/32 papers, 32 concepts, \d+ links/).waitFor();
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    await profile.close();
  });

  it('in a frame only the map, with a way to the whole; on paper a picture of it without the furniture', async () => {
    const { page, complaints } = await openPage(browser, `${site.url}/?embed#concept=c01`);
    // What is not near to the concept steps back.
    await expect.poll(() => mapPixels(page).then(({ colours }) => colours)).toBeGreaterThan(15);
    await expect.poll(() => page.getByRole('banner').count()).toBe(0);
    await expect
      .poll(() => page.getByRole('link', { name: 'Open in Lacuna' }).getAttribute('href'))
      .toBe(`${site.url}/#concept=c01`);
    await page.goto(`${site.url}/?embed#from=2014&colour=year`);
    const caption = page.getByRole('region', { name: 'What is shown' });
    await caption.getByText(/^Papers and concepts · .* · since 2014$/).waitFor();
    await expect.poll(() => caption.getByText('Machine translation').isVisible()).toBe(false);
    await caption.getByText('Legend').click();
    await caption.getByText('Colour: Year').waitFor();
    await expect.poll(() => caption.getByText('Machine translation').isVisible()).toBe(true);
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await expect
      .poll(() => page.getByRole('link', { name: 'Open in Lacuna' }).getAttribute('href'))
      .toBe(`${site.url}/#from=2014&colour=year`);
    await page.goto(site.url);
    await expect.poll(() => mapPixels(page).then(({ colours }) => colours)).toBeGreaterThan(40);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const wide = await page
      .locator('body > canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).width);
    expect(wide).toBeGreaterThan(1500);
    await expect.poll(() => page.locator('body > canvas').isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('button', { name: 'Share and export' }).isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('body > canvas').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
