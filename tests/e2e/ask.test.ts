import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { axeFindings } from './axe.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillWithGaps } from './seed-gaps.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('questions', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(fillWithGaps), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const box = (page: Page) => page.getByRole('combobox', { name: 'Your question' });
  const answer = (page: Page) => page.getByRole('article', { name: 'Answer' });
  const asked = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q');

  it('are typed, completed, answered with sentences and shown as Cypher, by the keyboard alone', async () => {
    const { page, complaints } = await openPage(browser, site.url);
    await page.locator('.sigma-names').waitFor();
    await page.keyboard.press('a');
    await expect.poll(() => box(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('How many papers mention beam s');
    const option = page.getByRole('option', { name: /beam search/ });
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Tab');
    await expect.poll(() => box(page).inputValue()).toMatch(/mention beam search$/);
    await page.keyboard.type('?');
    await page.keyboard.press('Enter');
    await answer(page).getByRole('status').getByText('5', { exact: false }).waitFor();
    await answer(page)
      .getByText(/We combine it with beam search/)
      .first()
      .waitFor();
    await expect.poll(() => answer(page).locator('mark').first().textContent()).toBe('beam search');
    await expect.poll(() => asked(page)).toBe('How many papers mention beam search?');
    expect(await axeFindings(page, { serious: true })).toEqual([]);
    await answer(page).getByRole('button', { name: 'The Cypher behind this' }).focus();
    await page.keyboard.press('Enter');
    const statement = page.getByRole('textbox', { name: 'Cypher statement' });
    await expect.poll(() => statement.textContent()).toContain('count(p) AS papers');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('are asked back where they mean two things, and answered honestly where the graph has nothing', async () => {
    const question = 'Which papers mention machine translation?';
    const { page, complaints } = await openPage(
      browser,
      `${site.url}/#page=ask&q=${encodeURIComponent(question)}`,
    );
    const choices = page.getByRole('list', { name: 'Which is meant?' });
    await choices.getByRole('button', { name: /theme/ }).press('Enter');
    await expect.poll(() => asked(page)).toMatch(/theme "Machine translation"/);
    await answer(page).getByRole('row').nth(1).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await choices.waitFor();
    await expect.poll(() => asked(page)).toBe(question);
    await page.goBack();
    await expect.poll(() => asked(page)).toMatch(/theme "Machine translation"/);
    await answer(page).getByRole('row').nth(1).waitFor();

    // What can't be answered says so, and offers what can: every one of those is.
    await box(page).fill('zork of quux');
    await box(page).press('Enter');
    await answer(page).getByText('No answer').waitFor();
    const examples = answer(page).locator('[data-example]');
    await examples.getByText('Which gaps are there?').waitFor();
    const offered = await examples.allTextContents();
    expect(offered.length).toBeGreaterThan(8);
    for (const each of offered) {
      const told = await (await page.request.get(`${site.url}/api/ask`, { params: { q: each } })).json();
      expect([each, told.status]).toEqual([each, 'answered']);
      expect(told.rows.length, each).toBeGreaterThan(0);
    }

    // From the search box too.
    const search = page.getByRole('combobox', { name: /^Find/ });
    await search.fill('How many papers mention BLEU?');
    await page.getByRole('option', { name: /^Ask:/ }).waitFor();
    await search.press('Enter');
    await expect.poll(() => box(page).inputValue()).toBe('How many papers mention BLEU?');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
