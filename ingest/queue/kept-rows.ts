import type { Statement, StoreReader, StoreWriter, Value } from '../../graph/store/store.ts';
import { packExtraction, unpackExtraction } from '../cache/extraction-codec.ts';
import { hashId } from '../clean/hash-id.ts';
import { checkedExtractor } from '../extract/checked-extractor.ts';
import type { Extraction, ExtractorInput } from '../extract/extractor.ts';

/**
 * Extractions on their way from workers to the ingest that asked for them: nodes of their own in Neo4j, a text and
 * extractor each, no part of the graph and gone when the ingest has them. Written twice they are the same.
 */
const LABEL = 'Extraction';
const ROWS_PER_DELETE = 5000;

const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

const rowId = (extractor: string, { title, abstract }: ExtractorInput): string =>
  hashId(JSON.stringify([extractor, title ?? '', abstract ?? '']));

/** Without it two workers that write the same text at once would make two rows. */
export const prepareRows = (store: StoreWriter): Promise<void> =>
  store.write([
    statement(
      `CREATE CONSTRAINT ${LABEL.toLowerCase()}_key IF NOT EXISTS FOR (n:${LABEL}) REQUIRE n.id IS UNIQUE`,
    ),
  ]);

export async function writeRows(
  store: StoreWriter,
  extractor: string,
  entries: readonly { input: ExtractorInput; extraction: Extraction }[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ input, extraction }) => ({
    id: rowId(extractor, input),
    json: packExtraction(extraction),
  }));
  // In one order everywhere, so that no two workers wait for each other.
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await store.write([
    statement(`UNWIND $rows AS row MERGE (e:${LABEL} {id: row.id}) SET e.json = row.json`, { rows }),
  ]);
}

export async function countRows(store: StoreReader): Promise<number> {
  const { rows } = await store.read(statement(`MATCH (e:${LABEL}) RETURN count(e)`));
  return Number(rows[0]?.[0]);
}

/** By the ids of the papers; what is not there, or is no extraction of this text, is left out. */
export async function readRows<T extends ExtractorInput>(
  store: StoreReader,
  extractor: string,
  papers: readonly T[],
): Promise<Map<string, Extraction>> {
  const ids = papers.map((paper) => rowId(extractor, paper));
  const { rows } = await store.read(
    statement(`UNWIND $ids AS id MATCH (e:${LABEL} {id: id}) RETURN e.id, e.json`, {
      ids: [...new Set(ids)],
    }),
  );
  const texts = new Map(rows.map(([id, json]) => [String(id), String(json)]));
  const found = new Map<string, Extraction>();
  for (const [index, paper] of papers.entries()) {
    const json = texts.get(ids[index]!);
    const extraction = json === undefined ? null : await checkedRow(extractor, json, paper);
    if (extraction) found.set(paper.id, extraction);
  }
  return found;
}

/** Null for what is no extraction of this text: others may write to the store too. */
async function checkedRow(name: string, json: string, paper: ExtractorInput): Promise<Extraction | null> {
  try {
    const extract = async () => [unpackExtraction(json, paper)];
    const [extraction] = await checkedExtractor({ name, extract }).extract([paper]);
    return extraction && extraction.error === undefined ? extraction : null;
  } catch {
    return null;
  }
}

export async function deleteRows(store: StoreWriter): Promise<void> {
  while ((await countRows(store)) > 0) {
    await store.write([
      statement(`MATCH (e:${LABEL}) WITH e LIMIT $limit DELETE e`, { limit: ROWS_PER_DELETE }),
    ]);
  }
}
