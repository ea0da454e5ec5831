/** How soon a key of a statement is painted in the console of a running explorer, and what of that is script. */
import { loadavg } from 'node:os';
import { launchBrowser } from '../tests/e2e/browser.ts';

const ROUNDS = 5;
/** Milliseconds between two keys: faster than most people type. */
const PAUSE = 90;
const STATEMENT = `MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) WHERE p.year > 2018 RETURN c.name AS concept, count(p) AS papers`;

/** Of one key: milliseconds until the page heard of it, and until the frame after it. */
interface Key {
  readonly wait: number;
  readonly painted: number;
}

const [url] = process.argv.slice(2);
if (!url) throw new Error('Usage: tsx bench/console-typing.ts ADDRESS (of a running explorer)');

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.addInitScript(() => localStorage.setItem('lacuna:tour', 'seen'));
await page.goto(url);
await page.locator('.sigma-names').waitFor();
const schema = page.waitForResponse('**/api/schema');
await page.keyboard.press('Control+Backquote');
await schema;
const editor = page.getByRole('textbox', { name: 'Cypher statement' });

// The parser is there once it proposes something.
await editor.press('Control+A');
await page.keyboard.type('MATCH (p:');
await page.locator('.cm-tooltip-autocomplete li').first().waitFor();

await page.evaluate(() => {
  const keys: Key[] = [];
  Object.assign(window, { keys });
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const began = performance.now();
      requestAnimationFrame(() =>
        setTimeout(() => keys.push({ wait: began - timeStamp, painted: performance.now() - timeStamp })),
      );
    },
    { capture: true },
  );
});
// By the processor's clock, so that what other processes take is left out.
const session = await page.context().newCDPSession(page);
await session.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
await session.send('Performance.enable');
const spent = async () =>
  new Map((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));

const before = await spent();
const load = [loadavg()[0]!];
for (let round = 0; round < ROUNDS; round += 1) {
  await editor.press('Control+A');
  await page.keyboard.type(STATEMENT, { delay: PAUSE });
  await page.keyboard.press('Escape');
}
const pressed = ROUNDS * STATEMENT.length;
await page.waitForFunction((least) => (window as unknown as { keys: Key[] }).keys.length >= least, pressed);
const after = await spent();
load.push(loadavg()[0]!);
const keys = await page.evaluate(() => (window as unknown as { keys: Key[] }).keys);
await browser.close();

const at = (times: readonly number[], share: number): string =>
  `${times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1]!.toFixed(0)} ms`;
const row = (name: keyof Key) => {
  const times = keys.map((key) => key[name]);
  return { median: at(times, 0.5), p95: at(times, 0.95), longest: at(times, 1) };
};
console.table({
  'key to paint': row('painted'),
  'key to page': row('wait'),
});
const share = (name: string): string =>
  `${(((after.get(name)! - before.get(name)!) * 1000) / keys.length).toFixed(1)} ms`;
console.log(
  `of the page's thread, a key: script ${share('ScriptDuration')}, styles ${share('RecalcStyleDuration')}, layout ${share('LayoutDuration')}, all of it ${share('TaskDuration')}`,
);
console.log(
  `${keys.length} keys; load of the machine ${load.map((number) => number.toFixed(1)).join(' to ')}`,
);
