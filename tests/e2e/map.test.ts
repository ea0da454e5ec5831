import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { overlap } from '../../web/sigma/label-placement.ts';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { placeOf, reported } from './map-report.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();
const PLACE = /pin=([^&]*)/;

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

describe.skipIf(!chromium)('the map', () => {
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
    await reported(opened.page);
    return opened;
  };

  it('picks with a lasso, hides what was picked, and brings it back', async () => {
    const { page, complaints } = await open();
    const { nodes } = await reported(page);
    const map = (await page.getByRole('application').boundingBox())!;
    const left = nodes.filter(({ x }) => x < map.width / 2);
    await page.getByRole('button', { name: 'Pick with a lasso' }).click();
    const [top, bottom] = [map.y + 60, map.y + map.height - 60];
    const middle = map.x + map.width / 2;
    await page.mouse.move(map.x + 4, top);
    await page.mouse.down();
    for (const [x, y] of [
      [middle, top],
      [middle, bottom],
      [map.x + 4, bottom],
    ] as const)
      await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
    const bar = page.getByRole('toolbar', { name: 'Picked nodes' });
    await bar.waitFor();
    const picked = Number(/\d+/.exec((await bar.textContent())!)![0]);
    expect(picked).toBeGreaterThan(0);
    expect(picked).toBeLessThanOrEqual(left.length);
    await bar.getByRole('button', { name: 'Hide', exact: true }).click();
    await expect.poll(() => reported(page).then((now) => now.nodes.length)).toBe(nodes.length - picked);
    await page.getByRole('button', { name: /hidden nodes? again$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => reported(page).then((now) => now.nodes.length)).toBe(nodes.length);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('pins a node where it is dropped; the address keeps the place and the camera', async () => {
    const { page } = await open();
    const from = await placeOf(page, 'c01');
    await drag(page, from, { x: from.x + 90, y: from.y + 40 });
    await page.getByRole('button', { name: 'Unpin 1 node' }).waitFor();
    await expect.poll(() => page.locator('#selected').count()).toBe(0);
    const to = await placeOf(page, 'c01');
    expect(to.x - from.x).toBeCloseTo(90, -1);
    expect(new URL(page.url()).hash).toMatch(PLACE);
    await page.getByRole('application').press('ArrowRight');
    await expect.poll(() => new URL(page.url()).hash).toMatch(/at=/);
    const seen = await placeOf(page, 'c01');
    await page.reload();
    await page.locator('.sigma-names').waitFor();
    await expect.poll(() => placeOf(page, 'c01').then(({ x }) => Math.round(x))).toBe(Math.round(seen.x));
    await page.close();
  });

  it('shows themes from afar, concepts nearer and papers nearest, and never one name on another', async () => {
    const { page } = await open();
    const map = (await page.getByRole('application').boundingBox())!;
    const namesFrom = async (span?: number) => {
      // The middle of the first theme's land.
      if (span) {
        await page.evaluate((text) => {
          location.hash = text;
        }, `#at=-300,-180,${span}`);
        await page.waitForTimeout(300);
      }
      const { labels, nodes } = await reported(page);
      labels.forEach(({ box, text }, i) => {
        for (const other of labels.slice(0, i))
          if (overlap(box, other.box)) throw new Error(`"${text}" lies on "${other.text}".`);
      });
      const inSight = nodes.filter(
        ({ kind, x, y }) => kind !== 'Paper' && x > 0 && y > 0 && x < map.width && y < map.height,
      );
      const themes = labels.filter(({ kind }) => kind === 'Land').length;
      const papers = labels.filter(({ kind }) => kind === 'Paper').length;
      return { themes, papers, concepts: (labels.length - themes - papers) / Math.max(1, inSight.length) };
    };
    const far = await namesFrom(1500);
    expect(far).toMatchObject({ themes: 4, papers: 0 });
    expect(far.concepts).toBeLessThan(0.6);
    const nearer = await namesFrom(450);
    expect(nearer.concepts).toBeGreaterThan(far.concepts);
    const near = await namesFrom(200);
    expect(near.themes).toBe(0);
    expect(near.papers).toBeGreaterThan(0);
    for (const [dx, dy] of [
      [-160, 0],
      [0, -140],
      [160, 120],
    ] as const) {
      const from = { x: map.x + map.width - 120, y: map.y + 200 };
      await drag(page, from, { x: from.x + dx, y: from.y + dy });
      await namesFrom();
    }
    await page.close();
  });

  it('expands a node by a few of its neighbours, says of how many, and collapses', async () => {
    const { page } = await open('#lens=concepts');
    const { nodes } = await reported(page);
    const at = await placeOf(page, 'c01');
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Expand…' }).click();
    const form = page.getByRole('form', { name: 'Expand attention mechanism' });
    await form.getByLabel('To', { exact: true }).selectOption('Paper');
    await form.getByLabel('At most').fill('2');
    await form.getByRole('button', { name: 'Expand', exact: true }).click();
    await form.getByText(/^2 of \d+ shown$/).waitFor();
    await expect.poll(() => reported(page).then((now) => now.nodes.length)).toBe(nodes.length + 2);
    await form.getByRole('button', { name: 'Show up to 4' }).click();
    await expect.poll(() => reported(page).then((now) => now.nodes.length)).toBe(nodes.length + 4);
    // Changes that follow each other faster are one step of the history.
    await page.waitForTimeout(800);
    await form.getByRole('button', { name: 'Collapse' }).click();
    await expect.poll(() => reported(page).then((now) => now.nodes.length)).toBe(nodes.length);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => reported(page).then((now) => now.nodes.length)).toBe(nodes.length + 4);
    await page.close();
  });
});
