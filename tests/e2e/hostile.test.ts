/** Script in everything that a file can bring: it is shown as the text that it is, on every page and in the file of its own. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoreWriter } from '../../graph/store/store.ts';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillWithGaps } from './seed-gaps.ts';
import { openSite, type Site } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 180_000 });

const chromium = await chromiumPath();
const EVIL = '"><img class=evil src=x onerror=evil()><script>evil()</script></title></script><!--{{7*7}}';
/** A tag is no longer than this. */
const EVIL_TAG = EVIL.slice(2, 60);
const SHOWN = 'onerror=evil()';
const HREF = 'javascript:evil()';

/** What a breach of the content policy, or a script that ran, would say. */
const isOfScript = (line: string): boolean => /Content.Security.Policy|evil/i.test(line);
/** What the address says, and where its text must stand; the page is not loaded again between them. */
const PLACES: readonly [hash: string, region: string][] = [
  ['#page=themes', 'main[aria-label=Themes]'],
  ['#page=gaps', 'main[aria-label=Gaps]'],
  ['#page=terms', 'main[aria-label=Terms]'],
  ['#page=reading', 'main[aria-label=Reading]'],
  ['#page=matrix', 'main[aria-label=Matrix]'],
  ['#page=ask&q=which methods are used for machine translation', 'main[aria-label=Ask]'],
  ['#paper=p00', '[aria-label="Selected paper"]'],
  ['#concept=c00', '[aria-label="Selected concept"]'],
  ['#theme=t0', '[aria-label="Selected theme"]'],
  ['#gap=g-themes', '[aria-label="Selected gap"]'],
  ['#compare=c01..c02', '[aria-label="Selected comparison"]'],
  ['#path=c01..c12', '[aria-label="Selected path"]'],
];

/** The graph with gaps, each text of which goes on with script. */
async function fill(writer: StoreWriter): Promise<void> {
  await fillWithGaps(writer);
  for (const [label, field] of [
    ['Paper', 'title'],
    ['Paper', 'abstract'],
    ['Paper', 'venue'],
    ['Concept', 'name'],
    ['Theme', 'label'],
    ['Gap', 'title'],
  ]) {
    const { rows } = await writer.read({
      text: `MATCH (n:${label}) RETURN n.id, n.${field}`,
      parameters: {},
    });
    const texts = rows.map(([id, text]) => ({ id: String(id), text: `${text ?? ''} ${EVIL}` }));
    await writer.write([
      {
        text: `UNWIND $texts AS row MATCH (n:${label} {id: row.id}) SET n.${field} = row.text`,
        parameters: { texts },
      },
    ]);
  }
  const gaps = await writer.read({ text: 'MATCH (g:Gap) RETURN g.id, g.evidence', parameters: {} });
  const evidence = gaps.rows.map(([id, json]) => ({
    id: String(id),
    json: String(json).replace(/("(?:text|why)":"[^"]*)"/g, `$1${JSON.stringify(EVIL).slice(1, -1)}"`),
  }));
  await writer.write([
    {
      text: 'UNWIND $evidence AS row MATCH (g:Gap {id: row.id}) SET g.evidence = row.json',
      parameters: { evidence },
    },
    {
      text: 'MATCH (p:Paper) SET p.url = $url, p.doi = $evil, p.arxivId = $evil, p.authors = [$evil], p.keywords = [$evil], p.sources = [$evil]',
      parameters: { url: HREF, evil: EVIL },
    },
    { text: 'MATCH (c:Concept) SET c.aliases = [$evil]', parameters: { evil: EVIL } },
    { text: 'MATCH (t:Theme) SET t.topConcepts = [$evil]', parameters: { evil: EVIL } },
    {
      text: "CREATE (a:Annotation {id: 'p00'}) SET a.note = $evil, a.tags = [$tag], a.reading = 'to read'",
      parameters: { evil: EVIL, tag: EVIL_TAG },
    },
  ]);
}

describe.skipIf(!chromium)('script in titles, names and notes', () => {
  let site: Site;
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-hostile-'));
    [site, browser] = await Promise.all([openSite(fill), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Counts what the script would do, wherever it might run. */
  async function watched(page: Page): Promise<() => Promise<void>> {
    let ran = 0;
    await page.exposeFunction('evil', () => {
      ran += 1;
    });
    page.on('dialog', (dialog) => {
      ran += 1;
      void dialog.dismiss();
    });
    return async () => {
      expect(await page.locator('.evil').count()).toBe(0);
      expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
      expect(ran).toBe(0);
    };
  }

  it('are text on every page and panel, and in the file of its own', async () => {
    const { page, complaints } = await openPage(browser, 'about:blank');
    // NOTE: a page comes over the wire when it is first opened, which takes its time on a busy machine.
    page.setDefaultTimeout(60_000);
    const check = await watched(page);
    await page.goto(`${site.url}/#page=data`);
    await page.getByRole('main', { name: 'Sources' }).waitFor();
    const go = async (hash: string, region: string) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      // Shown as text: else nothing was tried here.
      await page.locator(region).getByText(SHOWN).first().waitFor({ state: 'attached' });
      await check();
    };
    for (const [hash, region] of PLACES) await go(hash, region);

    await page.getByRole('tab', { name: 'Outline' }).click();
    const row = page.getByRole('treeitem').filter({ hasText: SHOWN }).first();
    await row.hover();
    await check();
    await page.getByRole('combobox', { name: /^Find/ }).fill('attention');
    await page.getByRole('option').filter({ hasText: SHOWN }).first().waitFor();
    await check();
    await page.getByRole('combobox', { name: /^Find/ }).fill('');
    await page.evaluate(() => {
      location.hash = '#cypher=MATCH (p:Paper) RETURN p.title, p, p.url, p.authors LIMIT 5';
    });
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const forms = page.getByRole('tablist', { name: 'Form of the result' });
    await forms.getByRole('tab', { name: 'Table' }).click();
    const result = page.getByRole('region', { name: 'Result' });
    await result.getByText(SHOWN).first().waitFor({ state: 'attached' });
    await check();

    await go('#paper=p00', '[aria-label="Selected paper"]');
    await page.getByRole('button', { name: 'Share and export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and export' });
    await dialog.getByText('One file', { exact: true }).click();
    await dialog.getByLabel('Title').fill(EVIL);
    await dialog.getByRole('button', { name: 'Make the file' }).click();
    await dialog.getByText(/^Ready: [\d.]+ MB\.$/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    await check();
    expect(complaints.filter(isOfScript)).toEqual([]);
    const path = join(folder, 'shared.html');
    await download.saveAs(path);
    await page.close();
    expect(await readFile(path, 'utf8')).not.toContain('<img class=evil');
    const alone = await openPage(browser, 'about:blank');
    alone.page.setDefaultTimeout(60_000);
    const checkAlone = await watched(alone.page);
    await alone.page.goto(pathToFileURL(path).href);
    await expect.poll(() => alone.page.title(), { timeout: 60_000 }).toBe(EVIL);
    await alone.page.getByText(SHOWN).first().waitFor({ state: 'attached' });
    await checkAlone();
    expect(alone.complaints.filter(isOfScript)).toEqual([]);
    await alone.page.close();
  });
});
