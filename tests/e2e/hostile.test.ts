/** Script in everything that a file can bring: it is shown as the text that it is, on every page and in the file of its own. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreWriter } from '../../graph/store/store.ts';
import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser, openPage } from './browser.ts';
import { fillWithGaps } from './seed-gaps.ts';
import { openSite, type Site } from './site.ts';

const chromium = await chromiumPath();
const EVIL = '"><img class=evil src=x onerror=evil()><script>evil()</script></title></script><!--{{7*7}}';
const HREF = 'javascript:evil()';
const PAGES = [
  '#',
  '#page=themes',
  '#page=gaps',
  '#page=terms',
  '#page=reading',
  '#page=matrix',
  '#page=record',
  '#page=data',
  '#page=ask&q=which methods are used for machine translation',
  '#paper=p00',
  '#concept=c00',
  '#theme=t0',
  '#gap=g-themes',
  '#gap=g-broker',
  '#cypher=MATCH (p:Paper) RETURN p.title, p, p.url LIMIT 5',
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
  await writer.write([
    {
      text: 'MATCH (p:Paper) SET p.url = $url, p.doi = $evil, p.arxivId = $evil, p.authors = [$evil], p.keywords = [$evil], p.sources = [$evil]',
      parameters: { url: HREF, evil: EVIL },
    },
    { text: 'MATCH (c:Concept) SET c.aliases = [$evil]', parameters: { evil: EVIL } },
    { text: 'MATCH (t:Theme) SET t.topConcepts = [$evil]', parameters: { evil: EVIL } },
    {
      text: "CREATE (a:Annotation {id: 'p00'}) SET a.note = $evil, a.tags = [$evil], a.reading = 'to read'",
      parameters: { evil: EVIL },
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
    const { page, complaints } = await openPage(browser, site.url);
    const check = await watched(page);
    for (const hash of PAGES) {
      await page.goto('about:blank');
      await page.goto(`${site.url}/${hash}`);
      // Shown as text: else nothing was tried here.
      if (/paper|concept|theme|gap/.test(hash)) {
        await page.getByText('onerror=evil()').first().waitFor({ state: 'attached' });
      } else await page.getByRole('banner').waitFor();
      await check();
    }
    await page.goto('about:blank');
    await page.goto(`${site.url}/#paper=p00`);
    await page.getByText('onerror=evil()').first().waitFor({ state: 'attached' });
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
    expect(complaints.filter((line) => /Content.Security.Policy|evil/i.test(line))).toEqual([]);
    const path = join(folder, 'shared.html');
    await download.saveAs(path);
    await page.close();
    expect(await readFile(path, 'utf8')).not.toContain('<img class=evil');
    const alone = await browser.newPage();
    const checkAlone = await watched(alone);
    await alone.goto(pathToFileURL(path).href);
    await expect.poll(() => alone.title(), { timeout: 20_000 }).toBe(EVIL);
    await alone.getByText('onerror=evil()').first().waitFor({ state: 'attached' });
    await checkAlone();
    await alone.close();
  });
});
