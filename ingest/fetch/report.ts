import type { Format } from '../read/format.ts';
import type { PaperQuery } from './query.ts';
import type { SourceName } from './source-names.ts';

/** What a run of `fetchPapers` did. */
export interface FetchReport {
  source: SourceName;
  query: PaperQuery;
  file: string;
  /** To be read as. */
  format: Format;
  /** Papers that the source has for the query, by its own count; null where it never said. */
  total: number | null;
  /** Papers in the file, and those among them that were there before this run. */
  records: number;
  before: number;
  /** Records that came twice and were left out. */
  duplicates: number;
  /** Requests of this run, tries again included. */
  requests: number;
  bytes: number;
  /** Why it ended: the source has no more, or its paging goes no deeper, or a setting said so. */
  ended: 'all' | 'depth' | 'maxRecords' | 'maxPages';
  seconds: number;
}

/** What a query would bring, by one request. */
export interface FetchEstimate {
  source: SourceName;
  query: PaperQuery;
  total: number;
  /** Of these so many would be got, with so many requests. */
  records: number;
  requests: number;
  /** At least, by the intervals and by how long the one request took. */
  seconds: number;
}
