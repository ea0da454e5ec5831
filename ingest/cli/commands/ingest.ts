import { LacunaError } from '../../../graph/errors.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { type IngestOptions, ingest } from '../../pipeline.ts';
import { FIELD_NAMES, type FieldName } from '../../read/fields/headers.ts';
import { FORMATS, type Format } from '../../read/format.ts';
import type { ColumnMapping } from '../../read/reader.ts';
import { checkFiles } from '../check-files.ts';
import { withInterrupt } from '../interrupt.ts';
import { printIngestReport } from '../report-text.ts';
import { cacheFolder, locate, printJson, withProgress, withWriter } from '../session.ts';

/** How files are read; `start` takes these too. */
export interface ReadFlags {
  extractor?: string;
  format?: string;
  columns?: string;
  encoding?: string;
  maxRejected?: number;
}

export interface IngestFlags extends ReadFlags {
  store?: string;
  threads?: number;
  cache?: string;
  json?: boolean;
}

export async function runIngest(files: string[], flags: IngestFlags): Promise<void> {
  const location = locate(flags.store);
  const { read, settings, extractor } = await readingOf(flags);
  await checkFiles(files);
  const report = await withInterrupt((signal) =>
    withWriter(location, signal, (store) =>
      withProgress((lines) =>
        ingest({
          files,
          store,
          cacheFolder: flags.cache ?? cacheFolder(location),
          read,
          extractor,
          settings: { ...settings, ...(flags.threads !== undefined && { threads: flags.threads }) },
          progress: lines.report,
          signal,
        }),
      ),
    ),
  );
  if (flags.json) printJson(report);
  else printIngestReport(report);
}

/** What these flags mean to the pipeline. Throws `input` for a format, field or extractor that there isn't. */
export async function readingOf(
  flags: ReadFlags,
): Promise<Required<Pick<IngestOptions, 'read' | 'settings' | 'extractor'>>> {
  if (flags.format !== undefined && !FORMATS.includes(flags.format as Format)) {
    throw new LacunaError('input', `No format '${flags.format}'. Known: ${FORMATS.join(', ')}.`);
  }
  return {
    extractor: await chooseExtractor(flags.extractor),
    read: {
      ...(flags.format !== undefined && { format: flags.format as Format }),
      ...(flags.columns !== undefined && { columns: parseColumns(flags.columns) }),
      ...(flags.encoding !== undefined && { encoding: flags.encoding }),
    },
    settings: { ...(flags.maxRejected !== undefined && { maxRejectedShare: flags.maxRejected }) },
  };
}

function parseColumns(text: string): ColumnMapping {
  const pairs = text.split(',').map((pair) => pair.split('=').map((side) => side.trim()));
  if (pairs.some((pair) => pair.length !== 2 || !pair[0] || !pair[1])) {
    throw new LacunaError(
      'input',
      `Write --columns as field=header pairs with commas between, not '${text}'.`,
    );
  }
  const unknown = pairs.find(([field]) => !FIELD_NAMES.includes(field as FieldName));
  if (unknown) {
    throw new LacunaError('input', `No field '${unknown[0]}'. Known: ${FIELD_NAMES.join(', ')}.`);
  }
  return Object.fromEntries(pairs);
}
