/** A few requests of what `npm run soak` sends tens of thousands of. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSeeded, type SeededStore } from '../graph/server/fixture.ts';
import { fuzzedApp, graphHash, routeProperties } from './routes/properties.ts';
import { runProperty } from './run-property.ts';

const SEED = 20_261_122;
const RUNS = 5;
/** Of what only reads. */
const MOST_REFUSED = 0.5;

let seeded: SeededStore;
let app: FastifyInstance;
beforeAll(async () => {
  seeded = await openSeeded();
  app = await fuzzedApp(seeded.store);
});
afterAll(async () => {
  await app.close();
  await seeded.remove();
});

it('every route answers whatever it is asked, without a fault, a leak or a change of the graph', async () => {
  const before = await graphHash(seeded.store);
  const reads = { asked: 0, refused: 0 };
  for (const property of await routeProperties(app)) {
    const { failure, inputs, rejected } = await runProperty(property, { seed: SEED, runs: RUNS });
    expect(failure, property.name).toBeNull();
    if (!property.name.startsWith('GET ')) continue;
    reads.asked += inputs;
    reads.refused += rejected;
  }
  // Requests that are refused at the door would try nothing of what lies behind it.
  expect(reads.refused / reads.asked).toBeLessThan(MOST_REFUSED);
  expect(await graphHash(seeded.store)).toBe(before);
  expect((await app.inject('/api/health')).statusCode).toBe(200);
});
