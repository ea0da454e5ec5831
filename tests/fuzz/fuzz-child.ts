/** The process that `watch` starts. */
import { openSeeded } from '../graph/server/fixture.ts';
import { readerProperties } from './readers/properties.ts';
import { fuzzedApp, graphHash, routeProperties } from './routes/properties.ts';
import { type FuzzProperty, runProperty } from './run-property.ts';
import type { WatchedNews, WatchedOrder } from './watched.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as WatchedOrder;
const tell = (news: WatchedNews): void => void process.send?.(news);

async function runAll(properties: readonly FuzzProperty[]): Promise<void> {
  const runs = Math.ceil(order.inputs / properties.length);
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
  await runAll(await routeProperties(app));
  tell({
    facts: {
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      graph: (await graphHash(store)) === before ? 'as before' : 'changed',
      health: (await app.inject('/api/health')).statusCode,
    },
  });
  await app.close();
  await remove();
}
process.exit(0);
