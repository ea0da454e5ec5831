/**
 * What a benchmark or a soak is, and what it finds out. Each lies in a file of its own (`bench/NAME.bench.ts`,
 * `tests/soak/NAME.soak.ts`) that exports `bench`, runs in a process of its own, and leaves its result as JSON in `results/NAME.json`
 * beside it, from which the page in docs is written.
 */

export interface Bench {
  /** As the file: `ingest` for `ingest.bench.ts`. */
  name: string;
  /** Heading on the page. */
  title: string;
  /** One or two sentences: what is measured, against whom, on what. */
  about: string;
  run(context: BenchContext): Promise<BenchResult>;
}

export interface BenchContext {
  /** An empty folder of its own, removed afterwards. */
  folder: string;
  /** True with `--quick`: sizes and times cut to what shows in a minute that everything runs; nothing is recorded then. */
  quick: boolean;
  say(line: string): void;
}

export interface BenchTable {
  caption: string;
  columns: string[];
  /** A whole number is printed in full, another with three significant digits, a text as it stands, null as "not measured". */
  rows: (string | number | null)[][];
}

/** One picture: how something grows. */
export interface GrowthCurve {
  /** File name without ending, unique among all: `ingest-memory`. */
  file: string;
  title: string;
  x: { label: string; log?: boolean };
  y: { label: string; log?: boolean };
  series: { name: string; points: [x: number, y: number][] }[];
}

/** What was asked, what came of it. */
export interface Verdict {
  asked: string;
  measured: string;
  met: boolean;
  /** Where it is not met: the physical reason, or what would be needed. */
  reason?: string;
}

export interface BenchResult {
  tables: BenchTable[];
  curves?: GrowthCurve[];
  verdicts: Verdict[];
  /** Paragraphs of Markdown, below the tables. */
  notes?: string[];
  /** Names and versions of what else took part: `{ 'python-igraph': '1.0.0' }`. */
  peers?: Record<string, string>;
}
