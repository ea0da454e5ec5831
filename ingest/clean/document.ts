import type { CleanText, Document, OffsetMap, RawRecord, Rejection } from '../record.ts';
import { authorName } from './author-name.ts';
import { cleanText } from './clean-text.ts';
import { citationKey, identifiersOf } from './identifiers.ts';
import { identityKeys, paperId } from './identity-keys.ts';
import { sortedKeywords } from './merge-documents.ts';

/** What one entry may hold, in UTF-16 code units or items. Past the first two it is rejected, past others cut. */
export const DOCUMENT_LIMITS = {
  title: 2_000,
  abstract: 50_000,
  line: 500,
  url: 2_000,
  keywords: 200,
  authors: 5_000,
  cites: 10_000,
} as const;

export const EARLIEST_YEAR = 1500;
export const LATEST_YEAR = 2100;

export type DocumentOutcome =
  | { document: Document; maps: { title?: OffsetMap; abstract?: OffsetMap }; rejection?: never }
  | { rejection: Rejection; document?: never };

/**
 * One entry, cleaned, with its identifiers and keys. Facts that make no sense (a year of 20255, an address
 * that isn't http) are dropped; an entry without anything to read, or far too long, is rejected.
 */
export function toDocument(record: RawRecord): DocumentOutcome {
  const reject = (reason: string): DocumentOutcome => ({
    rejection: { file: record.file, line: record.line, entry: record.entry, reason },
  });
  const tooLong = (['title', 'abstract'] as const).find(
    (field) => (record[field]?.length ?? 0) > DOCUMENT_LIMITS[field],
  );
  if (tooLong) {
    return reject(`the ${tooLong} has more than ${DOCUMENT_LIMITS[tooLong].toLocaleString('en')} characters`);
  }
  const title = readable(record.title);
  const abstract = readable(record.abstract);
  if (!title && !abstract) return reject('neither a title nor an abstract');

  const facts = {
    title: title?.text ?? null,
    abstract: abstract?.text ?? null,
    year: yearOf(record.year),
    venue: line(record.venue),
    ...identifiersOf(record),
    url: urlOf(record.url),
    keywords: sortedKeywords(lines(record.keywords, DOCUMENT_LIMITS.keywords)),
    authors: [...new Set(lines(record.authors, DOCUMENT_LIMITS.authors).map(authorName))],
    cites: citesOf(record.cites),
    sources: [`${record.file}#${record.entry}`],
  };
  const keys = identityKeys({ ...facts, id: record.id });
  return {
    document: { id: paperId(keys), ...facts, keys, variants: [keys.join(' ')] },
    maps: { ...(title && { title: title.map }), ...(abstract && { abstract: abstract.map }) },
  };
}

/** Clean text with at least one letter or digit in it. */
function readable(raw: string | undefined): CleanText | null {
  if (!raw) return null;
  const clean = cleanText(raw);
  return /[\p{L}\p{N}]/u.test(clean.text) ? clean : null;
}

function line(raw: string | undefined): string | null {
  if (!raw || raw.length > DOCUMENT_LIMITS.line) return null;
  return cleanText(raw).text || null;
}

function lines(raw: readonly string[] | undefined, most: number): string[] {
  return (raw ?? []).slice(0, most).flatMap((item) => line(item) ?? []);
}

function yearOf(year: number | undefined): number | null {
  return year !== undefined && Number.isInteger(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR
    ? year
    : null;
}

function urlOf(raw: string | undefined): string | null {
  const text = raw?.trim() ?? '';
  if (text === '' || text.length > DOCUMENT_LIMITS.url || !URL.canParse(text)) return null;
  const url = new URL(text);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  return web && url.username === '' && url.password === '' ? url.href : null;
}

function citesOf(raw: readonly string[] | undefined): string[] {
  const cited = (raw ?? []).slice(0, DOCUMENT_LIMITS.cites);
  return [...new Set(cited.flatMap((item) => citationKey(item) ?? []))];
}
