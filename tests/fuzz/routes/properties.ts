/** What holds of every route, whatever is asked. */
import { createHash } from 'node:crypto';
import type fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Desk } from '../../../graph/server/desk.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { appOn } from '../../graph/server/fixture.ts';
import type { FuzzProperty } from '../run-property.ts';
import { checkAnswer, type Send } from './check-answer.ts';
import { type FuzzRequest, requestFor } from './requests.ts';

/** Streams that stay open until the client goes. */
const ENDLESS = '/api/ingest/events';
const MANY = 1_000_000;

/** An app that answers as often as it is asked. */
export const fuzzedApp = (store: StoreReader, desk: Desk | null = null): Promise<FastifyInstance> =>
  appOn(
    store,
    {
      requestsPerMinute: MANY,
      queriesPerMinute: MANY,
      writesPerMinute: MANY,
      queryMs: 3000,
      logLevel: 'fatal',
    },
    { desk },
  );

/** One for each route; requests are handed to the app itself unless `send` says otherwise. */
export async function routeProperties(
  app: FastifyInstance,
  send: Send = (request) => app.inject(request as InjectOptions),
): Promise<FuzzProperty[]> {
  await app.ready();
  return [...app.lacunaParts]
    .filter(([route]) => !route.endsWith(ENDLESS))
    .map((route) => ({
      name: route[0],
      arbitrary: requestFor(route) as fc.Arbitrary<unknown>,
      check: (request) => {
        const { url } = request as FuzzRequest;
        return url.includes(ENDLESS) ? Promise.resolve(false) : checkAnswer(send, request as FuzzRequest);
      },
    }));
}

/** Of all nodes and relations, in any order. */
export async function graphHash(store: StoreReader): Promise<string> {
  const lines: string[] = [];
  for (const text of [
    'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties',
    'MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS type, properties(r) AS properties',
  ]) {
    const { rows } = await store.read({ text, parameters: {} });
    lines.push(...rows.map((row) => JSON.stringify(row)));
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
