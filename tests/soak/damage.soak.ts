import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Bench, BenchContext, BenchResult } from '../../bench/support/bench.ts';
import { digestOf } from '../../graph/backup/graph-digest.ts';
import { messageOf } from '../../graph/errors.ts';
import { rebuildStore } from '../../graph/store/journal/rebuild-store.ts';
import { journalFile, logFolder, storeFile } from '../../graph/store/journal/store-files.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { runProgram, SAMPLE } from '../cli/program.ts';
import { killedWriter } from './damage/killed-writer.ts';

const SEED = 8;
const FLIPS = 60;
const CUTS = 20;

type Part = 'file' | 'log' | 'journal';
type Kind = `bit of the ${Part} flipped` | `${Part} cut off`;

interface Tally {
  tried: number;
  refused: number;
  harmless: number;
  missedByEngine: number;
  wrong: number;
  restored: number;
}

export const bench: Bench = {
  name: 'damage',
  title: 'Damaged stores',
  about:
    'Bits flipped and ends cut off at random places of an embedded store: its file after it was closed in order, its log after its program was killed, its journal. Each time the store is opened for reading, checked (`lacuna check`), and built again from its journal; one whose journal is what was damaged is whole itself, and must stay so, whatever `lacuna restore --journal` is asked.',
  run,
};

async function run(context: BenchContext): Promise<BenchResult> {
  const closed = join(context.folder, 'closed');
  await program('ingest', SAMPLE, '--store', `file:${closed}`);
  await program('analyse', '--store', `file:${closed}`);
  const killed = join(context.folder, 'killed');
  cpSync(closed, killed, { recursive: true });
  await killedWriter(killed);
  const times = context.quick ? 2 : 1;
  const tallies = new Map<Kind, Tally>();
  const kinds: [Kind, string, number][] = [
    ['bit of the file flipped', closed, FLIPS],
    ['file cut off', closed, CUTS],
    ['bit of the log flipped', killed, FLIPS],
    ['log cut off', killed, CUTS],
    ['bit of the journal flipped', closed, FLIPS],
    ['journal cut off', closed, CUTS],
  ];
  const random = xoroshiro128plus(SEED);
  const below = (end: number): number => (random.next() >>> 0) % end;
  const faults: string[] = [];
  for (const [kind, source, count] of kinds) {
    const tally = { tried: 0, refused: 0, harmless: 0, missedByEngine: 0, wrong: 0, restored: 0 };
    tallies.set(kind, tally);
    const right = await rebuiltHash(source, join(context.folder, 'right'));
    for (let i = 0; i < (times === 2 ? 2 : count); i++) {
      const folder = join(context.folder, 'damaged');
      rmSync(folder, { recursive: true, force: true });
      cpSync(source, folder, { recursive: true });
      const place = damage(folder, kind, below);
      const fault = (what: string) => faults.push(`${kind} at ${place}: ${what}`);
      await (kind.includes('journal') ? lookBeside : look)(folder, right, tally, fault);
      context.say(`${kind} ${i + 1}/${count} at ${place}`);
    }
  }
  const total = (key: keyof Tally): number =>
    [...tallies.values()].reduce((sum, tally) => sum + tally[key], 0);
  return {
    tables: [
      {
        caption: 'What became of each damage',
        columns: [
          'damage',
          'tried',
          'refused on opening',
          'seen by the check only',
          'harmless: same graph',
          'wrong after the check',
          'right in the end',
        ],
        rows: [...tallies].map(([kind, tally]) => [
          kind,
          tally.tried,
          tally.refused,
          tally.missedByEngine,
          tally.harmless,
          tally.wrong,
          tally.restored,
        ]),
      },
    ],
    verdicts: [
      {
        asked: 'A truncated or bit-flipped store is found: never a wrong graph after `lacuna check`',
        measured: `${total('wrong')} wrong of ${total('tried')} damaged stores`,
        met: total('wrong') === 0,
        ...(total('wrong') > 0 && { reason: faults.slice(0, 5).join('; ') }),
      },
      {
        asked:
          'It is restored from the journal: the same graph hash; and a damaged journal takes nothing from a whole store',
        measured: `${total('restored')} of ${total('tried')}`,
        met: total('restored') === total('tried'),
        ...(total('restored') < total('tried') && { reason: faults.slice(0, 5).join('; ') }),
      },
    ],
  };
}

