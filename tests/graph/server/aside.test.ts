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
  await aside.breathe();
  await aside.breathe();
});
