import type { Progress } from '../progress.ts';
import { FetchFailure } from './failure.ts';
import type { FetchedRecord, PaperSource } from './paper-source.ts';
import type { PoliteClient } from './polite-client.ts';
import type { PaperQuery } from './query.ts';
import type { FetchReport } from './report.ts';
import type { ResultFile } from './result-file.ts';
import type { FetchSettings } from './settings.ts';

interface Paging {
  source: PaperSource;
  query: PaperQuery;
  settings: FetchSettings;
  client: PoliteClient;
  progress: Progress;
  pageRecords: number;
}

/** Asks page by page from where the file stands, and adds each to it. Tells why it ended. */
export async function pageThrough(file: ResultFile, paging: Paging): Promise<FetchReport['ended']> {
  const { source, query, settings, client, progress, pageRecords } = paging;
  const { maxRecords, maxPages, fruitlessPages, fileBytes } = settings;
  let state = file.last.next;
  let total = file.last.total;
  let fruitless = 0;
  const tell = (): void =>
    progress(
      'fetch',
      file.last.records,
      total === null ? null : Math.max(Math.min(total, maxRecords), file.last.records),
    );
  tell();
  for (let pages = 0; state !== null; ) {
    if (file.last.records >= maxRecords) return 'maxRecords';
    if (pages >= maxPages) return 'maxPages';
    const page = await client.page({ query, state, pageRecords });
    total = page.total ?? total;
    if (page.isSearch && page.next !== null) {
      state = page.next;
      continue;
    }
    pages += 1;
    const room = maxRecords - file.last.records;
    const { fresh, used, duplicates } = pick(page.records, file.last.skip, room, file);
    const isWhole = used === page.records.length;
    fruitless = fresh.length > 0 ? 0 : fruitless + 1;
    await file.add(fresh, {
      total,
      next: isWhole ? page.next : state,
      skip: isWhole ? 0 : used,
      duplicates: file.last.duplicates + duplicates,
    });
    state = file.last.next;
    tell();
    if (state !== null && fruitless >= fruitlessPages) {
      throw new FetchFailure(
        `${fruitless} pages in a row without a new paper (setting fruitlessPages), so its paging seems to have no end`,
      );
    }
    if (file.last.bytes > fileBytes) {
      throw new FetchFailure(`the file grew over ${fileBytes} bytes (setting fileBytes)`, { code: 'limit' });
    }
  }
  return total !== null && isBeyond(source, settings, total) ? 'depth' : 'all';
}

const isBeyond = (source: PaperSource, settings: FetchSettings, total: number): boolean =>
  total > (source.depth(settings.keyOf(source.name)) ?? Number.POSITIVE_INFINITY);

/** The records of a page that are new, at most so many, behind those that are in already. */
function pick(
  records: readonly FetchedRecord[],
  skip: number,
  room: number,
  file: ResultFile,
): { fresh: FetchedRecord[]; used: number; duplicates: number } {
  const fresh: FetchedRecord[] = [];
  const ids = new Set<string>();
  let used = Math.min(skip, records.length);
  let duplicates = 0;
  for (const record of records.slice(skip)) {
    if (fresh.length >= room) break;
    used += 1;
    if (file.isNew(record) && !(record.id !== null && ids.has(record.id))) fresh.push(record);
    else duplicates += 1;
    if (record.id !== null) ids.add(record.id);
  }
  return { fresh, used, duplicates };
}
