import type { Comparison, NodeRef } from '../contract.ts';
import type { StoreReader } from '../store/store.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { median } from './drawn-nodes.ts';
import { nodeRef } from './node-refs.ts';
import { query, text } from './rows.ts';
import { readPapersOfTheme } from './statements.ts';
import { forEachTie, NAMING, type Ties, type TieType } from './ties.ts';

export type ComparedType = Comparison['type'];

/** One side of a comparison, before it is held against the other. */
export interface ComparedSide {
  node: NodeRef;
  /** Ids of what belongs to it. */
  concepts: ReadonlySet<string>;
  papers: ReadonlySet<string>;
  /** Said in a line, by name, in order. */
  facts: ReadonlyMap<string, string>;
  years: Comparison['years']['one'];
}

interface Source {
  store: StoreReader;
  config: Pick<ServerConfig, 'readMs'>;
  catalogue: Catalogue;
  ties: Ties;
}

/** What a paper, concept or theme is compared by. */
export const SIDES: Readonly<Record<ComparedType, (source: Source, id: string) => Promise<ComparedSide>>> = {
  paper: paperSide,
  concept: conceptSide,
  theme: themeSide,
};

/** Its concepts, and the papers that share the most telling ones with it. */
async function paperSide({ catalogue, ties }: Source, id: string): Promise<ComparedSide> {
  const paper = catalogue.papers.get(id)!;
  const concepts = tiedTo(ties, id, NAMING);
  return {
    node: nodeRef(catalogue, { label: 'Paper', id })!,
    concepts,
    papers: tiedTo(ties, id, ['SHARES']),
    facts: new Map([
      ['Year', shown(paper.year)],
      ['Venue', shown(paper.venue)],
      ['Theme', shown(catalogue.themes.get(paper.theme ?? '')?.label)],
      ['Concepts', shown(concepts.size)],
    ]),
    years: paper.year === null ? [] : [{ year: paper.year, papers: 1 }],
  };
}

/** The papers that name it, and the concepts that it occurs with. */
async function conceptSide({ catalogue, ties }: Source, id: string): Promise<ComparedSide> {
  const concept = catalogue.concepts.get(id)!;
  const papers = tiedTo(ties, id, NAMING);
  const years = yearsAmong(catalogue, papers);
  return {
    node: nodeRef(catalogue, { label: 'Concept', id })!,
    concepts: tiedTo(ties, id, ['CO_OCCURS']),
    papers,
    facts: new Map([
      ['Kind', concept.kind],
      ['Papers', shown(papers.size)],
      ...yearFacts(years),
      ['Theme', shown(catalogue.themes.get(concept.theme ?? '')?.label)],
    ]),
    years: counted(years),
  };
}

/** Its papers, which may belong to other themes too, and the concepts that these name. */
async function themeSide({ store, config, catalogue, ties }: Source, id: string): Promise<ComparedSide> {
  const theme = catalogue.themes.get(id)!;
  const rows = await query(store, readPapersOfTheme(id), config);
  const papers = new Set(
    rows.map((row) => text(row.paper) ?? '').filter((paper) => catalogue.papers.has(paper)),
  );
  const concepts = new Set<string>();
  for (const paper of papers) for (const concept of tiedTo(ties, paper, NAMING)) concepts.add(concept);
  const years = yearsAmong(catalogue, papers);
  return {
    node: nodeRef(catalogue, { label: 'Theme', id })!,
    concepts,
    papers,
    facts: new Map([
      ['Papers', shown(papers.size)],
      ['Concepts of its own', shown(theme.size)],
      ...yearFacts(years),
      ['Stability', shown(theme.stability === null ? null : theme.stability.toFixed(2))],
      ['Place on the strategic map', shown(theme.quadrant)],
    ]),
    years: counted(years),
  };
}

function tiedTo(ties: Ties, id: string, types: readonly TieType[]): Set<string> {
  const found = new Set<string>();
  const node = ties.numberOf.get(id);
  if (node !== undefined) forEachTie(ties, types, node, (other) => found.add(ties.ids[other]!));
  return found;
}

function yearsAmong({ papers }: Catalogue, ids: ReadonlySet<string>): number[] {
  const years = [...ids].flatMap((id) => papers.get(id)?.year ?? []);
  return years.sort((a, b) => a - b);
}

function yearFacts(years: number[]): [string, string][] {
  return [
    ['First year', shown(years[0])],
    ['Median year', shown(median(years))],
    ['Last year', shown(years.at(-1))],
  ];
}

function counted(years: readonly number[]): ComparedSide['years'] {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, papers]) => ({ year, papers }));
}

const shown = (fact: string | number | null | undefined): string => String(fact ?? 'unknown');
