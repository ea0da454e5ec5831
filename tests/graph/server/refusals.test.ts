import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema } from '../../../graph/contract.ts';
import { LacunaError } from '../../../graph/errors.ts';
import { toAnswer } from '../../../graph/server/errors.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { appOn, openSeeded } from './fixture.ts';

let store: StoreReader;
let app: FastifyInstance;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await openSeeded());
  app = await appOn(store, { bodyBytes: 2048 });
});
afterAll(async () => {
  await app.close();
  await remove();
});

describe('what is asked wrongly', () => {
  it.each([
    ['/api/graph?lens=everything', 'lens'],
    ['/api/graph?limit=0', 'limit'],
    ['/api/graph?limit=1.5', 'limit'],
    ['/api/graph?limit=99999999', 'limit'],
    ['/api/graph?lens=all&lens=papers', 'lens'],
    [`/api/graph?theme=${'x'.repeat(65)}`, 'theme'],
    ['/api/search', 'q'],
    ['/api/search?q=%20', 'q'],
    [`/api/search?q=${'x'.repeat(201)}`, 'q'],
    ['/api/search?q=a&limit=51', 'limit'],
    [`/api/papers/${'x'.repeat(65)}`, 'id'],
    [`/api/concepts/${'x'.repeat(65)}`, 'id'],
    [`/api/themes/${'x'.repeat(65)}`, 'id'],
    [`/api/gaps/${'x'.repeat(65)}`, 'id'],
    ['/api/matrix?rows=Paper', 'rows'],
    ['/api/matrix?columns=Task)%20RETURN%201%20//', 'columns'],
    ['/api/pairs?one=c-walks', 'other'],
    [`/api/pairs?one=c-walks&other=${'x'.repeat(65)}`, 'other'],
    ['/api/neighbours/p-walks?limit=501', 'limit'],
    ['/api/paths?from=p-walks', 'to'],
    ['/api/paths?from=p-walks&to=p-gat&limit=11', 'limit'],
  ])('%s is answered with 400 and the field', async (url, field) => {
    const answer = await app.inject(url);
    expect(answer.statusCode, answer.body).toBe(400);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({ code: 'input', details: { field } });
  });

  it.each([
    ['/api/graph?limit=many', 'limit must be a whole number from 1 to 20000.'],
    ['/api/neighbours/p-walks?limit=501', 'limit must be a whole number from 1 to 500.'],
    ['/api/graph?lens=everything', 'lens must be one of all, concepts, papers, themes, ego, query.'],
    ['/api/search', 'Write what to search for.'],
    ['/api/search?q=%20', 'Write what to search for.'],
    [`/api/search?q=${'x'.repeat(201)}`, 'q must be a single text of at most 200 characters.'],
    ['/api/search?q=a&q=b', 'q must be a single text of at most 200 characters.'],
    ['/api/paths?from=p-walks', 'to is missing.'],
  ])('%s is told "%s"', async (url, message) => {
    expect((await app.inject(url)).json().error.message).toBe(message);
  });

  it.each(['/api/paths?from=p-walks&to=p-walks', '/api/pairs?one=c-walks&other=c-walks'])(
    '%s has one end only',
    async (url) => {
      const answer = await app.inject(url);
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'input']);
    },
  );

  it.each([
    '/api/papers/nobody',
    '/api/papers/c-walks',
    '/api/concepts/p-walks',
    '/api/themes/nobody',
    '/api/neighbours/t-graphs',
    '/api/gaps/nobody',
    '/api/gaps/t-graphs',
    "/api/gaps/x'%7D)%20DETACH%20DELETE%20n%20//",
    '/api/gaps/nobody/report',
    '/api/pairs?one=nobody&other=c-walks',
    '/api/pairs?one=c-walks&other=p-walks',
    '/api/matrix?rows=Task&columns=Dataset',
    '/api/paths?from=nobody&to=p-gat',
    '/api/paths?from=p-gat&to=nobody',
    '/api/graph?theme=nobody',
    '/api/nothing',
    '/nothing',
    '/api/papers/%27%20OR%201=1%20//',
  ])('%s is answered with 404', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode, answer.body).toBe(404);
    expect(errorSchema.parse(answer.json()).error.code).toBe('notFound');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['PUT', '/api/papers/p-walks', 'GET, HEAD'],
    ['DELETE', '/api/papers/x', 'GET, HEAD'],
    ['PATCH', '/api/papers/p-walks?a=b', 'GET, HEAD'],
    ['OPTIONS', '/api/themes', 'GET, HEAD'],
    ['POST', '/api/graph', 'GET, HEAD'],
    ['GET', '/api/cypher', 'POST'],
    ['GET', '/api/gaps/g-themes/judgement', 'PUT'],
    ['DELETE', '/api/themes/t-graphs/label', 'PUT'],
    ['PUT', '/api/analysis', 'GET, HEAD, POST, DELETE'],
  ] as const)('%s %s is no method of that address', async (method, url, allow) => {
    const answer = await app.inject({
      method,
      url,
      payload: '<x/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, allow]);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({ code: 'input', details: { allow } });
  });

  it('a body that nests thousands of levels is refused, not failed by', async () => {
    const deep = await appOn(store);
    const answer = await deep.inject({
      method: 'POST',
      url: '/api/cypher',
      headers: { 'content-type': 'application/json' },
      payload: `{"statement":"RETURN 1 AS one","parameters":{"a":${'['.repeat(3000)}1${']'.repeat(3000)}}}`,
    });
    await deep.close();
    expect(answer.statusCode).toBe(400);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({
      code: 'input',
      message: 'The body nests too deeply.',
    });
  });

  it('half a surrogate pair is an id that nothing has', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/share',
      headers: { 'content-type': 'application/json' },
      payload: '{"ids":["\\ud800"],"abstracts":false}',
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, { answers: {} }]);
  });

  it.each([
    ['GET', '/%'],
    ['GET', '/api/papers/%FF'],
    ['POST', '/api/%'],
    ['GET', '/api/papers/%E0%A4%A'],
  ] as const)('%s %s can not be decoded, which is said like all else', async (method, url) => {
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(400);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({
      code: 'input',
      details: { in: 'address' },
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['cache-control']).toBe('no-store');
    const stranger = await app.inject({ method, url, headers: { host: 'evil.example' } });
    expect([stranger.statusCode, stranger.json().error.code]).toEqual([403, 'refused']);
  });

  it('an id of any length is judged by the same rule', async () => {
    const answer = await app.inject(`/api/papers/${'x'.repeat(3000)}`);
    expect([answer.statusCode, answer.json().error.details.field]).toEqual([400, 'id']);
  });
});

