import { analyse } from '../../../graph/analyse.ts';
import { printAnalyseReport } from '../report-text.ts';
import { locate, printJson, withInterrupt, withProgress, withWriter } from '../session.ts';

export interface AnalyseFlags {
  store?: string;
  resolution?: number;
  seed?: number;
  json?: boolean;
}

export async function runAnalyse(flags: AnalyseFlags): Promise<void> {
  const settings = {
    ...(flags.resolution !== undefined && { resolution: flags.resolution }),
    ...(flags.seed !== undefined && { seed: flags.seed }),
  };
  const report = await withInterrupt((signal) =>
    withWriter(locate(flags.store), (store) =>
      withProgress((lines) => analyse(store, settings, { progress: lines.report, signal })),
    ),
  );
  if (flags.json) printJson(report);
  else printAnalyseReport(report);
}
