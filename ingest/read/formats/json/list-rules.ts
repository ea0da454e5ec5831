import type { Syntax } from './syntax.ts';

/** Lists under these keys hold records, whatever stands beside them. */
const LIST_KEYS = new Set([
  'results',
  'items',
  'papers',
  'works',
  'records',
  'data',
  'entries',
  'articles',
  'publications',
  'documents',
  'docs',
]);
/** Parts of one record, or of a search's frame, that are lists or objects of their own. */
const PART_KEYS = new Set([
  'author',
  'authors',
  'authorships',
  'editor',
  'editors',
  'creators',
  'affiliation',
  'affiliations',
  'institutions',
  'keywords',
  'topics',
  'concepts',
  'mesh',
  'subjects',
  'fieldsofstudy',
  's2fieldsofstudy',
  'categories',
  'tags',
  'locations',
  'location',
  'primary_location',
  'best_oa_location',
  'host_venue',
  'journal',
  'source',
  'venue',
  'publicationvenue',
  'container',
  'event',
  'reference',
  'counts_by_year',
  'grants',
  'funder',
  'license',
  'link',
  'links',
  'relation',
  'assertion',
  'versions',
  'attachments',
  'notes',
  'collections',
  'issued',
  'biblio',
  'ids',
  'externalids',
  'facets',
  'group_by',
  'meta',
  'query',
  'apc_list',
  'open_access',
  'sustainable_development_goals',
  'tldr',
]);
const RECORD_KEY =
  /^(?:(?:article|paper|document)?[ _]?title|abstract|abstract_inverted_index|display_name)$/i;
/** Wrappers around a list of records, at most. */
const MAX_WRAPPERS = 3;

/** What is known of an open object or array above the records. */
export interface Frame {
  readonly isArray: boolean;
  /** Its own key in the object around it. */
  readonly key: string | null;
  readonly line: number;
  /** Offset of its first character. */
  readonly start: number;
  /** An array whose objects are records. */
  readonly holdsRecords: boolean;
  /** An object that may itself be a record: a record's key was seen, and none of its parts was one. */
  isRecord: boolean;
  isWrapper: boolean;
  /** A record ended directly in it. Where it never ends itself, that record may have swallowed the next one. */
  isIndex: boolean;
  readonly syntax: Syntax;
  /** The line of the first thing directly in it that no JSON has; whether that was said. */
  malformed: number | null;
  isTold: boolean;
}

const isPart = (key: string | null): boolean => key !== null && PART_KEYS.has(key.toLowerCase());

export const isRecordKey = (key: string): boolean => RECORD_KEY.test(key);

/** Whether the objects of an array that opens under these frames are records. */
export function holdsRecords(frames: readonly Frame[], key: string | null): boolean {
  if (frames.length > MAX_WRAPPERS || frames.some((frame) => frame.isArray || isPart(frame.key)))
    return false;
  if (key === null) return frames.length === 0;
  return LIST_KEYS.has(key.toLowerCase()) || (!isPart(key) && !frames.some((frame) => frame.isRecord));
}

/** Whether an object that opens under these frames may be a record itself (one alone, or one of `{id: record}`). */
export function mayBeRecord(frames: readonly Frame[], key: string | null): boolean {
  if (frames.length > MAX_WRAPPERS || isPart(key)) return false;
  return !frames.some((frame) => frame.isArray || frame.isRecord || isPart(frame.key));
}
