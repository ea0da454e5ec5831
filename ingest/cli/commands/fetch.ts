import { basename, dirname, join } from 'node:path';
import { LacunaError } from '../../../graph/errors.ts';
import { countPapers } from '../../fetch/count-papers.ts';
import { fetchPapers } from '../../fetch/fetch-papers.ts';
import type { FetchReport } from '../../fetch/report.ts';
import { addressSetting, type FetchSettings, parseFetchSettings } from '../../fetch/settings.ts';
import type { SourceName } from '../../fetch/source-names.ts';
import { sourceOf } from '../../fetch/sources.ts';
import { printEstimate, printFetchReport } from '../fetch-text.ts';
import { withInterrupt } from '../interrupt.ts';
import { printIngestReport } from '../report-text.ts';
import { printJson, say, withProgress } from '../session.ts';
import { type IngestFlags, ingestFiles, readingOf } from './ingest.ts';

export interface FetchFlags extends IngestFlags {
  max?: number;
  from?: number;
  to?: number;
  withAbstract?: boolean;
  contact?: string;
  out?: string;
  onlySave?: boolean;
  fresh?: boolean;
  url?: string;
}

const FOLDER = join('.lacuna', 'fetched');

export async function runFetch(source: SourceName, text: string, flags: FetchFlags): Promise<void> {
  const settings = settingsOf(source, flags);
  const query = {
    text,
    from: flags.from ?? null,
    to: flags.to ?? null,
    withAbstract: flags.withAbstract ?? false,
  };
  if (flags.dryRun) {
    const estimate = await withInterrupt((signal) => countPapers(source, query, settings, { signal }));
    if (flags.json) printJson({ estimate });
    else printEstimate(estimate);
    return;
  }
  // Before anybody is asked, so that a wrong extractor costs nothing.
  const reading = await readingOf({ ...flags, format: sourceOf(source).format });
  const { file, report } = await withInterrupt((signal) =>
    withProgress((lines) =>
      fetchPapers(source, query, settings, {
        ...place(flags.out),
        ...(flags.fresh && { fresh: true }),
        progress: lines.report,
        signal,
      }),
    ),
  );
  if (!flags.json) printFetchReport(report);
  const ingested = await ingestFound(file, report, flags, reading);
  if (flags.json) printJson({ fetch: report, ingest: ingested });
  else if (ingested) printIngestReport(ingested);
}

function ingestFound(
  file: string,
  report: FetchReport,
  flags: FetchFlags,
  reading: Awaited<ReturnType<typeof readingOf>>,
) {
  if (flags.onlySave) return null;
  if (report.records > 0) return ingestFiles([file], flags, reading);
  say('The store is left as it is.');
  return null;
}

function settingsOf(source: SourceName, flags: FetchFlags): FetchSettings {
  return parseFetchSettings(process.env, {
    ...(flags.max !== undefined && { maxRecords: flags.max }),
    ...(flags.contact !== undefined && { contact: flags.contact }),
    ...(flags.url !== undefined && { [addressSetting(source)]: flags.url }),
  });
}

function place(out: string | undefined): { folder: string; name?: string } {
  if (out === undefined) return { folder: FOLDER };
  const name = basename(out);
  if (!name || name === '.' || name === '..')
    throw new LacunaError('input', `${out}: name a file with --out.`);
  return { folder: dirname(out), name };
}
