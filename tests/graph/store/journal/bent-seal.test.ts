import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf } from '../../../../graph/backup/graph-digest.ts';
import { standingOf } from '../../../../graph/store/journal/journal.ts';
import { journalDamage } from '../../../../graph/store/journal/journal-damage.ts';
import { encodeLine, type JournalLine, sealed } from '../../../../graph/store/journal/journal-line.ts';
import { journalFile, storeFile } from '../../../../graph/store/journal/store-files.ts';
import { openReader, openWriter } from '../../../../graph/store/open.ts';
import { runHere } from '../../../cli/program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-bent-seal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lacuna = (...args: string[]) => runHere([...args, '--store', `file:${folder}`]);

async function say(...ids: string[]): Promise<void> {
  const store = await openWriter({ kind: 'embedded', folder });
  for (const id of ids) await store.write([{ text: 'MERGE (p:Paper {id: $id})', parameters: { id } }]);
  await store.close();
}

async function digest(): Promise<string> {
  const store = await openReader({ kind: 'embedded', folder });
  try {
    return await digestOf(store);
  } finally {
    await store.close();
  }
}

const lines = (): string[] => readFileSync(journalFile(folder), 'latin1').trimEnd().split('\n');
const put = (kept: readonly string[]): void =>
  writeFileSync(journalFile(folder), `${kept.join('\n')}\n`, 'latin1');
/** Changes one character of a line; of the end of it when `at` is negative. */
const bent = (line: string, at = -1): string => {
  const place = at < 0 ? line.length + at : at;
  return `${line.slice(0, place)}${line[place] === '0' ? '1' : '0'}${line.slice(place + 1)}`;
};
const bendSeal = (at?: number): void => {
  expect(lines().at(-1)).toMatch(/^\./);
  put([...lines().slice(0, -1), bent(lines().at(-1)!, at)]);
};

it('is told as a store that nothing proves, whose journal is to be kept; restore makes the same graph', async () => {
  await say('a', 'b', 'c');
  const right = await digest();
  const number = lines().length;
  const seal = lines().at(-1)!;
  // The sign, the epoch, the checksum, the body.
  for (const at of [0, 1, 5, -1]) {
    bendSeal(at);
    const checked = await lacuna('check');
    expect(checked.code, checked.stderr).toBe(0);
    expect(checked.stdout).toContain('could not be proven whole');
    expect(checked.stdout).toContain(`Graph hash ${right}`);
    expect(checked.stdout).toContain(`line ${number}, but all its transactions can be read: keep it`);
    expect(checked.stdout).toContain('lacuna restore --journal');
    expect(checked.stdout).not.toMatch(/is whole|lacks|away/);
    put([...lines().slice(0, -1), seal]);
  }
  bendSeal();
  const state = JSON.parse((await lacuna('check', '--json')).stdout);
  expect(state).toMatchObject({ sealed: null, journal: 'damaged', damaged: [number], lost: [] });
  const restored = await lacuna('restore', '--journal', '--json');
  expect(restored.code, restored.stderr).toBe(0);
  expect(JSON.parse(restored.stdout)).toMatchObject({ transactions: 3, skipped: [] });
  expect(await digest()).toBe(right);
  expect((await lacuna('check')).stdout).toMatch(/^The store is whole\.\nGraph hash \w+\n$/);
});

it('is set aside by the next change, not written over, and can be put back', async () => {
  await say('a', 'b', 'c');
  const right = await digest();
  for (const name of ['graph.journal.damaged', 'graph.journal.damaged-2']) {
    bendSeal();
    const kept = readFileSync(journalFile(folder));
    await say('d');
    expect(readFileSync(join(folder, name)).equals(kept), name).toBe(true);
    expect((await lacuna('check')).stdout).toMatch(/^The store is whole\./);
  }
  rmSync(storeFile(folder));
  writeFileSync(journalFile(folder), readFileSync(join(folder, 'graph.journal.damaged')));
  expect((await lacuna('restore', '--journal')).code).toBe(0);
  expect(await digest()).toBe(right);
});

