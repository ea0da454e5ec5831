import type { Format } from '../read/format.ts';
import type { PaperQuery } from './query.ts';
import type { FetchSettings } from './settings.ts';
import type { SourceName } from './source-names.ts';

export interface PageRequest {
  /** Behind the base address, with its slash. */
  path: string;
  parameters: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
}

/** One record as it goes into the file. */
export interface FetchedRecord {
  /** The source's own id, to tell a record that comes twice; null where it has none. */
  id: string | null;
  text: string;
}

export interface Page {
  /** How many papers the source has for the query; null where this page doesn't say. */
  total: number | null;
  records: readonly FetchedRecord[];
  /** What the next page is asked with; null where there is none. */
  next: string | null;
  /** Asked for only to learn what to ask for: that it holds no paper means nothing. */
  isSearch?: boolean;
}

export interface Asking {
  query: PaperQuery;
  settings: FetchSettings;
  key: string | null;
  /** What the page before gave as `next`; `first` for the first one. */
  state: string;
  /** Papers on the page, where the source lets one choose. */
  pageRecords: number;
}

/** One service. Pure: it says what to ask and what an answer means, and asks nothing itself. */
export interface PaperSource {
  readonly name: SourceName;
  /** As it calls itself. */
  readonly title: string;
  /** Of the file, as `ingest` reads it. */
  readonly format: Extract<Format, 'jsonl' | 'atom' | 'pubmed-xml'>;
  readonly extension: string;
  /** Whether its terms ask for a contact address. */
  readonly needsContact: boolean;
  /** What the answer's content type must hold, by the state asked with. */
  readonly contentType: (state: string) => 'json' | 'xml';
  /** Stands around the records in the file. */
  readonly header: string;
  readonly footer: string;
  /** Most records on one page; where `hasFixedPages` it chooses the number itself. */
  readonly pageRecords: number;
  readonly hasFixedPages?: boolean;
  readonly requestsPerPage: number;
  /** How deep its paging goes; null where it has no end. */
  readonly depth: (key: string | null) => number | null;
  readonly first: string;
  readonly ask: (asking: Asking) => PageRequest;
  /** Throws `FetchFailure` for what is no such page. */
  readonly read: (body: string, asking: Asking) => Page;
}

/** Records on a page, as asked for. */
export const pageRecordsOf = (source: PaperSource, settings: FetchSettings): number =>
  source.hasFixedPages
    ? source.pageRecords
    : Math.min(settings.pageRecords ?? source.pageRecords, source.pageRecords);