function damage(folder: string, kind: Kind, below: (end: number) => number): string {
  const path = pathOf(folder, kind);
  const size = statSync(path).size;
  const at = below(size);
  if (kind.endsWith('cut off')) {
    truncateSync(path, at);
    return `byte ${at} of ${size}`;
  }
  const bit = below(8);
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  byte[0]! ^= 1 << bit;
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
  return `bit ${bit} of byte ${at} of ${size}`;
}

function pathOf(folder: string, kind: Kind): string {
  if (kind.includes('journal')) return journalFile(folder);
  return kind.includes('log') ? lastLog(folder) : storeFile(folder);
}

function lastLog(folder: string): string {
  const logs = readdirSync(logFolder(folder))
    .map((name) => join(logFolder(folder), name))
    .filter((path) => statSync(path).size > 0)
    .sort();
  return logs.at(-1)!;
}

/** Opened for reading, checked, built again. */
async function look(
  folder: string,
  right: string,
  tally: Tally,
  fault: (what: string) => void,
): Promise<void> {
  tally.tried += 1;
  const read = await hashOf(folder).catch(() => null);
  const check = await runProgram(['check', '--store', `file:${folder}`]);
  if (read === null) tally.refused += 1;
  else if (check.code !== 0) tally.missedByEngine += 1;
  else if (read === right) tally.harmless += 1;
  else {
    tally.wrong += 1;
    fault('another graph, and the check says that it is whole');
  }
  try {
    await rebuildStore(folder, (place) => openWriter({ kind: 'embedded', folder: place }));
    if ((await hashOf(folder)) === right) tally.restored += 1;
    else fault('another graph after it was built again');
  } catch (error) {
    fault(messageOf(error));
  }
}

/** The store is whole; its journal is what was damaged. */
async function lookBeside(
  folder: string,
  right: string,
  tally: Tally,
  fault: (what: string) => void,
): Promise<void> {
  tally.tried += 1;
  const store = `file:${folder}`;
  const [read, check] = [await hashOf(folder), await runProgram(['check', '--store', store, '--json'])];
  // The store is whole, so the check ends well, and says of the journal what it is.
  const isTold = check.code === 0 && ['damaged', 'behind'].includes(JSON.parse(check.stdout).journal);
  if (read !== right || check.code !== 0) {
    tally.wrong += 1;
    fault('another graph, or none');
  } else if (isTold) tally.missedByEngine += 1;
  else if ((await rebuiltHash(folder, `${folder}-again`)) === right) tally.harmless += 1;
  else {
    tally.wrong += 1;
    fault('the journal makes another graph, and the check says that it is whole');
  }
  // Refused, or it makes the same.
  const restored = await runProgram(['restore', '--journal', '--store', store]);
  if ((await hashOf(folder)) === right) tally.restored += 1;
  else fault(`another graph after restore --journal, which ended with ${restored.code}`);
}

async function hashOf(folder: string): Promise<string> {
  const store = await openReader({ kind: 'embedded', folder });
  try {
    return await digestOf(store);
  } finally {
    await store.close();
  }
}

/** What the journal of an undamaged store makes. */
async function rebuiltHash(source: string, folder: string): Promise<string> {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  await rebuildStore(folder, (place) => openWriter({ kind: 'embedded', folder: place }));
  return hashOf(folder);
}

async function program(...args: string[]): Promise<void> {
  const { code, stderr } = await runProgram(args);
  if (code !== 0) throw new Error(stderr);
}
