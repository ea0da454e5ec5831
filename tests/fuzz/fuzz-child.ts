/** The process that `watch` starts. */
import { openSeeded } from '../graph/server/fixture.ts';
import { readerProperties } from './readers/properties.ts';
import { fuzzedApp, graphHash, routeProperties } from './routes/properties.ts';
import { servedWithDesk } from './routes/served.ts';
import { type FuzzProperty, runProperty } from './run-property.ts';
import type { WatchedNews, WatchedOrder } from './watched.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as WatchedOrder;
const tell = (news: WatchedNews): void => void process.send?.(news);

/** Share of the requests that a server with a desk gets, over a socket. */
const SERVED = 0.25;

async function runAll(properties: readonly FuzzProperty[], inputs = order.inputs): Promise<void> {
  const runs = Math.ceil(inputs / properties.length);
  for (const property of properties) {
    const start = performance.now();
    const result = await runProperty(property, { seed: order.seed, runs }, (input) =>
      tell({ begun: property.name, input }),
    );
    tell({ row: { name: property.name, seconds: (performance.now() - start) / 1000, ...result } });
  }
}

if (order.kind === 'readers') {
  await runAll(readerProperties(order.folder));
  tell({ facts: { peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) } });
} else {
  const { store, remove } = await openSeeded();
  const app = await fuzzedApp(store);
  const before = await graphHash(store);
  await runAll(await routeProperties(app), order.inputs * (1 - SERVED));
  const graph = (await graphHash(store)) === before ? 'as before' : 'changed';
  const health = (await app.inject('/api/health')).statusCode;
  await app.close();
  await remove();
  tell({ facts: { graph, health } });

  const served = await servedWithDesk(order.folder);
  await runAll(served.properties, order.inputs * SERVED);
  const nodes = await served.close();
  tell({ facts: { nodes, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) } });
}
process.exit(0);
