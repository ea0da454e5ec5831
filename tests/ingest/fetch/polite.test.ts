import { expect, it } from 'vitest';
import { fetchPapers } from '../../../ingest/fetch/fetch-papers.ts';
import type { FetchOverrides } from '../../../ingest/fetch/settings.ts';
import { fetchEnvironmentName } from '../../../ingest/fetch/settings.ts';
import { failing } from './source-server.ts';
import { fetchBench } from './support.ts';

const bench = fetchBench();
const run = (source: string, overrides: FetchOverrides = {}, env: Record<string, string> = {}) =>
  fetchPapers(source, { text: 'bridges' }, bench.settings(overrides, env), {
    folder: bench.folder,
    clock: bench.clock,
  });

it('waits from one request to the next as each source asks', async () => {
  await run('arxiv');
  expect(bench.clock.waits).toEqual([3000, 3000]);
  await run('pubmed', {}, { LACUNA_FETCH_PUBMED_KEY: 'k' });
  expect(bench.clock.waits.slice(2)).toEqual([110, 110, 110, 110, 110]);
});

it('slows down where a source grants less', async () => {
  bench.server.fault = (_request, response) => {
    response.setHeader('x-rate-limit-limit', '1').setHeader('x-rate-limit-interval', '5s');
    return false;
  };
  await run('crossref');
  // What the first answer says counts from the second request on.
  expect(bench.clock.waits).toEqual([400, 5000]);
});

it('asks one source once at a time, whoever wants it', async () => {
  const queries = ['one', 'two', 'three'].map((text) =>
    fetchPapers('crossref', { text }, bench.settings({ crossrefIntervalMs: 0 }), { folder: bench.folder }),
  );
  await Promise.all(queries);
  expect(bench.server.requests.length).toBeGreaterThan(8);
  expect(bench.server.mostAtOnce()).toBe(1);
});

it('lets one give up waiting without disturbing the others', async () => {
  const controller = new AbortController();
  bench.server.fault = (_request, _response, at) => {
    if (at === 0) setTimeout(() => controller.abort(), 20);
    return false;
  };
  const folder = bench.folder;
  const settings = bench.settings({ crossrefIntervalMs: 40 });
  const runs = await Promise.allSettled([
    fetchPapers('crossref', { text: 'one' }, settings, { folder }),
    fetchPapers('crossref', { text: 'two' }, settings, { folder, signal: controller.signal }),
    fetchPapers('crossref', { text: 'three' }, settings, { folder }),
  ]);
  expect(runs.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(bench.server.mostAtOnce()).toBe(1);
});

it('refuses two runs of one file at a time', async () => {
  const [first, second] = await Promise.allSettled([run('crossref'), run('crossref')]);
  expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected']);
});

it.each([
  ['seconds', () => '7', 7000],
  ['a date', () => new Date(bench.clock.now() + 42_000).toUTCString(), 42_000],
])('waits as long as Retry-After says in %s', async (_form, header, wait) => {
  bench.server.fault = failing(1, 429, { 'retry-after': header() });
  const { report } = await run('crossref', { crossrefIntervalMs: 0 });
  expect(bench.clock.waits[0]).toBe(wait);
  expect(report).toMatchObject({ records: 25, requests: 4 });
});

it('doubles its wait, varied by chance, and gives up after the tries', async () => {
  bench.server.fault = failing(100, 503);
  const failed = run('openalex', { attempts: 4, openalexIntervalMs: 0 });
  await expect(failed).rejects.toMatchObject({
    code: 'unavailable',
    message: 'OpenAlex: HTTP 503: later; asked 4 times (setting attempts).',
  });
  expect(bench.clock.waits).toEqual([1250, 2500, 5000]);
});

it('ends where it would have to wait too long, at once or in all', async () => {
  bench.server.fault = failing(1, 429, { 'retry-after': '86400' });
  await expect(run('openalex')).rejects.toThrow(/asks to wait 86400 s, longer than setting maxWaitMs/);
  bench.server.fault = failing(100, 500);
  await expect(run('openalex', { maxTotalWaitMs: 3000 })).rejects.toThrow(/setting maxTotalWaitMs/);
});

it('asks again after a cut connection and after an empty page of arXiv', async () => {
  bench.server.fault = (_request, response, at) => {
    if (at === 1) response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999' });
    if (at === 1) response.write('{"meta":', () => response.destroy());
    return at === 1;
  };
  expect((await run('openalex')).report).toMatchObject({ records: 25, requests: 4 });
  bench.server.requests.length = 0;
  bench.server.fault = (_request, response, at) => {
    if (at !== 1) return false;
    response
      .writeHead(200, { 'content-type': 'application/atom+xml' })
      .end('<feed><totalResults>25</totalResults></feed>');
    return true;
  };
  expect((await run('arxiv')).report).toMatchObject({ records: 25, requests: 4 });
});

it.each(['openalex', 'pubmed', 'crossref'])(
  'asks nothing of %s without a contact address',
  async (source) => {
    await expect(run(source, { contact: null })).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining(fetchEnvironmentName('contact')),
    });
    expect(bench.server.requests).toEqual([]);
  },
);

it('asks the others without one', async () => {
  await run('arxiv', { contact: null });
  await run('semantic-scholar', { contact: null });
  expect(JSON.stringify(bench.server.requests.map(({ headers }) => headers))).not.toContain('@');
});
