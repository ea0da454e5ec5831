/** How soon the page is there: first contentful paint and the drawn map, on the sample over loopback, with a cold profile. */
import { launchBrowser } from '../tests/e2e/browser.ts';

const RUNS = 5;

const [url] = process.argv.slice(2);
if (!url) throw new Error('Usage: tsx bench/first-paint.ts ADDRESS (of a running explorer on the sample)');

const rows: { paint: number; map: number; kilobytes: number }[] = [];
const browser = await launchBrowser();
for (let run = 0; run < RUNS; run += 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('lacuna:tour', 'seen'));
  const started = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.sigma-names').waitFor();
  const map = performance.now() - started;
  rows.push({
    map: Math.round(map),
    ...(await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const bytes = entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return { paint: Math.round(paint?.startTime ?? Number.NaN), kilobytes: Math.round(bytes / 1000) };
    })),
  });
  await context.close();
}
await browser.close();
console.table(rows);
