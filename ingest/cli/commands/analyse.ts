import { analyse } from '../../../graph/analyse.ts';
import { withInterrupt } from '../interrupt.ts';
import { printAnalyseReport } from '../report-text.ts';
import { locate, openForReading, printJson, withProgress, withWriter } from '../session.ts';

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
  const location = locate(flags.store);
  const report = await withInterrupt(async (signal) => {
    // A writer would make the store where there is none; a reader says so.
    await (await openForReading(location, signal)).close();
    return withWriter(location, signal, (store) =>
      withProgress((lines) => analyse(store, settings, { progress: lines.report, signal })),
    );
  });
  if (flags.json) printJson(report);
  else printAnalyseReport(report);
}