describe('bodies', () => {
  const post = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/api/cypher', payload, headers: { 'content-type': type } });

  it('over the limit are refused with 413', async () => {
    const answer = await post(JSON.stringify({ statement: 'x'.repeat(4000) }));
    expect(answer.statusCode).toBe(413);
    expect(answer.json().error).toMatchObject({ code: 'limit', details: { limit: 'bodyBytes' } });
  });

  it.each([
    ['{}', 'Write a statement first.'],
    ['{"statement": "  "}', 'Write a statement first.'],
    ['{"statement": 1}', 'statement must be a single text of at most 100000 characters.'],
    ['{"statement": "RETURN 1", "limit": 0.5}', 'limit must be a whole number from 1 to 10000.'],
    ['{"statement": "RETURN 1", "parameters": []}', 'parameters must be an object, a value for each name.'],
    ['[]', 'The body must be an object with named fields.'],
    ['null', 'The body must be an object with named fields.'],
  ])('like %s are told what is wrong in words', async (payload, message) => {
    const answer = await post(payload);
    expect([answer.statusCode, answer.json().error.message]).toEqual([400, message]);
  });

  it('that nest deeper than a stack are turned down, and the next is answered', async () => {
    const deep = `${'['.repeat(800)}1${']'.repeat(800)}`;
    const answer = await post(`{"statement": "RETURN $x AS x", "parameters": {"x": ${deep}}}`);
    expect([answer.statusCode, answer.json().error.details.limit]).toEqual([413, 'askNesting']);
    expect((await post('{"statement": "RETURN 1 AS x"}')).statusCode).toBe(200);
  });

  it('must be JSON and say so, which no form of another site can', async () => {
    expect((await post('{"statement": ')).statusCode).toBe(400);
    const statement = JSON.stringify({ statement: 'RETURN 1' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await post(statement, type);
      expect([answer.statusCode, answer.json().error.code]).toEqual([415, 'input']);
    }
    const polluting = await post('{"statement": "RETURN 1", "__proto__": {"limit": 1}}');
    expect(polluting.statusCode).toBe(400);
  });
});

describe('toAnswer', () => {
  it('withholds what is ours', () => {
    const secret = 'postgres://user:hunter2@10.0.0.1/tmp/store';
    for (const error of [
      new Error(secret),
      new LacunaError('internal', secret, { details: { path: secret } }),
      new LacunaError('unavailable', secret, { details: { path: secret } }),
      secret,
      { statusCode: 500, message: secret },
      null,
    ]) {
      const { status, body } = toAnswer(error);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(JSON.stringify(body)).not.toContain('hunter2');
      errorSchema.parse(body);
    }
  });

  it('gives each code its status', () => {
    const status = (code: LacunaError['code'], details = {}) =>
      toAnswer(new LacunaError(code, 'x', { details })).status;
    expect([status('input'), status('refused'), status('notFound')]).toEqual([400, 403, 404]);
    expect([status('unavailable'), status('internal'), status('limit')]).toEqual([503, 500, 504]);
    expect(status('limit', { limit: 'bodyBytes' })).toBe(413);
    expect(status('limit', { limit: 'queriesAtOnce' })).toBe(429);
    expect(status('limit', { limit: 'writesPerMinute' })).toBe(429);
    expect(status('refused', { job: 'running' })).toBe(409);
  });
});
