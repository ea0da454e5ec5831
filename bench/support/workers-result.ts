/** What came of workers beside each other. */
import { cpus } from 'node:os';
import { NOT_LOOKED_INTO } from '../reasons.ts';
import type { BenchResult } from './bench.ts';
import { packageVersion } from './machine.ts';
import { median } from './timed.ts';

export const ASKED = 1.7;
/** The share of the cores' time from which on they have nothing to spare. */
const FULLY_BUSY = 0.93;
/** Rounds of which the slowest takes so many times the quickest were measured beside something else. */
const QUIET = 1.2;

export interface Measured {
  name: string;
  rounds: Round[];
}

export interface Round {
  seconds: number;
  /** Seconds that the machine's cores were busy meanwhile, with whatever. */
  busy: number;
  /** CPU seconds of the workers, and of the process that asks them or extracts itself. */
  workers: number;
  asking: number;
}

export interface Contest {
  name: string;
  papers: number;
  measured: Measured[];
}

const secondsOf = ({ rounds }: Measured): number[] => rounds.map(({ seconds }) => seconds);
const middle = (measured: Measured, of: keyof Round): number =>
  median(measured.rounds.map((round) => round[of]));

export function resultOf(contests: readonly Contest[]): BenchResult {
  const result: BenchResult = {
    tables: [],
    verdicts: [],
    notes: [
      'CPU seconds are medians too: of the workers’ processes; of the process that asks them, or extracts by itself; and of all that the cores did meanwhile, with Neo4j, Redis and whatever else ran on this machine.',
    ],
    peers: { redis: 'of Debian', bullmq: packageVersion('bullmq') },
  };
  for (const { name, papers, measured } of contests) {
    const [alone, one, two] = measured as [Measured, Measured, Measured];
    const whole = (of: Measured): number => middle(of, 'seconds');
    const factor = whole(one) / whole(two);
    const factors = one.rounds.map(({ seconds }, round) => seconds / two.rounds[round]!.seconds);
    result.tables.push({
      caption: `Extractor ${name}: ${papers.toLocaleString('en')} papers, ${one.rounds.length} rounds`,
      columns: [
        'who extracts',
        'seconds, median',
        'least',
        'most',
        'papers a second',
        'times one worker',
        'workers, CPU s',
        'who asks, CPU s',
        'cores busy, s',
        'all rounds, seconds',
      ],
      rows: measured.map((row) => [
        row.name,
        whole(row),
        Math.min(...secondsOf(row)),
        Math.max(...secondsOf(row)),
        papers / whole(row),
        whole(one) / whole(row),
        ...(['workers', 'asking', 'busy'] as const).map((of) => figure(middle(row, of))),
        secondsOf(row)
          .map((seconds) => seconds.toFixed(1))
          .join(', '),
      ]),
    });
    result.verdicts.push({
      asked: `two workers on two cores reach ${ASKED} times one, extractor ${name}`,
      measured: `${factor.toFixed(2)} times by the medians of ${factors.length} rounds, ${Math.min(...factors).toFixed(2)} to ${Math.max(...factors).toFixed(2)} round by round`,
      met: factor >= ASKED,
      ...(factor < ASKED && { reason: reasonFor(alone, one, two) }),
    });
    result.notes!.push(
      `Extractor ${name}: what the queue and the store cost: one worker takes ${(whole(one) / whole(alone)).toFixed(2)} times what one thread takes that keeps nothing.`,
      ...measured.flatMap(unquiet).map((told) => `Extractor ${name}: ${told}`),
    );
  }
  return result;
}

/** Null where the system did not tell. */
const figure = (value: number): number | null => (Number.isNaN(value) ? null : value);

function unquiet(measured: Measured): string[] {
  const seconds = secondsOf(measured);
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  if (most <= QUIET * least) return [];
  return [
    `the machine was not quiet: rounds of ${measured.name} took from ${least.toFixed(1)} to ${most.toFixed(1)} s.`,
  ];
}

/** What was measured of the cores' time, where they had nothing to spare. */
function reasonFor(alone: Measured, one: Measured, two: Measured): string {
  const cores = cpus().length;
  const share = median(two.rounds.map(({ busy, seconds }) => busy / (seconds * cores)));
  if (share < FULLY_BUSY || Number.isNaN(middle(two, 'workers'))) return NOT_LOOKED_INTO;
  const told = (of: Measured): string => `${middle(of, 'busy').toFixed(1)} CPU s`;
  return `With two workers the ${cores} cores are busy ${(100 * share).toFixed(0)} % of the time, ${told(two)} in all: ${middle(two, 'workers').toFixed(1)} the workers, ${middle(two, 'asking').toFixed(1)} the ingest that asks, the others Neo4j, Redis and what else ran. With one worker it is ${told(one)}, with one thread that keeps nothing ${told(alone)}.`;
}
