import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toAnswer } from '../../graph/server/errors.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import { createDesk } from '../../ingest/cli/desk.ts';
import { mountSmallDisk, type SmallDisk } from '../soak/faults/small-disk.ts';

const MEBIBYTES = 8;
const FULL = { code: 'limit', details: { limit: 'disk' } };

let folder: string;
let disk: SmallDisk | null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-disk-full-'));
  disk = mountSmallDisk(join(folder, 'disk'), MEBIBYTES);
});
afterAll(async () => {
  disk?.unmount();
  await rm(folder, { recursive: true });
});

it('tells a full disk, keeps all that was acknowledged, and goes on once there is room', async ({ skip }) => {
  if (!disk) {
    console.warn('SKIPPED: the full disk: this user may not mount a file system');
    return skip();
  }
  const location = { kind: 'embedded', folder: join(disk.folder, 'graph') } as const;
  const writer = await openWriter(location);
  await writer.prepare();
  await writer.write([{ text: "CREATE (:Paper {id: 'p1', title: 'One'})", parameters: {} }]);
  await writer.close();

  const store = await openShared(location);
  const desk = createDesk(store, location.folder);
  let kept = 0;
  const note = async (): Promise<void> => {
    await desk.annotate('p1', said(`note ${kept + 1} ${'x'.repeat(5000)}`));
    kept += 1;
  };
  await note();
  disk.fill(60 * 1024);
  let told: unknown = null;
  while (told === null && kept < 100)
    told = await note().then(
      () => null,
      (error: unknown) => error,
    );
  expect(told).toMatchObject(FULL);
  expect(toAnswer(told)).toMatchObject({
    status: 507,
    body: { error: { code: 'limit', message: expect.stringMatching(/disk is full: make room/) } },
  });
  await store.close();
  disk.fill(0);
  // Whether it opens or not, it is no damaged one afterwards.
  await openWriter(location).then(
    (opened) => opened.close(),
    (error: unknown) => expect(error).toMatchObject(FULL),
  );
  const held = async (): Promise<number> => {
    const reader = await openReader(location);
    const { rows } = await reader.read({ text: 'MATCH (a:Annotation) RETURN a.note', parameters: {} });
    await reader.close();
    return Number(/\d+/.exec(String(rows[0]?.[0]))?.[0]);
  };
  expect(await held()).toBe(kept);
  disk.makeRoom();
  const again = await openShared(location);
  await createDesk(again, location.folder).annotate('p1', said(`note ${kept + 1}`));
  await again.close();
  expect(await held()).toBe(kept + 1);
});

const said = (note: string) => ({ note, tags: [], reading: null });