it('never has a store that was changed beside it told to be whole, nor keeps it from being built again', async () => {
  await say('a', 'b', 'c');
  const right = await digest();
  const journal = lines();
  const flipped = readFileSync(storeFile(folder));
  flipped[flipped.length - 1]! ^= 1;
  writeFileSync(storeFile(folder), flipped);
  expect((await lacuna('check')).code).toBe(5);
  bendSeal();
  const checked = await lacuna('check');
  expect(checked.stdout + checked.stderr).not.toMatch(/is whole|away/);
  expect((await lacuna('restore', '--journal')).code).toBe(0);
  expect(await digest()).toBe(right);

  // As many transactions, and another graph.
  const other = folder;
  folder = mkdtempSync(join(other, 'other-'));
  await say('a', 'b', 'x');
  put(journal);
  bendSeal();
  const refused = await lacuna('check');
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('not what its journal says')]);
  const restored = await lacuna('restore', '--journal');
  expect(restored.code, restored.stderr).toBe(0);
  expect(await digest()).toBe(right);
  folder = other;
});

it('is no excuse for a transaction that is damaged at the end', async () => {
  await say('a', 'b', 'c');
  const [header, ...transactions] = lines().slice(0, -1);
  put([header!, ...transactions.slice(0, -1), bent(transactions.at(-1)!)]);
  const checked = await lacuna('check');
  expect(checked.code, checked.stderr).toBe(0);
  expect(checked.stdout).toMatch(/could not be proven whole.*may have lost transactions/);
  expect(checked.stdout).toContain('Keep what is moved');
  const refused = await lacuna('restore', '--journal');
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('nothing proves it whole')]);
});

it('fails the check when strict, as a journal does that lacks transactions or is missing', async () => {
  await say('a', 'b');
  const whole = lines();
  expect((await lacuna('check', '--strict')).code).toBe(0);
  const states: [() => void, string][] = [
    [() => bendSeal(), 'is damaged'],
    [() => put(whole.slice(0, 2)), 'lacks transactions'],
    [() => rmSync(journalFile(folder)), 'is missing'],
  ];
  for (const [make, what] of states) {
    make();
    expect((await lacuna('check')).code, what).toBe(0);
    const strict = await lacuna('check', '--strict');
    expect([strict.code, strict.stderr]).toEqual([5, expect.stringContaining(what)]);
    const { error } = JSON.parse((await lacuna('check', '--strict', '--json')).stdout);
    expect(error.code).toBe('unavailable');
    put(whole);
  }
});

const SEAL = sealed({ bytes: 45_056, sha256: '0123456789abcdef'.repeat(4) });
const line = (sign: JournalLine['sign'], epoch: number, body = sign === '.' ? SEAL : ''): string =>
  encodeLine({ sign, epoch, body: sign === '+' || sign === '=' ? 'q80hPQ=='.repeat(9) : body }).slice(0, -1);
const wiped = '\0'.repeat(120);

it.each<[string, string[], number | null, number[], number[]]>([
  ['a seal, no store beside it', [line('+', 0), bent(line('.', 1))], null, [3], []],
  ['a seal that is gone', [line('+', 0), wiped], 1, [3], []],
  ['a line that is gone, no store beside it', [line('+', 0), wiped], null, [3], [3]],
  ['a line that is gone, where the store has more', [line('+', 0), wiped], 2, [3], [3]],
  ['a seal, beside an older store', [line('+', 0), line('+', 1), bent(line('.', 2))], 1, [4], []],
  ['a seal that ran into a transaction', [line('+', 0), `${line('.', 1)}J${line('+', 1)}`], null, [3], [3]],
  ['a seal among lines', [line('+', 0), bent(line('.', 1)), line('?', 1), line('+', 1)], 2, [3], []],
  ['a transaction among lines', [line('+', 0), bent(line('+', 1)), line('+', 2)], 3, [3], [3]],
  ['a seal behind parts', [line('=', 7), line('=', 7), bent(line('.', 7))], 7, [4], []],
  ['a line that is gone behind parts', [line('=', 7), line('=', 7), wiped], 7, [4], [4]],
  ['the first part', [bent(line('=', 7)), line('=', 7), line('.', 7)], 7, [2], [2]],
  ['the last part', [line('=', 7), bent(line('=', 7)), line('+', 7)], 8, [3], [3]],
])('tells what is lost with %s', async (_, held, transactions, damaged, lost) => {
  put(['lacuna-journal 1', ...held]);
  expect(await journalDamage(journalFile(folder), transactions)).toEqual({ damaged, lost });
});

it('has a standing of its own, by which nobody takes the store to be further', async () => {
  put(['lacuna-journal 1', line('+', 0), bent(line('.', 1))]);
  for (const epoch of [0, 1, 2]) expect(standingOf(journalFile(folder), epoch)).toBe('unclear');
});
