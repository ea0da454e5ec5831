import { setImmediate as nextTurn } from 'node:timers/promises';
import { CONCEPT_RELATIONS } from '../schema.ts';
import type { Statement, StoreReader } from '../store/store.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { nodeColumns } from './node-columns.ts';
import { inParts, number, query, type Row, text } from './rows.ts';
import {
  readCoOccurrenceTies,
  readIntroductionEdges,
  readMentionEdges,
  readSharingEdges,
  readStatedTies,
} from './statements.ts';
import { coOccurrenceStrength, mentionStrength, sharingStrength, statedStrength } from './tie-strength.ts';
import { TIE_TYPES, TieList, type TieRows, type Ties, type TieType } from './ties.ts';

type ReadConfig = Pick<ServerConfig, 'readMs' | 'rowsPerPage'>;

/** A node has about so many ties of a type, so that a page of rows is so many times fewer ids. */
const TIES_PER_PAPER = 10;
const TIES_PER_CONCEPT = 2;

/**
 * Reads what ties the papers and concepts of the catalogue, so many at a time, that others get their turn in
 * between. Ties to what the catalogue doesn't have are left out.
 */
export async function readTies(store: StoreReader, catalogue: Catalogue, config: ReadConfig): Promise<Ties> {
  const paperIds = [...catalogue.papers.keys()];
  const conceptIds = [...catalogue.concepts.keys()];
  const ids = [...paperIds, ...conceptIds];
  const numberOf = new Map(ids.map((id, i) => [id, i]));
  const counts = Float64Array.from(catalogue.concepts.values(), ({ paperCount }) => paperCount);
  const papersOf = (concept: number): number => counts[concept - paperIds.length] ?? 0;

  const lists = Object.fromEntries(TIE_TYPES.map((type) => [type, new TieList()])) as Record<
    TieType,
    TieList
  >;
  const each = async (
    some: readonly string[],
    statement: (part: string[]) => Statement,
    add: (source: number, target: number, row: Row) => void,
  ): Promise<void> => {
    const perNode = some === paperIds ? TIES_PER_PAPER : TIES_PER_CONCEPT;
    const size = Math.max(1, Math.floor(config.rowsPerPage / perNode));
    for await (const rows of inParts(some, size, (part) => query(store, statement(part), config))) {
      for (const row of rows) {
        const source = numberOf.get(text(row.source) ?? '');
        const target = numberOf.get(text(row.target) ?? '');
        if (source !== undefined && target !== undefined && source !== target) add(source, target, row);
      }
    }
  };

  const introduced = new Set<number>();
  const pair = (paper: number, concept: number): number => paper * ids.length + concept;
  await each(paperIds, readIntroductionEdges, (paper, concept) => introduced.add(pair(paper, concept)));
  await each(paperIds, readMentionEdges, (paper, concept, row) => {
    const salience = number(row.weight) ?? 0;
    const list = introduced.has(pair(paper, concept)) ? lists.INTRODUCES : lists.MENTIONS;
    list.add(paper, concept, salience, mentionStrength(salience, papersOf(concept)));
  });
  await each(paperIds, readSharingEdges, (one, other, row) => {
    const weight = number(row.weight) ?? 0;
    lists.SHARES.add(one, other, weight, sharingStrength(weight));
  });
  await each(conceptIds, readCoOccurrenceTies, (one, other, row) => {
    const strength = coOccurrenceStrength(number(row.papers) ?? 0, papersOf(one), papersOf(other));
    lists.CO_OCCURS.add(one, other, number(row.weight) ?? 0, strength);
  });
  await each(conceptIds, readStatedTies, (one, other, row) => {
    const type = CONCEPT_RELATIONS.find((known) => known === row.type);
    const papers = number(row.weight) ?? 0;
    if (type) lists[type].add(one, other, papers, statedStrength(papers, papersOf(one), papersOf(other)));
  });
  const rows: Partial<Record<TieType, TieRows>> = {};
  for (const type of TIE_TYPES) {
    rows[type] = lists[type].toRows(ids.length);
    await nextTurn();
  }
  return {
    ids,
    numberOf,
    papers: paperIds.length,
    of: rows as Ties['of'],
    columns: nodeColumns(catalogue),
  };
}
