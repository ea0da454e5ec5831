import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import grafeo from '@grafeo-db/js';
import { expect, it } from 'vitest';
import { watchForDamage } from '../../../../graph/store/embedded/engine-journal.ts';
import { journalLines } from '../../../../graph/store/journal/read-journal.ts';
import { journalFile, storeFile } from '../../../../graph/store/journal/store-files.ts';
import { openWriter } from '../../../../graph/store/open.ts';

it('keeps its journal whole when another program comes a moment too late', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-held-'));
  const location = { kind: 'embedded', folder } as const;
  const first = await openWriter(location);
  await first.write([{ text: "CREATE (:Paper {id: 'p1'})", parameters: {} }]);
  await first.close();
  // What an opening does, with another one in its midst.
  const watch = watchForDamage(folder);
  const holder = await openWriter(location);
  const opened = readFileSync(journalFile(folder));
  let error: unknown = null;
  try {
    grafeo.GrafeoDB.open(storeFile(folder)).close();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).not.toBeNull();
  watch.notOpened(error);
  expect(readFileSync(journalFile(folder))).toEqual(opened);
  await holder.write([{ text: "CREATE (:Paper {id: 'p2'})", parameters: {} }]);
  await holder.close();
  const signs: string[] = [];
  const bad: unknown[] = [];
  for await (const { sign } of journalLines(journalFile(folder), (line) => bad.push(line))) signs.push(sign);
  expect({ signs: signs.join(''), bad }).toEqual({ signs: '+.?+.', bad: [] });
  rmSync(folder, { recursive: true });
});
