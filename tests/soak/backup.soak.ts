import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchContext, BenchResult } from '../../bench/support/bench.ts';
import { corpusFile } from '../../bench/support/corpus.ts';
import { journalFile, storeFile } from '../../graph/store/journal/store-files.ts';
import { runProgram } from '../cli/program.ts';

const SIZES = [1000, 5000, 19_310];
const QUICK_SIZES = [200];
const MEGABYTE = 1e6;

interface Row {
  papers: number;
  store: number;
  journal: number;
  backup: number;
  seconds: Record<'backup' | 'verify' | 'restore' | 'rebuild' | 'check', number>;
  same: boolean;
}

export const bench: Bench = {
  name: 'backup',
  title: 'Backup, restore, and the journal alone',
  about:
    'A store of each size, ingested and analysed by the program: written into a backup, that verified and restored into another store; then the files of the first are removed but for its journal, and it is built again from that. Each time the hash of the graph is compared.',
  run,
};

async function run(context: BenchContext): Promise<BenchResult> {
  const rows: Row[] = [];
  for (const size of context.quick ? QUICK_SIZES : SIZES) {
    rows.push(await measure(size, context));
    context.say(`${size} papers: ${JSON.stringify(rows.at(-1))}`);
  }
  const last = rows.at(-1)!;
  const stages = ['backup', 'verify', 'restore', 'rebuild', 'check'] as const;
  return {
    tables: [
      {
        caption: 'Seconds, of the whole program each',
        columns: [
          'papers',
          'backup',
          'verify the backup',
          'restore and prove it',
          'build again from the journal',
          'check',
          'same graph',
        ],
        rows: rows.map(({ papers, seconds, same }) => [
          papers,
          ...stages.map((stage) => seconds[stage]),
          same ? 'yes' : 'no',
        ]),
      },
      {
        caption: 'Bytes a paper',
        columns: ['papers', 'store', 'journal of one ingest and one analysis', 'backup'],
        rows: rows.map(({ papers, store, journal, backup }) => [
          papers,
          store / papers,
          journal / papers,
          backup / papers,
        ]),
      },
    ],
    curves: [
      {
        file: 'backup-seconds',
        title: 'Backup, restore, rebuild',
        x: { label: 'papers' },
        y: { label: 'seconds' },
        series: (['backup', 'restore', 'rebuild'] as const).map((stage) => ({
          name: stage,
          points: rows.map(({ papers, seconds }) => [papers, seconds[stage]]),
        })),
      },
    ],
    verdicts: [
      {
        asked: 'Backup, restore and the journal alone give the same graph, by its hash',
        measured: `${rows.filter(({ same }) => same).length} of ${rows.length} sizes`,
        met: rows.every(({ same }) => same),
      },
      {
        asked: 'The journal takes no more than the store',
        measured: `${(last.journal / MEGABYTE).toFixed(1)} MB beside ${(last.store / MEGABYTE).toFixed(1)} MB at ${last.papers} papers`,
        met: last.journal <= last.store,
      },
    ],
  };
}

async function measure(papers: number, { folder }: BenchContext): Promise<Row> {
  const place = join(folder, `store-${papers}`);
  const store = `file:${place}`;
  await program('ingest', await corpusFile(papers, folder), '--store', store);
  await program('analyse', '--store', store);
  const sizes = { store: statSync(storeFile(place)).size, journal: statSync(journalFile(place)).size };
  const backup = join(folder, 'graph.lacuna');
  const other = join(folder, 'restored');
  const written = await program('backup', backup, '--store', store);
  const verified = await program('backup', backup, '--verify');
  const restored = await program('restore', backup, '--store', `file:${other}`);
  rmSync(storeFile(place));
  const rebuilt = await program('restore', '--journal', '--store', store);
  const checked = await program('check', '--store', store);
  const hashes = [written, verified, restored, checked].map(({ answer }) => answer.graph);
  const row: Row = {
    papers,
    ...sizes,
    backup: statSync(backup).size,
    seconds: {
      backup: written.seconds,
      verify: verified.seconds,
      restore: restored.seconds,
      rebuild: rebuilt.seconds,
      check: checked.seconds,
    },
    same: new Set(hashes).size === 1,
  };
  for (const path of [place, other, backup]) rmSync(path, { recursive: true, force: true });
  return row;
}

async function program(...args: string[]): Promise<{ seconds: number; answer: { graph?: string } }> {
  const started = performance.now();
  const { code, stdout, stderr } = await runProgram([...args, '--json']);
  if (code !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - started) / 1000, answer: JSON.parse(stdout) as { graph?: string } };
}
