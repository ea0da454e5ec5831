import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchPapers } from '../../../ingest/fetch/fetch-papers.ts';
import type { FetchOverrides } from '../../../ingest/fetch/settings.ts';
import { readAll, recordsOf } from '../read/support.ts';
import { type Fault, saying } from './source-server.ts';
import { fetchBench } from './support.ts';

const bench = fetchBench();
const JSON_TYPE = { 'content-type': 'application/json' };
const XML_TYPE = { 'content-type': 'text/xml' };

/** Runs against this fault from the second page on; what came before must stay. */
async function failure(source: string, fault: Fault, overrides: FetchOverrides = {}): Promise<string> {
  bench.server.fault = fault;
  const run = fetchPapers(source, { text: 'bridges' }, bench.settings({ attempts: 2, ...overrides }), {
    folder: bench.folder,
    clock: bench.clock,
  });
  const error = await run.then(
    () => null,
    (reason: Error & { details: { file: string; records: number } }) => reason,
  );
  expect(error).toMatchObject({ name: 'LacunaError', details: { records: 10 } });
  expect(recordsOf(await readAll(error!.details.file))).toHaveLength(10);
  expect(error!.message).toContain('10 papers so far are in');
  return error!.message;
}

describe('an answer that is not what it should be ends the run with what was got', () => {
  it.each<[string, Fault, RegExp]>([
    ['wrong JSON', saying('{"meta": {', JSON_TYPE, 1), /no JSON, or cut off; asked 2 times/],
    [
      'another JSON',
      saying('{"meta":{"count":-1},"results":7}', JSON_TYPE, 1),
      /'meta.count' is not of the right form/,
    ],
    [
      'a web page',
      saying('<html>Sign in</html>', { 'content-type': 'text/html' }, 1),
      /'text\/html' instead of json/,
    ],
    ['no type', saying('{}', {}, 1), /'of no type' instead of json/],
    [
      'a huge body',
      saying(`{"meta":{"count":25},"results":["${'x'.repeat(70_000)}"]}`, JSON_TYPE, 1),
      /more than 65536 bytes \(setting answerBytes\)/,
    ],
    [
      'a packed bomb',
      saying(gzipSync(Buffer.alloc(20_000_000)), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 1),
      /more than 65536 bytes/,
    ],
    [
      'a record nested too deeply',
      saying(
        `{"meta":{"count":25},"results":[{"id":${'['.repeat(20_000)}${']'.repeat(20_000)}}]}`,
        JSON_TYPE,
        1,
      ),
      /nested too deeply/,
    ],
  ])('%s', async (_what, fault, message) => {
    expect(await failure('openalex', fault, { answerBytes: 65_536 })).toMatch(message);
  });

  it.each<[string, Fault, RegExp]>([
    [
      'entities of its own',
      saying(
        '<!DOCTYPE f [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed><entry>&b;</entry></feed>',
        XML_TYPE,
        1,
      ),
      /entities of its own/,
    ],
    [
      'XML cut off',
      saying('<feed><totalResults>25</totalResults><entry><id>x</id>', XML_TYPE, 1),
      /broken XML/,
    ],
    ['another XML', saying('<rss><entry/></rss>', XML_TYPE, 1), /no Atom feed/],
    [
      'XML nested deeply',
      saying(`<feed>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</feed>`, XML_TYPE, 1),
      /nested too deeply/,
    ],
  ])('%s', async (_what, fault, message) => {
    expect(await failure('arxiv', fault)).toMatch(message);
  });

  it('a redirect, which is not followed', async () => {
    const fault: Fault = (_request, response, at) => {
      if (at === 0) return false;
      response.writeHead(302, { location: bench.server.url('crossref') }).end();
      return true;
    };
    expect(await failure('openalex', fault)).toMatch(/sends us elsewhere \(HTTP 302\)/);
    expect(bench.server.requests).toHaveLength(2);
  });

  it('an answer that never ends', async () => {
    const fault: Fault = (_request, response, at) => {
      if (at === 0) return false;
      response.writeHead(200, JSON_TYPE).write('{');
      return true;
    };
    expect(await failure('openalex', fault, { timeoutMs: 60 })).toMatch(/no whole answer within 60 ms/);
  });

  it('a paging that goes in a circle', async () => {
    const fault: Fault = ({ parameters }) => {
      // Whatever is asked for: always the second page, with more behind it.
      if (parameters.has('token')) parameters.set('token', 'token-0');
      return false;
    };
    expect(await failure('semantic-scholar', fault)).toMatch(/3 pages in a row without a new paper/);
  });

  it('a file that grows too large', async () => {
    expect(await failure('crossref', () => false, { fileBytes: 2000 })).toMatch(/setting fileBytes/);
  });
});

it('tells what a source says of a query, short, on one line and without the key', async () => {
  bench.server.fault = (_request, response) => {
    const message = `api_key=s3cret \u001b[31m is\n wrong ${'x'.repeat(5000)}`;
    response.writeHead(403, JSON_TYPE).end(JSON.stringify({ message }).slice(0, 400).concat('"}'));
    return true;
  };
  const run = fetchPapers(
    'openalex',
    { text: 'bridges' },
    bench.settings({}, { LACUNA_FETCH_OPENALEX_KEY: 's3cret' }),
    {
      folder: bench.folder,
      clock: bench.clock,
    },
  );
  const { message } = (await run.catch((error: unknown) => error)) as Error;
  expect(message).toMatch(/^OpenAlex: HTTP 403: api_key=…[ -~]{0,300}is a key needed/);
  expect(message).not.toContain('s3cret');
  expect(bench.server.requests).toHaveLength(1);
});

it.each([
  ['arxiv', '"""', /doesn't take the query: incorrect query/],
  ['nowhere', 'bridges', /No source 'nowhere'/],
  ['arxiv', '', /1 to 2000 characters/],
  ['arxiv', 'a\nb', /1 to 2000 characters/],
])('%s: a query that can not be asked is told', async (source, text, message) => {
  const run = fetchPapers(source, { text }, bench.settings(), { folder: bench.folder, clock: bench.clock });
  await expect(run).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(message) });
});

it('writes records as they are, whatever is in them', async () => {
  const record = {
    id: 'https://openalex.org/W1',
    title: 'Line\u2028 end\n<b>',
    __proto__x: 1,
    abstract: '\u0000',
  };
  bench.server.fault = saying(JSON.stringify({ meta: { count: 1 }, results: [record] }), JSON_TYPE);
  const { file } = await fetchPapers('openalex', { text: 'bridges' }, bench.settings(), {
    folder: bench.folder,
    clock: bench.clock,
  });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(record);
  expect((await readdir(bench.folder)).sort()).toEqual(
    [file, `${file}.journal`].map((path) => path.slice(join(bench.folder, '/').length)),
  );
});
