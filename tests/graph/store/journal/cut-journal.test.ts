import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journalFile, storeFile } from '../../../../graph/store/journal/store-files.ts';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import { runHere } from '../../../cli/program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-cut-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (id: string) => ({ text: 'MERGE (p:Paper {id: $id})', parameters: { id } });
const lacuna = (...args: string[]) => runHere([...args, '--store', `file:${folder}`]);

/** Without `checkpoint`, as the explorer writes what people say. */
async function say(...ids: string[]): Promise<void> {
  const store = await openWriter({ kind: 'embedded', folder });
  for (const id of ids) await store.write([put(id)]);
  await store.close();
}

async function papers(): Promise<unknown[]> {
  const store = await openReader({ kind: 'embedded', folder });
  const { rows } = await store.read({ text: 'MATCH (p:Paper) RETURN p.id ORDER BY p.id', parameters: {} });
  await store.close();
  return rows.flat();
}

it('never has a whole store replaced by what a journal that was cut off still holds', async () => {
  await say('a', 'b', 'c');
  const lines = readFileSync(journalFile(folder), 'latin1').split('\n');
  const second = lines.filter((line) => line.startsWith('+'))[1]!;
  for (const torn of ['', second.slice(0, 20)]) {
    writeFileSync(
      journalFile(folder),
      `${lines.slice(0, lines.indexOf(second)).join('\n')}\n${torn}`,
      'latin1',
    );
    const checked = await lacuna('check');
    expect(checked.code, checked.stderr).toBe(0);
    expect(checked.stdout).toContain('The store is whole');
    expect(checked.stdout).toContain('lacks transactions that the store has');
    const restored = await lacuna('restore', '--journal');
    expect(restored.code).toBe(3);
    expect(restored.stderr).toContain('lacuna backup');
    expect(await papers()).toEqual(['a', 'b', 'c']);
  }
  // Whoever wants it all the same says so by moving the store away.
  renameSync(storeFile(folder), join(folder, 'aside'));
  const built = await lacuna('restore', '--journal');
  expect(built.code, built.stderr).toBe(0);
  expect(await papers()).toEqual(['a']);
});

it('never has a whole store replaced by what a damaged journal still holds', async () => {
  await say('a', 'b', 'c');
  const text = readFileSync(journalFile(folder), 'latin1');
  const second = text.split('\n').filter((line) => line.startsWith('+'))[1]!;
  const bent = second.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  writeFileSync(journalFile(folder), text.replace(second, bent), 'latin1');
  const checked = await lacuna('check');
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('Its journal is damaged')]);
  const refused = await lacuna('restore', '--journal');
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringMatching(/line \d+ is damaged/)]);
  expect(await papers()).toEqual(['a', 'b', 'c']);
  renameSync(storeFile(folder), join(folder, 'aside'));
  const built = await lacuna('restore', '--journal');
  expect([built.code, await papers()], built.stderr).toEqual([0, ['a', 'c']]);
});

it('is begun anew by whatever is written next, also without a checkpoint', async () => {
  await say('a', 'b');
  rmSync(journalFile(folder));
  await say();
  expect(existsSync(journalFile(folder))).toBe(false);
  await say('c');
  expect(existsSync(journalFile(folder))).toBe(true);
  expect((await lacuna('check')).stdout).not.toContain('journal');
  rmSync(storeFile(folder));
  const built = await lacuna('restore', '--journal');
  expect(built.code, built.stderr).toBe(0);
  expect(await papers()).toEqual(['a', 'b', 'c']);
});

it('is not needed by a backup, which never replaces a file unasked', async () => {
  await say('a');
  const file = join(folder, 'library.bib');
  writeFileSync(file, '@article{}');
  const refused = await lacuna('backup', file);
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('--replace');
  expect(readFileSync(file, 'utf8')).toBe('@article{}');
  const written = await lacuna('backup', file, '--replace');
  expect(written.code, written.stderr).toBe(0);
  expect((await lacuna('backup', file, '--verify')).stdout).toContain('is whole');
});
