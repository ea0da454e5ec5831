import type { LlmReport } from './extract/llm/llm-extractor.ts';
import type { Rejection } from './record.ts';

/** What went into one stage, what came out, and why the rest did not. */
export interface StageReport {
  stage: string;
  in: number;
  out: number;
  skipped: Record<string, number>;
  seconds: number;
}

/** The end of an ingest run. The first seven fields are a form that other programs rely on. */
export interface IngestReport {
  /** Entries in the files of this run, rejected ones included. */
  entries: number;
  /** Papers in the store now. */
  papers: number;
  /** Entries of this run that tell of a paper which another entry tells too. */
  duplicates: number;
  rejected: Rejection[];
  /** Concepts, and ties of a paper to a concept, in the store now. */
  concepts: number;
  mentions: number;
  seconds: number;
  introduces: number;
  /** Relations that sentences state between concepts, each type and pair once. */
  relations: number;
  authors: number;
  cites: number;
  /** What this run wrote; all zero when nothing was new. */
  written: { papers: number; concepts: number; removedPapers: number; removedConcepts: number };
  /** Papers whose extraction failed, by paper id; they are kept without concepts. */
  failed: { paper: string; reason: string }[];
  stages: StageReport[];
  /** What became of the papers that a language model was asked about, where one was. */
  languageModel?: LlmReport;
}

/** Of a run that was found to change nothing, by what was told of the one before it; `started` as `performance.now()`. */
export function repeatedReport(
  last: Omit<IngestReport, 'seconds' | 'written' | 'failed' | 'stages'>,
  started: number,
): IngestReport {
  const seconds = (performance.now() - started) / 1000;
  return {
    ...last,
    seconds,
    written: { papers: 0, concepts: 0, removedPapers: 0, removedConcepts: 0 },
    failed: [],
    stages: [{ stage: 'read', in: last.entries, out: 0, skipped: { unchanged: last.entries }, seconds }],
  };
}

/** Times a stage and counts what it drops. */
export class StageClock {
  readonly #start = performance.now();
  readonly #skipped: Record<string, number> = {};
  readonly stage: string;

  constructor(stage: string) {
    this.stage = stage;
  }

  skip(reason: string, count = 1): void {
    this.#skipped[reason] = (this.#skipped[reason] ?? 0) + count;
  }

  end(counts: { in: number; out: number }): StageReport {
    const seconds = (performance.now() - this.#start) / 1000;
    return { stage: this.stage, ...counts, skipped: this.#skipped, seconds };
  }
}
