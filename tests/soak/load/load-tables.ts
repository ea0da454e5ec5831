import type { BenchTable, GrowthCurve, Verdict } from '../../../bench/support/bench.ts';
import type { Outcome } from './clients.ts';

/** Memory counts as flat when the last third takes no more than this many times what the second third took. */
const GROWTH = 1.15;
/** Of all its processes; what docker-compose.yml gives the server. */
const MOST_MEBIBYTES = 2048;

/** What came of so many clients on one corpus. */
export interface Run {
  corpus: string;
  clients: number;
  outcome: Outcome;
  /** MiB of the server, and of the engines that it has started. */
  memory: { seconds: number; own: number; children: number }[];
  /** How late the server's event loop was, in milliseconds. */
  delay: { p50: number; p99: number; max: number };
  /** Half requests sent beside them. */
  opened: number;
  /** That the server ended with. */
  code: number | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const failuresOf = ({ outcome }: Run): number => sum(Object.values(outcome.failures));
const answersOf = ({ outcome }: Run): number[] => Object.values(outcome.latencies).flat();

function percentiles(latencies: readonly number[]): number[] {
  const sorted = latencies.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0,
  );
}

const highest = ({ memory }: Run): number =>
  Math.max(0, ...memory.map(({ own, children }) => own + children));

export function summary(runs: readonly Run[]): BenchTable {
  return {
    caption: 'All requests together',
    columns: [
      'corpus',
      'clients',
      'seconds',
      'answers',
      'failures',
      'answers a second',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'slowest ms',
      'MB sent',
      'peak memory, MiB',
      'event loop late, p50 ms',
      'p99 ms',
      'most ms',
      'half requests',
    ],
    rows: runs.map((run) => {
      const { corpus, clients, outcome, delay, opened } = run;
      const answers = answersOf(run);
      return [
        corpus,
        clients,
        outcome.seconds,
        String(answers.length),
        failuresOf(run),
        answers.length / outcome.seconds,
        ...percentiles(answers),
        outcome.bytes / 1e6,
        highest(run),
        delay.p50,
        delay.p99,
        delay.max,
        opened,
      ];
    }),
  };
}

export function byKind({ corpus, outcome }: Run): BenchTable {
  return {
    caption: `By what was asked for, ${corpus}`,
    columns: ['asked for', 'answers', 'p50 ms', 'p95 ms', 'p99 ms', 'slowest ms'],
    rows: Object.entries(outcome.latencies)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, latencies]) => [kind, String(latencies.length), ...percentiles(latencies)]),
  };
}

export function memoryCurve({ corpus, clients, memory }: Run, at: number): GrowthCurve {
  const points = (of: (one: Run['memory'][number]) => number) =>
    memory.map((one) => [one.seconds, of(one)] as [number, number]);
  return {
    file: `load-memory-${at + 1}`,
    title: `Memory while ${clients} clients ask, ${corpus}`,
    x: { label: 'seconds' },
    y: { label: 'MiB resident' },
    series: [
      { name: 'server', points: points(({ own }) => own) },
      { name: 'its engines', points: points(({ children }) => children) },
    ],
  };
}

export function verdictsOf(run: Run): Verdict[] {
  const { corpus, clients, outcome, memory, code } = run;
  const failures = failuresOf(run);
  const third = Math.floor(memory.length / 3);
  const mean = (part: Run['memory']): number =>
    sum(part.map(({ own, children }) => own + children)) / part.length;
  const [middle, last] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(2 * third))];
  return [
    {
      asked: `${clients} clients at once, no error (${corpus})`,
      measured: `${answersOf(run).length} answers in ${outcome.seconds.toFixed(0)} s, ${failures} failures ${JSON.stringify(outcome.failures)}`,
      met: failures === 0,
    },
    {
      asked: `Memory bounded, and within ${MOST_MEBIBYTES} MiB (${corpus})`,
      measured: `${middle.toFixed(0)} MiB in the second third of the time, ${last.toFixed(0)} MiB in the last, ${highest(run).toFixed(0)} MiB at most`,
      met: last <= GROWTH * middle && highest(run) <= MOST_MEBIBYTES,
    },
    { asked: `Ends when told to (${corpus})`, measured: `exit code ${code}`, met: code === 0 },
  ];
}
