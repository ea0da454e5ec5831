import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createAside } from '../../../graph/server/aside.ts';

it('lets a request go before work that nobody waits for, and hurries once somebody does', async () => {
  const app = Fastify();
  const aside = createAside(app);
  let release: (() => void) | null = null;
  app.get(
    '/slow',
    () =>
      new Promise<string>((done) => {
        release = () => done('late');
      }),
  );
  let steps = 0;
  const slow = app.inject('/slow');
  await expect.poll(() => release).not.toBeNull();
  const work = (async () => {
    for (; steps < 3; steps++) await aside.breathe();
  })();
  // Long before the most that it waits.
  await new Promise((done) => setTimeout(done, 60));
  expect(steps).toBe(0);
  await aside.hurry(work);
  expect(steps).toBe(3);
  release!();
  expect((await slow).body).toBe('late');
  await app.close();
});

it('goes on under requests without end', async () => {
  const app = Fastify();
  const aside = createAside(app);
  app.get('/never', () => new Promise<string>(() => {}));
  void app.inject('/never').catch(() => {});
  const began = performance.now();
  await aside.breathe();
  await aside.breathe();
  // Each waits for a lull, and then no longer.
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(performance.now() - began).toBeLessThan(20_000);
});

it('sees that who asked has gone', async () => {
  const app = Fastify();
  const aside = createAside(app);
  let asked = 0;
  app.get('/never', () => {
    asked += 1;
    return new Promise<string>(() => {});
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const leaving = new AbortController();
  const gone = fetch(`${address}/never`, { signal: leaving.signal }).catch(() => {});
  await expect.poll(() => asked).toBe(1);
  leaving.abort();
  await gone;
  // Longer than a lull: from then on nothing is waited for.
  await new Promise((done) => setTimeout(done, 2700));
  const began = performance.now();
  for (let times = 0; times < 10; times++) await aside.breathe();
  expect(performance.now() - began).toBeLessThan(2500);
  await app.close();
});
