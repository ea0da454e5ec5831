import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Once no request has come or gone for so long, nobody seems to be waiting for anything. A page that has its answers still takes a second or
 * two to draw them, mostly on this very machine.
 */
const LULL_MS = 2500;
/** Work aside waits no longer than this for such a lull, every time that it asks: under constant load it still ends. */
const MOST_MS = 500;
const LOOK_MS = 20;

/** For work that nobody waits for yet, such as an index before the first search: requests go before it. */
export interface Aside {
  /** To be awaited often by such work. */
  breathe(): Promise<void>;
  /** While somebody waits for the work, it only lets others have their turn. */
  hurry<T>(work: Promise<T>): Promise<T>;
}

export function createAside(app: FastifyInstance): Aside {
  let underway = 0;
  let last = performance.now();
  let waiting = 0;
  app.addHook('onRequest', async (request, reply) => {
    last = performance.now();
    if (isStream(request)) return;
    underway += 1;
    // However it ends: answered, or left by its client.
    reply.raw.once('close', () => {
      last = performance.now();
      underway -= 1;
    });
  });
  const isLull = (): boolean => underway === 0 && performance.now() - last >= LULL_MS;
  return {
    async breathe() {
      const until = performance.now() + MOST_MS;
      while (waiting === 0 && !isLull() && performance.now() < until) await sleep(LOOK_MS);
      await nextTurn();
    },
    async hurry(work) {
      waiting += 1;
      try {
        return await work;
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** A page may follow the server's work for hours. */
const isStream = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.endsWith('/events') === true;
