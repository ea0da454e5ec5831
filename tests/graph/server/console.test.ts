import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cypherResultSchema, errorSchema } from '../../../graph/contract.ts';
import type { ConfigOverrides } from '../../../graph/server/config.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';
import { RUNAWAY as ROWS_AND_ROWS } from '../store/conformance/fixture.ts';
import { appOn, CONCEPTS, openSeeded, PAPERS } from './fixture.ts';

/** Takes minutes on any machine, and no memory. */
const ONE_EXPRESSION =
  'RETURN reduce(s = 0, a IN range(1, 60000) | s + reduce(t = 0, b IN range(1, 60000) | t + b % 7)) AS n';

describeStores('the console', (factory) => {
  // Neo4j would go on with the one expression for minutes after it was told to end it, beside all tests that follow.
  const runaway = factory.name === 'embedded' ? ONE_EXPRESSION : ROWS_AND_ROWS.text;
  let store: StoreReader;
  let remove: () => Promise<void>;
  const apps: FastifyInstance[] = [];

  beforeAll(async () => {
    ({ store, remove } = await openSeeded(factory));
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await remove();
  });

  async function console_(settings: ConfigOverrides = {}): Promise<FastifyInstance> {
    const app = await appOn(store, settings);
    apps.push(app);
    return app;
  }

  const ask = (app: FastifyInstance, payload: object) =>
    app.inject({ method: 'POST', url: '/api/cypher', payload });

  it('answers with columns, rows, limits and the ids that the map can show', async () => {
    const app = await console_();
    const answer = await ask(app, {
      statement:
        'MATCH (p:Paper {id: $id})-[m:MENTIONS]->(c:Concept) RETURN p, collect(c) AS concepts, count(m) AS n',
      parameters: { id: 'p-gat' },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const result = cypherResultSchema.parse(answer.json());
    expect(result.columns).toEqual(['p', 'concepts', 'n']);
    expect(result.rows[0]?.[2]).toBe(2);
    expect(result.ids.toSorted()).toEqual(['c-attention', 'c-convolution', 'p-gat']);
    expect(result).toMatchObject({ truncated: false, limits: { rows: 1000, milliseconds: 10_000 } });
  });

  it('finds ids in paths, and none in runs', async () => {
    const app = await console_();
    const path = await ask(app, {
      statement:
        "MATCH path = (:Paper {id: 'p-gat'})-[:MENTIONS]->(:Concept {id: 'c-attention'}) RETURN path",
    });
    expect(path.json().ids).toEqual(['p-gat', 'c-attention']);
    expect((await ask(app, { statement: 'MATCH (r:Run) RETURN r' })).json().ids).toEqual([]);
  });

  it('cuts rows at the lower of the two limits and says so', async () => {
    const app = await console_({ rows: 5 });
    const asked = (await ask(app, { statement: 'MATCH (p:Paper) RETURN p.id', limit: 2 })).json();
    expect([asked.rows.length, asked.truncated, asked.limits.rows]).toEqual([2, true, 2]);
    const capped = (await ask(app, { statement: 'MATCH (p:Paper) RETURN p.id', limit: 100 })).json();
    expect([capped.rows.length, capped.truncated, capped.limits.rows]).toEqual([5, true, 5]);
    const whole = (await ask(app, { statement: 'MATCH (t:Theme) RETURN t.id' })).json();
    expect([whole.rows.length, whole.truncated]).toEqual([3, false]);
  });

  it('tells where a statement is wrong', async () => {
    const app = await console_();
    const answer = await ask(app, { statement: 'MATCH (p:Paper RETURN p' });
    expect(answer.statusCode).toBe(400);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({ code: 'input', details: { line: 1 } });
  });

  it.each([
    "CREATE (:Paper {id: 'evil'})",
    'MATCH (p:Paper) SET p.title = 1',
    'MATCH (p:Paper) DETACH DELETE p',
    "MERGE (:Paper {id: 'evil'}) RETURN 1",
    'EXPLAIN MATCH (n) RETURN n UNION MATCH (n) DETACH DELETE n RETURN n',
    'CREATE INDEX evil FOR (p:Paper) ON (p.title)',
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    'MATCH (p:Paper) FOREACH (x IN [1] | SET p.evil = x)',
    'MATCH (p:Paper) REMOVE p.title RETURN 1',
  ])('refuses %s and changes nothing', async (statement) => {
    const app = await console_();
    const answer = await ask(app, { statement });
    expect([400, 403]).toContain(answer.statusCode);
    errorSchema.parse(answer.json());
    const { rows } = (
      await ask(app, {
        statement:
          'MATCH (n) WHERE n:Paper OR n:Concept RETURN count(n) AS n, sum(CASE WHEN n.evil IS NULL THEN 0 ELSE 1 END) AS evil, count(n.title) AS titles',
      })
    ).json();
    const titled = PAPERS.filter(({ title }) => title !== null).length;
    expect(rows).toEqual([[PAPERS.length + CONCEPTS.length, 0, titled]]);
  });

  it.each([
    { statement: ' /* see */ explain\n// it\nMATCH (p:Paper) RETURN p.id' },
    { statement: 'MATCH (p:Paper) RETURN p.id', mode: 'explain' },
    { statement: 'EXPLAIN MATCH (p:Paper) RETURN p.id', mode: 'profile' },
    { statement: `EXPLAIN ${runaway}` },
  ])('shows the plan of %j and runs nothing', async (payload) => {
    const result = cypherResultSchema.parse((await ask(await console_(), payload)).json());
    expect(result).toMatchObject({ mode: 'explain', columns: [], rows: [], ids: [] });
    expect(result.plan?.[0]).toMatchObject({ parent: null, rows: null, dbHits: null, milliseconds: null });
  });

  it('profiles: the rows, and what each step did, however few rows are shown', async () => {
    const app = await console_({ rows: 2 });
    const statement = 'PROFILE MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) RETURN p.id, c.id';
    const result = cypherResultSchema.parse((await ask(app, { statement })).json());
    expect(result).toMatchObject({ mode: 'profile', columns: ['p.id', 'c.id'], truncated: true });
    expect(result.rows).toHaveLength(2);
    const [[count]] = (
      await ask(app, { statement: 'MATCH (:Paper)-[m:MENTIONS]->(:Concept) RETURN count(m)' })
    ).json().rows;
    expect(result.plan?.[0]?.rows).toBe(count);
    expect(result.plan?.slice(1).every(({ parent }, i) => parent !== null && parent <= i)).toBe(true);
  });

  it('stops a runaway query, and answers others while it runs', async () => {
    const app = await console_({ queryMs: 3000 });
    // Asked once before, since a server's first plan of a statement takes its time.
    const others = ['/api/status', '/api/papers/p-walks', '/api/search?q=walks'];
    for (const url of others) await app.inject(url);
    let isRunning = true;
    const startedAt = performance.now();
    const endless = ask(app, { statement: runaway }).finally(() => {
      isRunning = false;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const url of others) expect((await app.inject(url)).statusCode).toBe(200);
    expect(isRunning).toBe(true);
    const answer = await endless;
    expect(performance.now() - startedAt).toBeLessThan(8000);
    expect(answer.statusCode).toBe(504);
    expect(answer.json().error).toMatchObject({ code: 'limit', details: { milliseconds: 3000 } });
    expect((await ask(app, { statement: 'RETURN 1 AS one' })).json().rows).toEqual([[1]]);
  });

  it('lets only so many queries run at once', async () => {
    const app = await console_({ queryMs: 1000, queriesAtOnce: 1 });
    const first = ask(app, { statement: runaway });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await ask(app, { statement: 'RETURN 1' });
    expect(second.statusCode).toBe(429);
    expect(second.json().error).toMatchObject({ code: 'limit', details: { limit: 'queriesAtOnce' } });
    await first;
    // A store that was stopped may take longer than the limit to be there again.
    await expect
      .poll(async () => (await ask(app, { statement: 'RETURN 1' })).statusCode, { timeout: 20_000 })
      .toBe(200);
  });

  it('stops a query whose client went away', async () => {
    const app = await console_({ queryMs: 60_000, queriesAtOnce: 1 });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const body = JSON.stringify({ statement: runaway });
    const client = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/cypher',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    client.on('error', () => {});
    client.end(body);
    // The one place must be taken by the client's query, not by ours.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect.poll(async () => (await ask(app, { statement: 'RETURN 1' })).statusCode).toBe(429);
    client.destroy();
    await expect
      .poll(async () => (await ask(app, { statement: 'RETURN 1' })).statusCode, { timeout: 10_000 })
      .toBe(200);
  });

  it.each([
    [{}, 'statement'],
    [{ statement: '   ' }, 'statement'],
    [{ statement: 1 }, 'statement'],
    [{ statement: 'RETURN 1', limit: 0 }, 'limit'],
    [{ statement: 'RETURN 1', limit: 1e9 }, 'limit'],
    [{ statement: 'RETURN 1', parameters: 'x' }, 'parameters'],
  ])('refuses the body %j', async (payload, field) => {
    const answer = await ask(await console_(), payload);
    expect(answer.statusCode).toBe(400);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({
      code: 'input',
      details: { in: 'body', field },
    });
  });
});
