import { afterAll, describe, expect, it } from 'vitest';
import { RedisLink } from '../../../ingest/queue/redis-link.ts';
import { parseRedis } from '../../../ingest/queue/redis-location.ts';
import { runProgram } from '../../cli/program.ts';
import { hasRedis, startRedis } from '../../support/redis.ts';

const WAIT_MS = 30_000;

describe('the address of a queue', () => {
  it('is read, with user and password from the environment', () => {
    expect(parseRedis('rediss://queue:7000/2', { REDIS_PASSWORD: 'x' })).toEqual({
      uri: 'rediss://queue:7000/2',
      host: 'queue',
      port: 7000,
      database: 2,
      isEncrypted: true,
      password: 'x',
    });
    expect(parseRedis(' redis://[::1]/ ', {})).toMatchObject({ host: '::1', port: 6379, database: 0 });
  });

  it.each([
    'redis://me:secret@host',
    'http://host',
    'redis://',
    'host:6379',
    'redis://host/a',
    'redis://host/1?a=b',
  ])('is refused: %s', (text) => {
    expect(() => parseRedis(text, {})).toThrow(expect.objectContaining({ code: 'input' }));
    expect(() => parseRedis(text, {})).not.toThrow(/secret/);
  });

  it('leads nowhere without a server that several may write to, or with a language model', async () => {
    const [embedded, model] = await Promise.all([
      runProgram(['ingest', 'README.md', '--queue', 'redis://127.0.0.1:1', '--store', 'file:/tmp/none']),
      runProgram(['worker', '--queue', 'redis://127.0.0.1:1', '--extractor', 'llm']),
    ]);
    expect(embedded.code, embedded.stderr).toBe(2);
    expect(embedded.stderr).toContain('neo4j://');
    expect(model.code, model.stderr).toBe(3);
  });
});

describe.skipIf(!hasRedis())('a Redis', async () => {
  const redis = await startRedis(['--requirepass', 'secret']);
  afterAll(() => redis.stop());

  it('that turns down the password is not asked twice, and named', async () => {
    for (const env of [{}, { REDIS_PASSWORD: 'wrong' }]) {
      await expect(RedisLink.open(parseRedis(redis.uri, env), WAIT_MS, () => {})).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/127\.0\.0\.1.*REDIS_PASSWORD/),
      });
    }
  });

  it('that goes away is waited for, and given up on', async () => {
    const told: string[] = [];
    const location = parseRedis(redis.uri, { REDIS_PASSWORD: 'secret' });
    const link = await RedisLink.open(location, WAIT_MS, (message) => told.push(message));
    const hasty = await RedisLink.open(location, 500, () => {});
    await redis.kill();
    await expect(hasty.reached(hasty.client.ping())).rejects.toMatchObject({ code: 'unavailable' });
    const answer = link.reached(link.client.ping());
    await redis.start();
    expect(await answer).toBe('PONG');
    expect(told).toEqual([expect.stringContaining('went away'), expect.stringContaining('there again')]);
    link.close();
    hasty.close();
    const nobody = parseRedis('redis://127.0.0.1:1', {});
    await expect(RedisLink.open(nobody, 300, () => {})).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that is away is not waited for by what was told to stop', async () => {
    const stopped = new AbortController();
    const nobody = parseRedis('redis://127.0.0.1:1', {});
    const opening = RedisLink.open(nobody, WAIT_MS, () => {}, stopped.signal);
    const location = parseRedis(redis.uri, { REDIS_PASSWORD: 'secret' });
    const link = await RedisLink.open(location, WAIT_MS, () => {}, stopped.signal);
    await redis.kill();
    const answer = link.reached(link.client.ping());
    const reason = new Error('stop');
    const ends = [expect(opening).rejects.toBe(reason), expect(answer).rejects.toBe(reason)];
    stopped.abort(reason);
    await Promise.all(ends);
    expect(link.isLost).toBe(true);
    link.close();
    await redis.start();
  });
});
