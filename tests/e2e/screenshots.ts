/** Takes the pictures of the documentation, or those named: the sample corpus, through the program as users run it. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';

const ROOT = join(import.meta.dirname, '../..');
const PICTURES = join(ROOT, 'docs/screenshots');
const PROGRAM = join(ROOT, 'bin/lacuna.mjs');
const SAMPLE = join(ROOT, 'samples/landmark-papers.jsonl');
/** Milliseconds until software rendering has settled. */
const SETTLED = 2500;

const STATEMENT = `// Methods that stand in papers with the transformer, and those papers
MATCH (t:Concept)<-[a:MENTIONS]-(p:Paper)-[b:MENTIONS]->(m:Method)
WHERE t.name = 'transformer' AND m <> t
RETURN t, a, p, b, m
LIMIT 60`;
const QUESTION = 'Which papers mention ImageNet but not ResNet?';

const run = promisify(execFile);

interface Picture {
  name: string;
  options?: { width?: number; height?: number; dark?: boolean };
  prepare?(page: Page): Promise<void>;
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Find/ }).fill(text);
  await page
    .getByRole('option')
    .filter({ hasText: new RegExp(text, 'i') })
    .first()
    .click();
  await page.locator('#selected').waitFor();
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cypher', exact: true }).click();
  await page.getByRole('button', { name: 'Recipes, favourites and history' }).click();
  await page.getByRole('button', { name: 'Run Most mentioned concepts' }).click();
  await page.getByRole('button', { name: /on the map$/ }).click();
}

/** A statement's answer as a graph, in a console that fills the page. */
async function drawAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cypher', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'Cypher statement' });
  await editor.fill(STATEMENT);
  await page.getByRole('button', { name: 'Fill the page' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('listbox', { name: /^Nodes:/ }).waitFor();
}

async function askInWords(page: Page): Promise<void> {
  await open(page, 'Ask');
  const box = page.getByRole('combobox', { name: 'Your question' });
  await box.fill(QUESTION);
  await box.press('Enter');
  await page.getByRole('article', { name: 'Answer' }).getByRole('row').nth(1).waitFor();
}

const open = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();

const PICTURES_TO_TAKE: readonly Picture[] = [
  { name: 'map-light' },
  { name: 'map-dark', options: { dark: true } },
  { name: 'paper', prepare: (page) => find(page, 'Attention Is All You Need') },
  {
    name: 'concept-dark',
    options: { dark: true },
    prepare: (page) => find(page, 'convolutional neural network'),
  },
  {
    name: 'theme',
    prepare: (page) =>
      page
        .getByRole('button', { name: /^Open theme/ })
        .first()
        .click(),
  },
  { name: 'cypher', prepare: ask },
  { name: 'console', prepare: drawAnswer },
  { name: 'ask-light', prepare: askInWords },
  { name: 'themes', prepare: (page) => open(page, 'Themes') },
  { name: 'themes-dark', options: { dark: true }, prepare: (page) => open(page, 'Themes') },
  {
    name: 'gaps',
    prepare: async (page) => {
      await open(page, 'Gaps');
      await page.getByRole('row').nth(1).click();
      await page.locator('#selected').waitFor();
    },
  },
  { name: 'matrix', prepare: (page) => open(page, 'Matrix') },
  { name: 'papers', prepare: (page) => page.getByRole('radiogroup').getByText('Papers').click() },
  {
    name: 'tablet',
    options: { width: 800, height: 1100 },
    prepare: (page) => find(page, 'graph neural network'),
  },
];

async function take(browser: Browser, url: string, { name, options, prepare }: Picture): Promise<void> {
  const { page } = await openPage(browser, url, options);
  await page.locator('.sigma-names').waitFor();
  await prepare?.(page);
  // The pointer would leave a tooltip or a highlight behind.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.close();
}

/** Starts the server and gives its address, which it prints. */
async function startServer(store: string): Promise<{ url: string; stop(): void }> {
  const server = spawn(process.execPath, [PROGRAM, 'serve', '--store', store], { cwd: ROOT });
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      const found = /http:\/\/[\w.:]+/.exec(chunk.toString());
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  return { url, stop: () => server.kill() };
}

const named = process.argv.slice(2);
const wanted = PICTURES_TO_TAKE.filter(({ name }) => named.length === 0 || named.includes(name));
const browser = await launchBrowser();
const folder = await mkdtemp(join(tmpdir(), 'lacuna-pictures-'));
const store = `file:${join(folder, 'store')}`;
await mkdir(PICTURES, { recursive: true });
await run(process.execPath, [PROGRAM, 'ingest', SAMPLE, '--store', store], { cwd: ROOT });
await run(process.execPath, [PROGRAM, 'analyse', '--store', store], { cwd: ROOT });
const server = await startServer(store);
try {
  for (const picture of wanted) await take(browser, server.url, picture);
} finally {
  await browser.close();
  server.stop();
  await rm(folder, { recursive: true, force: true });
}
