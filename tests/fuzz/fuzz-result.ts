import type { BenchContext, BenchResult } from '../../bench/support/bench.ts';
import { type Watched, type WatchedOrder, watch } from './watched.ts';

const SEED = 20_261_122;
const HANG_MS = 5_000;

/** `LACUNA_FUZZ_INPUTS` and `LACUNA_FUZZ_SEED` overrule how many inputs are made, and from which seed. */
export async function fuzzResult(
  kind: WatchedOrder['kind'],
  inputs: number,
  { folder, quick, say }: BenchContext,
): Promise<BenchResult> {
  const seed = Number(process.env.LACUNA_FUZZ_SEED ?? SEED);
  const wanted = Number(process.env.LACUNA_FUZZ_INPUTS ?? (quick ? 600 : inputs));
  say(`seed ${seed}, ${wanted} inputs`);
  const watched = await watch({ kind, folder, seed, inputs: wanted }, HANG_MS, say);
  return resultOf(kind, seed, watched);
}

function resultOf(kind: WatchedOrder['kind'], seed: number, { rows, facts, ended }: Watched): BenchResult {
  const failed = rows.filter(({ failure }) => failure);
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const slowest = Math.max(0, ...rows.map((row) => row.slowestMs));
  return {
    tables: [
      {
        caption: `Inputs from seed ${seed}, peak memory ${facts.peakMegabytes ?? '?'} MB`,
        columns: [
          kind === 'readers' ? 'form' : 'route',
          'inputs',
          'seconds',
          'slowest, ms',
          'refused, whole or in part',
          'failures',
        ],
        rows: rows.map((row) => [
          row.name,
          String(row.inputs),
          row.seconds,
          row.slowestMs,
          String(row.rejected),
          row.failure ? 'yes' : 'none',
        ]),
      },
    ],
    verdicts: [
      {
        asked:
          kind === 'readers'
            ? 'never a crash, or a loss that nobody is told'
            : 'never a fault, a leak or another shape of answer; the graph as before where nothing may be changed, and a store that opens again where it may',
        measured: `${sum((row) => row.inputs).toLocaleString('en')} inputs, ${failed.length} failures${kind === 'routes' ? `, graph ${facts.graph ?? 'unknown'}, ${facts.nodes ?? 'no'} nodes in the other store` : ''}`,
        met:
          failed.length === 0 &&
          ended === null &&
          (kind === 'readers' ||
            (facts.graph === 'as before' && facts.health === 200 && Number(facts.nodes) > 0)),
        ...(failed[0]?.failure && {
          reason: `seed ${seed}, path ${failed[0].failure.path}: ${failed[0].failure.message}`,
        }),
      },
      {
        asked: 'no input takes longer than 5 s',
        measured: ended ?? `slowest ${Math.round(slowest)} ms`,
        met: ended === null && slowest < HANG_MS,
      },
    ],
  };
}
