/** A worker as the command starts it, with a short lock. With DIE set it is gone after its first write, before it could say so. */
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreLocation } from '../../../graph/store/store.ts';
import type { ExtractorChoice } from '../../../ingest/extract/extractor-module.ts';
import { parseRedis } from '../../../ingest/queue/redis-location.ts';
import { work } from '../../../ingest/queue/worker.ts';

const { location, redis, choice } = JSON.parse(process.argv[2]!) as {
  location: StoreLocation;
  redis: string;
  choice: ExtractorChoice;
};
const stopped = new AbortController();
process.once('SIGTERM', () => stopped.abort());
const store = await openWriter(location);
await work({
  store,
  redis: parseRedis(redis, {}),
  choice,
  threads: 1,
  settings: { idleMs: 500, lockMs: 1000, stalledCheckMs: 500, closeMs: 1000 },
  say: (message) => process.stderr.write(`${message}\n`),
  ...(process.env.DIE && { onJob: () => process.kill(process.pid, 'SIGKILL') }),
  signal: stopped.signal,
});
await store.close();
