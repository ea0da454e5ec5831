import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAccess } from '../../../graph/server/access.ts';
import { countAttempts } from '../../../graph/server/attempts.ts';
import { MinuteCounts } from '../../../graph/server/minute-counts.ts';
import { NO_SECRETS } from '../../../graph/server/secrets.ts';
import { createUploads } from '../../../graph/server/uploads.ts';
import { ChangeLog } from '../../../ingest/change/change-log.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 4, 5);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps nobody out who has waited, though the clock is set back', async () => {
  const counts = new MinuteCounts();
  const ask = (): Promise<number> =>
    new Promise((resolve) => counts.incr('somebody', (_, result) => resolve(result!.current), 50));
  expect([await ask(), await ask()]).toEqual([1, 2]);
  vi.setSystemTime(NOW - DAY);
  await sleep(80);
  expect(await ask()).toBe(1);
  vi.setSystemTime(NOW + DAY);
  expect(await ask()).toBe(2);

  const attempts = countAttempts(1);
  attempts.failed('somebody');
  vi.setSystemTime(NOW + 3 * DAY);
  expect(attempts.wait('somebody')).toBeGreaterThan(0);
});

it('ends sessions that would last for longer than any, and none that it gave by the clock as it is', () => {
  const access = createAccess(
    { ...NO_SECRETS, token: 'a-token-that-nobody-guesses' },
    { openAccess: 'off', sessionMs: DAY },
    Buffer.alloc(32),
  );
  const cookie = access.sessionCookie('editor', false).split(';')[0]!;
  expect(access.roleOfSession(cookie)).toBe('editor');
  vi.setSystemTime(NOW - 60_000);
  expect(access.roleOfSession(cookie)).toBeNull();
  vi.setSystemTime(NOW + DAY - 1);
  expect(access.roleOfSession(cookie)).toBe('editor');
  vi.setSystemTime(NOW + DAY);
  expect(access.roleOfSession(cookie)).toBeNull();
});

it('keeps an upload that is on its way, and the order of changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-clock-'));
  const uploads = createUploads(join(folder, 'uploads'), {
    uploadBytes: 100,
    uploadTotalBytes: 100,
    uploadFiles: 3,
    uploadPartBytes: 10,
    uploadKeepMs: MINUTE,
  });
  try {
    const { id } = await uploads.begin('papers.jsonl', 10);
    vi.setSystemTime(NOW + DAY);
    // It is looked for what nobody sends on with.
    vi.advanceTimersByTime(MINUTE);
    expect(await uploads.append(id, 0, Buffer.from('0123456789'))).toMatchObject({ received: 10 });

    const log = new ChangeLog(join(folder, 'changes'), { changes: 2, changeBytes: 1000 });
    const nothing = { inputs: [], arrivals: [] };
    const keep = (name: string) =>
      log.keep(
        { before: [], after: [] },
        { added: nothing, dropped: nothing },
        { what: 'add', names: [name] },
      );
    for (const name of ['first', 'second']) await keep(name);
    vi.setSystemTime(NOW - DAY);
    for (const name of ['third', 'fourth']) await keep(name);
    expect((await log.list()).map(({ names }) => names[0])).toEqual(['fourth', 'third']);
  } finally {
    await uploads.close();
    await rm(folder, { recursive: true });
  }
});
