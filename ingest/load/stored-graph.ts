import type { ConceptKind, ConceptProperties } from '../../graph/schema.ts';
import { CONCEPT_RELATIONS } from '../../graph/schema.ts';
import { pagesById } from '../../graph/store/pages-by-id.ts';
import type { Cell, StoreReader } from '../../graph/store/store.ts';
import type { Document } from '../record.ts';
import type { StatedRelation } from './relation-table.ts';
import { readAuthors, readCitations, readConcepts, readRelations } from './statements.ts';

/** A paper as it is in the store, with the hash of the facts that hang on it. */
export interface StoredPaper {
  document: Document;
  hash: string;
}

function propertiesOf(cell: Cell): Record<string, Cell> {
  if (cell && typeof cell === 'object' && '$node' in cell) {
    return (cell as { $node: { properties: Record<string, Cell> } }).$node.properties;
  }
  return {};
}

const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
const texts = (cell: Cell | undefined): string[] =>
  Array.isArray(cell) ? cell.filter((item): item is string => typeof item === 'string') : [];

export async function* storedPapers(store: StoreReader, rowsPerPage: number): AsyncGenerator<StoredPaper> {
  for await (const rows of pagesById(store, 'Paper', rowsPerPage, 'n')) {
    for (const [cell] of rows) {
      const p = propertiesOf(cell!);
      yield {
        hash: text(p.hash) ?? '',
        document: {
          id: String(p.id),
          title: text(p.title),
          abstract: text(p.abstract),
          year: typeof p.year === 'number' ? p.year : null,
          venue: text(p.venue),
          doi: text(p.doi),
          arxivId: text(p.arxivId),
          pubmedId: text(p.pubmedId),
          url: text(p.url),
          keywords: texts(p.keywords),
          authors: texts(p.authors),
          cites: texts(p.cites),
          sources: texts(p.sources),
          keys: texts(p.keys),
          variants: texts(p.variants),
        },
      };
    }
  }
}

/** One text per concept that tells whether its row would change. */
export const conceptSignature = (
  concept: Pick<ConceptProperties, 'name' | 'kind' | 'aliases' | 'aliasReasons' | 'family' | 'paperCount'>,
): string => {
  const { name, kind, aliases, aliasReasons, family, paperCount } = concept;
  return JSON.stringify([name, kind, aliases, aliasReasons, family, paperCount]);
};

/** All rows at once: they are kept, by their ids, anyway. */
const ALL = { maxRows: Number.MAX_SAFE_INTEGER };

/** Concept id to signature. */
export async function storedConcepts(store: StoreReader): Promise<Map<string, string>> {
  const { rows } = await store.read(readConcepts(), ALL);
  return new Map(
    rows.map(([id, name, kind, aliases, paperCount, aliasReasons, family]) => [
      String(id),
      conceptSignature({
        name: String(name),
        kind: String(kind) as ConceptKind,
        aliases: texts(aliases),
        aliasReasons: texts(aliasReasons),
        family: text(family),
        paperCount: Number(paperCount),
      }),
    ]),
  );
}

/** Author id to name. */
export async function storedAuthors(store: StoreReader): Promise<Map<string, string>> {
  const { rows } = await store.read(readAuthors(), ALL);
  return new Map(rows.map(([id, name]) => [String(id), String(name)]));
}

/** `source target`, both paper ids. */
export async function storedCitations(store: StoreReader): Promise<Set<string>> {
  const { rows } = await store.read(readCitations(), ALL);
  return new Set(rows.map(([source, target]) => `${source} ${target}`));
}

/** Relations between concepts, read by those they go out from. */
export async function* storedRelations(
  store: StoreReader,
  conceptIds: readonly string[],
  rowsPerPage: number,
): AsyncGenerator<StatedRelation> {
  for (let from = 0; from < conceptIds.length; from += rowsPerPage) {
    const ids = conceptIds.slice(from, from + rowsPerPage);
    const { rows } = await store.read(readRelations(ids), ALL);
    for (const [type, source, target, papers, spans] of rows) {
      const known = CONCEPT_RELATIONS.find((one) => one === type);
      if (!known) continue;
      yield {
        type: known,
        from: String(source),
        to: String(target),
        papers: texts(papers),
        spans: texts(spans),
      };
    }
  }
}
