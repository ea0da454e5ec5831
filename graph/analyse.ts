import { beginRun, endRun } from './analyse/analysis-run.ts';
import { breather } from './analyse/breather.ts';
import { deriveFacts } from './analyse/derive-facts.ts';
import type { DerivedFacts } from './analyse/derived-facts.ts';
import { themeFinder } from './analyse/gds-louvain.ts';
import type { AnalyseReport } from './analyse/report.ts';
import { type AnalyseSettings, analyseSettings } from './analyse/settings.ts';
import { readIntroductions, readStatedQuestions } from './analyse/stated-questions.ts';
import { readThemeNames } from './analyse/statements.ts';
import { readThemeMemory, type ThemeMemory } from './analyse/theme-memory.ts';
import { inThisThread, inWorkers } from './analyse/workers/analysis-pool.ts';
import { writeFacts } from './analyse/write-facts.ts';
import { readLiterature } from './projection/read-literature.ts';
import type { StoreReader, StoreWriter } from './store/store.ts';

export type { AnalyseReport } from './analyse/report.ts';
export type { AnalyseSettings } from './analyse/settings.ts';

export interface AnalyseHooks {
  /** Stages in order: `project`, `questions`, `themes`, `gaps` (and the map), `compare`, `write`. */
  progress?(stage: string, done: number, total: number): void;
  signal?: AbortSignal;
  /** Whether worker threads do the work; if left out, they do from so many mentions on that it pays. */
  workers?: boolean;
}

/** Up to so many mentions this thread is done before others would have started. */
const WORKERS_FROM = 20_000;

/**
 * What an analysis finds in a store, without writing it. The same graph, settings, seed and memory of the last analysis
 * give the same result on every store. Throws `input` for settings that can't be, and the signal's reason once
 * that is aborted.
 */
export async function derive(
  store: StoreReader,
  given: Partial<AnalyseSettings> = {},
  { progress = () => {}, signal, workers }: AnalyseHooks = {},
): Promise<{ facts: DerivedFacts; report: Omit<AnalyseReport, 'written' | 'seconds'>; memory: ThemeMemory }> {
  const settings = analyseSettings(given);
  const options = signal ? { signal } : {};
  const { gds, told } = await themeFinder(store, settings, options);
  const literature = await readLiterature(store, settings.rowsPerPage, {
    progress: (done, total) => progress('project', done, total),
    ...options,
  });
  const { graph } = literature;
  const isLarge = graph.byPaper.column.length >= WORKERS_FROM;
  const pool = (workers ?? isLarge) ? inWorkers(signal) : inThisThread(signal);
  const breathe = breather(signal);
  try {
    progress('questions', 0, 2);
    const questions = await readStatedQuestions(store, literature, pool, settings.rowsPerPage, options);
    progress('questions', 1, 2);
    const introduces = await readIntroductions(store, literature, settings.rowsPerPage, options);
    progress('questions', 2, 2);
    const memory = await readThemeMemory(store);
    const names = await readNames(store);
    const derived = await deriveFacts({ literature, questions, introduces, memory, names }, settings, {
      pool,
      ...(gds && { findPartition: gds.run }),
      tick: (stage, done, total) => {
        progress(stage, done, total);
        return breathe();
      },
    });
    const { facts, findings } = derived;
    const report = {
      themes: facts.themes.filter(({ level }) => level === 0).length,
      subThemes: facts.subThemes.length,
      ...findings,
      seed: settings.seed,
      resolution: settings.resolution,
      algorithm: settings.algorithm,
      runs: settings.runs,
      ...(told !== null && { louvainBy: told }),
      papers: graph.paperIds.length,
      concepts: graph.concepts.length,
      relations: {
        coOccurs: facts.coOccurs.length,
        shares: facts.shares.length,
        inTheme: facts.papersInTheme.length + facts.conceptsInTheme.length,
      },
    };
    return { facts, report, memory: derived.memory };
  } finally {
    await pool.close();
  }
}

/**
 * Reads which paper speaks of which concept, finds themes, gaps, ties and a map in it, and writes them back:
 * `CO_OCCURS`, `SHARES`, `Theme`, `IN_THEME`, `Gap`, `BETWEEN`, `Finding`, `x` and `y`, and a `Run` that says what
 * made them. Only differences are written: a second run writes nothing, one that was killed is finished by the
 * next. Throws as `derive` does.
 */
export async function analyse(
  store: StoreWriter,
  given: Partial<AnalyseSettings> = {},
  hooks: AnalyseHooks = {},
): Promise<AnalyseReport> {
  const { progress = () => {}, signal } = hooks;
  const settings = analyseSettings(given);
  const started = performance.now();
  await store.prepare();
  const { facts, report, memory } = await derive(store, settings, hooks);
  const written = await writeFacts(store, facts, settings, {
    begin: () => beginRun(store),
    progress: (done, total) => progress('write', done, total),
    compared: (done, total) => progress('compare', done, total),
    options: signal ? { signal } : {},
  });
  const { leftOut, relations, themeless, agreement, gaps, ...counts } = report;
  await endRun(
    store,
    {
      ...counts,
      settings: JSON.stringify(settings),
      counts: JSON.stringify({ relations, leftOut, themeless, agreement, gaps }),
    },
    { milliseconds: Math.round(performance.now() - started), at: new Date().toISOString() },
    memory,
  );
  await store.checkpoint();
  return { ...report, written, seconds: Math.round(performance.now() - started) / 1000 };
}

/** What people call themes, by the theme's id. */
async function readNames(store: StoreReader): Promise<Map<string, string>> {
  const { rows } = await store.read(readThemeNames());
  return new Map(rows.map(([id, label]) => [String(id), String(label)]));
}
