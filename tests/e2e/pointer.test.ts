import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { mapPixels } from './pixels.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const chromium = await chromiumPath();

/** Milliseconds; two clicks that are farther apart are no double click. */
const DOUBLE_CLICK = 500;

interface Place {
  x: number;
  y: number;
}

const cursor = (page: Page) => page.getByRole('application').evaluate((map) => map.style.cursor);

/** Where nodes are, left and right on the map, found by where the pointer becomes a hand. */
async function findNodes(page: Page): Promise<Place[]> {
  const map = (await page.getByRole('main').boundingBox())!;
  const found: Place[] = [];
  for (const [from, to] of [
    [0.15, 0.5],
    [0.94, 0.6],
  ] as const) {
    let place: Place | null = null;
    for (let step = 0; step < 60 && !place; step++) {
      for (let row = 0; row < 12 && !place; row++) {
        const x = map.x + map.width * (from + ((to - from) * step) / 60);
        const y = map.y + map.height * (0.15 + row * 0.055);
        await page.mouse.move(x, y);
        if ((await cursor(page)) === 'pointer') place = { x, y };
      }
    }
    if (!place) throw new Error('No node was found on the map.');
    found.push(place);
  }
  return found;
}

describe.skipIf(!chromium)('the pointer on the map', () => {
  let site: Site;
  let browser: Browser;
  let nodes: Promise<Place[]> | undefined;

  const open = async () => {
    const opened = await openPage(browser, site.url);
    await opened.page.locator('.sigma-names').waitFor();
    await expect.poll(() => mapPixels(opened.page).then(({ drawn }) => drawn)).toBeGreaterThan(0.08);
    return opened;
  };

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const nodesOnMap = () => {
    nodes ??= open().then(async ({ page }) => {
      const found = await findNodes(page);
      await page.close();
      return found;
    });
    return nodes;
  };

  /** On a machine too busy to click that fast the page is opened again. */
  const clickTwice = async ({ x, y }: Place, pause: number) => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const opened = await open();
      const { page } = opened;
      await page.evaluate(() => {
        const note = ({ timeStamp }: MouseEvent) => {
          document.body.dataset.clicks = `${document.body.dataset.clicks ?? ''} ${timeStamp}`.trim();
        };
        window.addEventListener('click', note, { capture: true });
      });
      await page.mouse.click(x, y);
      await page.waitForTimeout(pause);
      await page.mouse.click(x, y);
      const [first, second] = ((await page.locator('body').getAttribute('data-clicks')) ?? '')
        .split(' ')
        .map(Number);
      if (second! - first! <= DOUBLE_CLICK) return opened;
      await page.close();
    }
    throw new Error('The machine is too busy for a double click.');
  };

  it.each([0, 150, 280])(
    'expands a node with two clicks %d ms apart, wherever the panel opens',
    async (pause) => {
      for (const node of await nodesOnMap()) {
        const { page, complaints } = await clickTwice(node, pause);
        await page.getByRole('button', { name: 'Collapse 1 expansion' }).waitFor();
        expect(new URL(page.url()).hash).toMatch(/[#&](paper|concept)=/);
        await expect.poll(() => page.getByRole('main').count()).toBe(1);
        expect(complaints).toEqual([]);
        await page.close();
      }
    },
  );

  it('holds the clicked node under the pointer while its panel opens', async () => {
    const [node] = await nodesOnMap();
    const { page } = await open();
    await page.mouse.click(node!.x, node!.y);
    await page.getByRole('complementary', { name: /^Selected/ }).waitFor();
    const selected = new URL(page.url()).hash;
    await page.waitForTimeout(800);
    await page.mouse.click(node!.x, node!.y);
    expect(new URL(page.url()).hash).toBe(selected);
    await page.close();
  });
});
