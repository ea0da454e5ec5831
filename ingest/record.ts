import type { PaperProperties } from '../graph/schema.ts';

/** One entry as its format told it; text is raw, nothing is cleaned yet. */
export interface RawRecord {
  /** Base name of the file, as it will stand in `sources`. */
  file: string;
  /** Physical line where the entry starts, from 1. */
  line: number;
  /** Running number of the entry in its file, from 1; rejected entries are counted too. */
  entry: number;
  /** The source's own name for it (`openalex:W1`, `s2:…`, a citation key): what other entries' `cites` may say. */
  id?: string;
  title?: string;
  abstract?: string;
  year?: number;
  venue?: string;
  doi?: string;
  arxivId?: string;
  pubmedId?: string;
  url?: string;
  keywords?: string[];
  authors?: string[];
  /** Identifiers of cited works (`doi:…`, `arxiv:…`, or the source's own id). */
  cites?: string[];
}

/** An entry that could not be used, and why, in words that help to mend it. */
export interface Rejection {
  file: string;
  line: number;
  entry: number;
  reason: string;
}

export type ReadItem = { record: RawRecord; rejection?: never } | { rejection: Rejection; record?: never };

/**
 * Maps offsets of cleaned text back to the raw text it came from. `clean[i]` is the start of a run in the
 * cleaned text, `raw[i]` where that run starts in the raw text; both rise. UTF-16 code units.
 */
export interface OffsetMap {
  readonly clean: readonly number[];
  readonly raw: readonly number[];
}

export interface CleanText {
  readonly text: string;
  readonly map: OffsetMap;
}

/**
 * A paper before it is in the graph: clean text, identifiers, twins joined. Its id is the hash of its
 * strongest identifier, else of its normalised title, else of its abstract.
 */
export type Document = Omit<PaperProperties, 'hash' | 'x' | 'y'>;
