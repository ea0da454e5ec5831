import type { AnalyseReport } from '../../graph/analyse.ts';
import type { IngestReport } from '../report.ts';
import { modelReportLines } from './model-text.ts';
import { duration } from './progress-lines.ts';

const SHOWN_REJECTIONS = 10;
const number = (value: number): string => value.toLocaleString('en');

/** The report in words, on standard output. */
export function printIngestReport(report: IngestReport): void {
  const kept = report.entries - report.rejected.length;
  const lines = [
    `Read ${number(report.entries)} entries: ${number(kept)} kept, ${number(report.duplicates)} of them told twice, ` +
      `${number(report.rejected.length)} rejected.`,
    ...report.rejected
      .slice(0, SHOWN_REJECTIONS)
      .map((item) => `  rejected: ${item.file}, line ${item.line}, entry ${item.entry}: ${item.reason}`),
    ...(report.rejected.length > SHOWN_REJECTIONS
      ? [`  … and ${number(report.rejected.length - SHOWN_REJECTIONS)} more (--json lists them)`]
      : []),
    ...(report.languageModel ? modelReportLines(report.languageModel) : []),
    ...report.failed.map((item) => `  no concepts for paper ${item.paper}: ${item.reason}`),
    `The store holds ${number(report.papers)} papers, ${number(report.concepts)} concepts and ` +
      `${number(report.mentions)} mentions; ${number(report.introduces)} names introduced.`,
    written(report),
    `${report.stages.map((stage) => `${stage.stage} ${duration(stage.seconds)}`).join(', ')}; ` +
      `${duration(report.seconds)} in all.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function written({ written }: IngestReport): string {
  if (Object.values(written).every((count) => count === 0)) return 'Nothing was new: the store is unchanged.';
  const removed = written.removedPapers + written.removedConcepts;
  return (
    `Wrote ${number(written.papers)} papers and ${number(written.concepts)} concepts` +
    `${removed > 0 ? `, removed ${number(removed)} that others replace` : ''}.`
  );
}

export function printAnalyseReport(report: AnalyseReport): void {
  process.stdout.write(
    `Found ${number(report.themes)} themes (modularity ${report.modularity.toFixed(3)}, seed ${report.seed}) ` +
      `in ${duration(report.seconds)}.\n${report.louvainBy ? `Louvain by ${report.louvainBy}.\n` : ''}`,
  );
}
