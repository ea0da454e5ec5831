import { breather } from '../analyse/breather.ts';
import type { GapSummary } from '../contract.ts';
import { GAP_KINDS } from '../schema.ts';
import { readGaps } from './finding-statements.ts';
import { integer, number, pages, type Row, text } from './rows.ts';
import { type StoredGap, storedGapSchema } from './stored-gap.ts';
import { parseStored, type Source } from './stored-json.ts';

/** A gap as its list shows it, with what it lies between by id alone. */
export interface GapOutline extends Omit<GapSummary, 'between' | 'verdict' | 'note'> {
  between: StoredGap['between'];
}

/** All gaps by id, by kind and rank. Of one whose evidence is damaged, it isn't known what it lies between. */
export async function readGapOutlines(source: Source): Promise<Map<string, GapOutline>> {
  const gaps: GapOutline[] = [];
  const breathe = breather();
  for await (const rows of pages(source.store, readGaps, source.config)) {
    for (const row of rows) {
      gaps.push(...toOutline(row, source));
      await breathe();
    }
  }
  const order = ({ kind }: GapOutline): number => GAP_KINDS.indexOf(kind);
  gaps.sort((a, b) => order(a) - order(b) || a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return new Map(gaps.map((gap) => [gap.id, gap]));
}

/** None for a kind that this version doesn't know. */
function toOutline(row: Row, { log }: Source): GapOutline[] {
  const kind = GAP_KINDS.find((known) => known === row.kind);
  const id = text(row.id);
  if (!kind || id === null) return [];
  const evidence = parseStored(storedGapSchema, text(row.evidence) ?? '', `Gap ${id}`, log);
  return [
    {
      id,
      kind,
      title: text(row.title) ?? '',
      rank: integer(row.rank) ?? 0,
      score: number(row.score) ?? 0,
      observed: number(row.observed),
      expected: number(row.expected),
      between: evidence?.between ?? [],
    },
  ];
}
