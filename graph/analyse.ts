import { beginRun, endRun } from './analyse/analysis-run.ts';
import { breather } from './analyse/breather.ts';
import { deriveFacts } from './analyse/derive-facts.ts';
import type { AnalyseReport } from './analyse/report.ts';
import { type AnalyseSettings, analyseSettings } from './analyse/settings.ts';
import { writeFacts } from './analyse/write-facts.ts';
import { readPaperConceptGraph } from './projection/read-paper-concept-graph.ts';
import type { StoreWriter } from './store/store.ts';

export type { AnalyseReport } from './analyse/report.ts';
export type { AnalyseSettings } from './analyse/settings.ts';

export interface AnalyseHooks {
  /** Stages in order: `project`, `themes`, `layout`, `write`. */
  progress?(stage: string, done: number, total: number): void;
  signal?: AbortSignal;
}

/**
 * Reads which paper speaks of which concept, finds themes, ties and a map in it, and writes them back:
 * `CO_OCCURS`, `SHARES`, `Theme`, `IN_THEME`, `x` and `y`, and a `Run` that says what made them. The same
 * graph, settings and seed give the same result on every store. Only differences are written: a second run
 * writes nothing, one that was killed is finished by the next. Throws `input` for settings that can't be, and
 * the signal's reason once that is aborted.
 */
export async function analyse(
  store: StoreWriter,
  given: Partial<AnalyseSettings> = {},
  { progress = () => {}, signal }: AnalyseHooks = {},
): Promise<AnalyseReport> {
  const settings = analyseSettings(given);
  const started = performance.now();
  await store.prepare();
  const graph = await readPaperConceptGraph(store, settings.rowsPerPage, {
    progress: (done, total) => progress('project', done, total),
    ...(signal && { signal }),
  });
  const breathe = breather(signal);
  const { facts, findings } = await deriveFacts(graph, settings, {
    tick: (stage, done, total) => {
      progress(stage, done, total);
      return breathe();
    },
  });
  const written = await writeFacts(store, facts, settings, {
    begin: () => beginRun(store),
    progress: (done, total) => progress('write', done, total),
    options: signal ? { signal } : {},
  });
  const report: Omit<AnalyseReport, 'seconds'> = {
    themes: facts.themes.length,
    ...findings,
    seed: settings.seed,
    resolution: settings.resolution,
    papers: graph.paperIds.length,
    concepts: graph.concepts.length,
    relations: {
      coOccurs: facts.coOccurs.length,
      shares: facts.shares.length,
      inTheme: facts.papersInTheme.length + facts.conceptsInTheme.length,
    },
    written,
  };
  const { written: _, leftOut, relations, themeless, ...counts } = report;
  await endRun(
    store,
    {
      ...counts,
      settings: JSON.stringify(settings),
      counts: JSON.stringify({ relations, leftOut, themeless }),
    },
    { milliseconds: Math.round(performance.now() - started), at: new Date().toISOString() },
  );
  await store.checkpoint();
  return { ...report, seconds: Math.round(performance.now() - started) / 1000 };
}
