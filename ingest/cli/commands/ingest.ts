import { LacunaError } from '../../../graph/errors.ts';
import { ingest } from '../../pipeline.ts';
import { FORMATS, type Format } from '../../read/format.ts';
import type { ReadOptions } from '../../read/read.ts';
import { printIngestReport } from '../report-text.ts';
import { cacheFolder, locate, printJson, withInterrupt, withProgress, withWriter } from '../session.ts';

export interface IngestFlags {
  store?: string;
  format?: string;
  columns?: string;
  encoding?: string;
  maxRejected?: number;
  threads?: number;
  cache?: string;
  json?: boolean;
}

export async function runIngest(files: string[], flags: IngestFlags): Promise<void> {
  const location = locate(flags.store);
  const read = readOptions(flags);
  const report = await withInterrupt((signal) =>
    withWriter(location, (store) =>
      withProgress((lines) =>
        ingest({
          files,
          store,
          cacheFolder: flags.cache ?? cacheFolder(location),
          read,
          settings: {
            ...(flags.maxRejected !== undefined && { maxRejectedShare: flags.maxRejected }),
            ...(flags.threads !== undefined && { threads: flags.threads }),
          },
          progress: lines.report,
          signal,
        }),
      ),
    ),
  );
  if (flags.json) printJson(report);
  else printIngestReport(report);
}

export function readOptions(flags: Pick<IngestFlags, 'format' | 'columns' | 'encoding'>): ReadOptions {
  if (flags.format !== undefined && !FORMATS.includes(flags.format as Format)) {
    throw new LacunaError('input', `No format '${flags.format}'. Known: ${FORMATS.join(', ')}.`);
  }
  return {
    ...(flags.format !== undefined && { format: flags.format as Format }),
    ...(flags.columns !== undefined && { columns: parseColumns(flags.columns) }),
    ...(flags.encoding !== undefined && { encoding: flags.encoding }),
  };
}

function parseColumns(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  if (pairs.some((pair) => pair.length !== 2 || !pair[0] || !pair[1])) {
    throw new LacunaError(
      'input',
      `Write --columns as field=header pairs with commas between, not '${text}'.`,
    );
  }
  return Object.fromEntries(pairs.map(([field, header]) => [field!.trim(), header!.trim()]));
}
