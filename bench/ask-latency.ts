/** How soon a key of a question is painted, and its answer shown, on the page of a running explorer. */
import { launchBrowser } from '../tests/e2e/browser.ts';

const KEYS = 200;
const QUESTIONS = 20;

const [url] = process.argv.slice(2);
if (!url) throw new Error('Usage: tsx bench/ask-latency.ts ADDRESS (of a running explorer)');

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.addInitScript(() => localStorage.setItem('lacuna:tour', 'seen'));
await page.goto(`${url}/#page=ask`);
const box = page.getByRole('combobox', { name: 'Your question' });
await page.locator('[data-example]').first().waitFor();
const examples = await page.locator('[data-example]').allTextContents();

// From the key that goes down to the frame after it, of real keys with completions on the way.
await page.evaluate(() => {
  const painted: number[] = [];
  Object.assign(window, { painted });
  window.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => painted.push(performance.now() - timeStamp))),
    { capture: true },
  );
});
const typed = examples.join(' ').slice(0, KEYS).padEnd(KEYS, 'which papers mention ');
await box.focus();
for (let i = 0; i < KEYS; i += 1) {
  if (i % 50 === 0) await box.fill('');
  await page.keyboard.type(typed[i]!, { delay: 40 });
}
await page.waitForFunction(
  (keys) => (window as unknown as { painted: number[] }).painted.length >= keys,
  KEYS,
);
const keys = await page.evaluate(() => (window as unknown as { painted: number[] }).painted);

// From Enter to the answer in the page; none is asked twice.
const concepts = await page.evaluate(async () => {
  const view = await (await fetch('./api/graph?lens=concepts&limit=60')).json();
  return view.nodes.label as string[];
});
const questions = [
  ...new Set([
    ...examples,
    ...concepts.flatMap((name) => [`How many papers mention ${name}?`, `Which papers mention ${name}?`]),
  ]),
].slice(0, QUESTIONS);
const answers: number[] = [];
for (const question of questions) {
  await box.fill(question);
  const started = await page.evaluate(() => performance.now());
  await box.press('Enter');
  const shown = await page.evaluate(async (asked) => {
    const reading = '[aria-label="How the question was read"] > p';
    while (document.querySelector(reading)?.textContent !== asked)
      await new Promise((done) => requestAnimationFrame(done));
    return performance.now();
  }, question);
  answers.push(shown - started);
  console.log(`${(shown - started).toFixed(0).padStart(5)} ms  ${question}`);
}
await browser.close();

const at = (times: readonly number[], share: number): string =>
  `${times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1]!.toFixed(0)} ms`;
console.table({
  'key to paint': { of: keys.length, median: at(keys, 0.5), p95: at(keys, 0.95), longest: at(keys, 1) },
  'question to answer': {
    of: answers.length,
    median: at(answers, 0.5),
    p95: at(answers, 0.95),
    longest: at(answers, 1),
  },
});
