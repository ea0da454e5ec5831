import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

/** What the keys of a queue are in Redis. */
const TYPES: Readonly<Record<string, string>> = {
  wait: 'list',
  paused: 'list',
  active: 'list',
  delayed: 'zset',
  prioritized: 'zset',
  'waiting-children': 'zset',
  completed: 'zset',
  failed: 'zset',
  marker: 'zset',
  stalled: 'set',
  meta: 'hash',
  events: 'stream',
  id: 'string',
  pc: 'string',
};

/** Removes keys that somebody put something else under: no command goes past them. Returns how many. */
export async function removeForeignKeys(queue: Queue, redis: Redis): Promise<number> {
  const types = await Promise.all(
    Object.entries(TYPES).map(async ([name, type]) => ({
      key: queue.toKey(name),
      isForeign: ![type, 'none'].includes(await redis.type(queue.toKey(name))),
    })),
  );
  const foreign = types.filter(({ isForeign }) => isForeign).map(({ key }) => key);
  return foreign.length === 0 ? 0 : redis.del(...foreign);
}
