import { type AnalyseSettings, analyse } from '../../../graph/analyse.ts';
import type { Algorithm, LouvainRunner } from '../../../graph/schema.ts';
import { parseConfig } from '../../../graph/server/config.ts';
import { outlineFileIn } from '../../../graph/server/kept-outline.ts';
import { keepOutlineOf } from '../../../graph/server/live-graph.ts';
import { withInterrupt } from '../interrupt.ts';
import { printAnalyseReport } from '../report-text.ts';
import { locate, openForReading, printJson, withProgress, withWriter, workFolder } from '../session.ts';

/** How an analysis is made; `themes` and `gaps` take these too. */
export interface AnalysisFlags {
  store?: string;
  algorithm?: Algorithm;
  louvain?: LouvainRunner;
  resolution?: number;
  runs?: number;
  seed?: number;
  json?: boolean;
}

/** What the flags change of the settings; empty without any. */
export function settingsOf(flags: AnalysisFlags): Partial<AnalyseSettings> {
  return {
    ...(flags.algorithm !== undefined && { algorithm: flags.algorithm }),
    ...(flags.louvain !== undefined && { louvain: flags.louvain }),
    ...(flags.resolution !== undefined && { resolution: flags.resolution }),
    ...(flags.seed !== undefined && { seed: flags.seed }),
    ...(flags.runs !== undefined && { runs: flags.runs }),
  };
}

export async function runAnalyse(flags: AnalysisFlags): Promise<void> {
  const settings = settingsOf(flags);
  const location = locate(flags.store);
  const report = await withInterrupt(async (signal) => {
    // A writer would make the store where there is none; a reader says so.
    await (await openForReading(location, signal)).close();
    return withWriter(location, signal, (store) =>
      withProgress(async (lines) => {
        const report = await analyse(store, settings, { progress: lines.report, signal });
        // Only a help: without it, the server reads the graph when it starts.
        await keepOutlineOf(store, parseConfig(process.env, {}), outlineFileIn(workFolder(location))).catch(
          () => {},
        );
        return report;
      }),
    );
  });
  if (flags.json) printJson(report);
  else printAnalyseReport(report);
}
