import type { RawRecord } from '../../../ingest/record.ts';
import type { Outcome } from './check-read.ts';
import type { Entry } from './entries.ts';
import type { Dialect } from './written.ts';

/** How many whole papers before and after a damaged one may go with it, told, at most. */
export type Reach = readonly [before: number, after: number];
const REST = Number.POSITIVE_INFINITY;

export const REACH: Readonly<Record<Dialect, Reach>> = {
  abstracts: [1, 1],
  'page-dump': [1, 1],
  plain: [1, 1],
  bibtex: [0, 1],
  ris: [1, 1],
  nbib: [1, 1],
  csv: [0, 1],
  semicolons: [0, 1],
  tsv: [0, 1],
  json: [0, REST],
  'indented json': [0, REST],
  'openalex json': [0, REST],
  jsonl: [0, 1],
  'openalex jsonl': [0, 1],
  'semantic scholar jsonl': [0, 1],
  'crossref jsonl': [0, 1],
  'csl jsonl': [0, 1],
  atom: [0, REST],
  'pubmed-xml': [0, REST],
};

const bare = ({ file: _, line: __, entry: ___, ...fields }: RawRecord): string => JSON.stringify(fields);

/** Throws where a paper out of the damage's reach didn't come back as it was. */
export function checkReach(
  before: Outcome,
  after: Outcome,
  papers: readonly Entry[],
  damaged: number,
  reach: Reach,
): void {
  const found = new Set(after.records.map(bare));
  papers.forEach(({ mark }, at) => {
    const isReached = at >= damaged - reach[0] && at <= damaged + reach[1];
    const expected = before.records.find((record) => bare(record).includes(mark));
    if (!isReached && expected && !found.has(bare(expected))) {
      throw new Error(`damage in paper ${damaged} took paper ${at}: ${shown(after)}`);
    }
  });
}

/**
 * Throws where a paper's mark stands in the text, but neither in a record nor where a rejection says that something is
 * lost. Of the damaged paper, on these lines, a field may go by a name that nobody knows: it is enough that an item starts there.
 */
export function checkTold(
  text: string,
  after: Outcome,
  papers: readonly Entry[],
  damaged: number,
  lines: readonly [number, number],
): void {
  if (after.refused !== null) return;
  const kept = after.records.map(bare).join('\n');
  papers.forEach(({ mark }, paper) => {
    const at = text.indexOf(mark);
    if (at < 0 || kept.includes(mark)) return;
    const line = lineAt(text, at);
    const isTold = after.rejections.some(
      (rejection) =>
        rejection.line <= line &&
        !after.records.some((record) => record.line > rejection.line && record.line <= line),
    );
    const isThere =
      paper === damaged &&
      [...after.records, ...after.rejections].some((item) => item.line >= lines[0] && item.line <= lines[1]);
    if (!isTold && !isThere)
      throw new Error(`${mark} of line ${line} is lost and nobody says so: ${shown(after)}\n${text}`);
  });
}

/** Of the character at this offset, from 1, whatever ends lines. */
export const lineAt = (text: string, at: number): number =>
  text.slice(0, at).replace(/\r\n?/g, '\n').split('\n').length;

const shown = ({ records, rejections, refused }: Outcome): string =>
  JSON.stringify({
    refused,
    records: records.map(({ line, title }) => ({ line, title })),
    rejections: rejections.map(({ line, reason }) => ({ line, reason })),
  }).slice(0, 1500);
