import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const chromium = await chromiumPath();

describe.skipIf(!chromium)('the console', () => {
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
    // NOTE: the parser takes seconds to start where the machine is busy.
    opened.page.setDefaultTimeout(40_000);
    await opened.page.locator('.sigma-names').waitFor();
    return opened;
  };

  it('proposes what is in the graph, says what is not, runs, and remembers', async () => {
    const { page, complaints } = await open();
    const schema = page.waitForResponse('**/api/schema');
    await page.keyboard.press('Control+Backquote');
    await schema;
    const editor = page.getByRole('textbox', { name: 'Cypher statement' });
    await editor.press('Control+A');
    await page.keyboard.type('MATCH (p:Pap');
    await page.getByRole('option', { name: /^Paper.*32 nodes/ }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' WHERE p.year > 2019 RETURN p.title AS title');
    await expect.poll(() => editor.textContent()).toContain('(p:Paper)');
    await page.keyboard.press('Control+Enter');
    const result = page.getByRole('region', { name: 'Result' });
    await result.getByRole('columnheader', { name: 'title' }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain('cypher=');

    await editor.press('Control+A');
    await page.keyboard.type('MATCH (p:Papper) RETURN p');
    await page
      .getByText(/Papper is not in this graph/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Recipes, favourites and history' }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    const history = page.getByRole('list', { name: 'Statements that were run' });
    await expect.poll(() => history.getByRole('listitem').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => history.count()).toBe(0);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await history.getByRole('button', { name: /^MATCH/ }).click();
    await expect.poll(() => editor.textContent()).toContain('2019');

    // Escape: out of the proposals, out of the editor, out of the console, which keeps what it shows.
    await editor.press('Control+A');
    await page.keyboard.type('MATCH (p:Pap');
    const proposed = page.getByRole('option', { name: /^Paper.*32 nodes/ });
    await proposed.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => proposed.count()).toBe(0);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Run');
    await page.keyboard.press('Escape');
    await expect.poll(() => editor.count()).toBe(0);
    await page.keyboard.press('Control+Backquote');
    await expect.poll(() => editor.textContent()).toContain('MATCH (p:Pap');
    await result.getByRole('columnheader', { name: 'title' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('runs several statements with parameters, and offers them to who has the link', async () => {
    const { page } = await open();
    await page.keyboard.press('Control+Backquote');
    const editor = page.getByRole('textbox', { name: 'Cypher statement' });
    await editor.press('Control+A');
    await page.keyboard.type(
      'MATCH (p:Paper) WHERE p.year > $since RETURN p.title AS title; RETURN ";" AS sign',
    );
    await page.getByRole('button', { name: '$since' }).click();
    await page.getByRole('combobox', { name: 'Type of since' }).selectOption('whole number');
    const value = page.getByRole('textbox', { name: 'Value of since' });
    await value.fill('soon');
    await page.getByText('Write a whole number').waitFor();
    await value.fill('2019');
    await value.press('Control+Shift+Enter');
    const statements = page.getByRole('tablist', { name: 'Statements' });
    await statements.getByRole('tab', { name: /^2 1 row/ }).waitFor();
    await statements.getByRole('tab', { name: /^1 1 row/ }).click();
    await page.getByRole('region', { name: 'Result' }).getByRole('columnheader', { name: 'title' }).waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain('parameters=');

    const other = (await open(new URL(page.url()).hash)).page;
    await other.getByText('This statement came with the link.').waitFor();
    const run = other.getByRole('button', { name: 'Run', exact: true });
    await expect.poll(() => run.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect.poll(() => other.getByRole('textbox', { name: 'Value of since' }).inputValue()).toBe('2019');
    await other.getByRole('button', { name: 'Run all' }).click();
    await other.getByRole('tab', { name: /^1 1 row/ }).waitFor();
    await other.close();
    await page.close();
  });
});
