import type { Cypher, RemovalEffect, Source } from '../contract.ts';
import { sourceOf } from '../schema.ts';
import type { Statement, StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { integer, pages, query, queryByIds, text, texts } from './rows.ts';

type Limits = Pick<ServerConfig, 'readMs' | 'rowsPerPage'>;

const readPaperSources = (after: string, limit: number): Statement => ({
  text: 'MATCH (p:Paper) WHERE p.id > $after RETURN p.id AS id, p.sources AS sources ORDER BY id LIMIT $limit',
  parameters: { after, limit },
});

const readArrivals: Statement = {
  text: "MATCH (r:Run {id: 'ingest'}) RETURN r.arrivals AS arrivals",
  parameters: {},
};

const readMentioned = (ids: string[]): Statement => ({
  text: `UNWIND $ids AS id MATCH (:Paper {id: id})-[:MENTIONS]->(c:Concept)
         RETURN c.id AS concept, c.paperCount AS papers, count(*) AS here`,
  parameters: { ids },
});

export const sourcesStatement = (): Cypher => ({
  text: `MATCH (p:Paper)
UNWIND p.sources AS entry
RETURN entry, p.title AS title, p.year AS year
ORDER BY entry`,
  parameters: {},
});

export const sourceStatement = (source: string): Cypher => ({
  text: `MATCH (p:Paper)
WHERE any(entry IN p.sources WHERE entry STARTS WITH $source)
RETURN p
ORDER BY p.title`,
  parameters: { source: `${source}#` },
});

/** What the papers were read from, the latest first; those that nobody noted the time of come last, by name. */
export async function readSources(store: StoreReader, limits: Limits): Promise<Source[]> {
  const sources = new Map<string, Source>();
  const arrivals = await readArrivalTimes(store, limits);
  for await (const rows of pages(store, readPaperSources, limits)) {
    for (const row of rows) {
      const entries = texts(row.sources).map(sourceOf);
      const names = new Set(entries);
      for (const name of names) {
        const source = sources.get(name) ?? {
          name,
          papers: 0,
          alone: 0,
          entries: 0,
          at: arrivals.get(name) ?? null,
        };
        source.papers += 1;
        source.alone += names.size === 1 ? 1 : 0;
        source.entries += entries.filter((entry) => entry === name).length;
        sources.set(name, source);
      }
    }
  }
  const time = ({ at }: Source): string => at ?? '';
  return [...sources.values()].sort((a, b) => {
    if (time(a) !== time(b)) return time(a) < time(b) ? 1 : -1;
    return a.name < b.name ? -1 : 1;
  });
}

/** What would go with a source; null where no paper is from it. Concepts are counted as they are now. */
export async function removalEffect(
  store: StoreReader,
  source: string,
  limits: Limits,
): Promise<RemovalEffect | null> {
  const going: string[] = [];
  let stays = 0;
  for await (const rows of pages(store, readPaperSources, limits)) {
    for (const row of rows) {
      const names = new Set(texts(row.sources).map(sourceOf));
      if (!names.has(source)) continue;
      if (names.size === 1) going.push(text(row.id) ?? '');
      else stays += 1;
    }
  }
  if (going.length + stays === 0) return null;
  const left = new Map<string, number>();
  let mentions = 0;
  for (const row of await queryByIds(store, readMentioned, going, limits)) {
    const concept = text(row.concept) ?? '';
    const here = integer(row.here) ?? 0;
    mentions += here;
    left.set(concept, (left.get(concept) ?? integer(row.papers) ?? 0) - here);
  }
  const concepts = [...left.values()].filter((papers) => papers <= 0).length;
  return { source, goes: going.length, stays, concepts, mentions, cypher: sourceStatement(source) };
}

async function readArrivalTimes(store: StoreReader, limits: Limits): Promise<Map<string, string>> {
  const [row] = await query(store, readArrivals, limits);
  return new Map(
    texts(row?.arrivals).map((arrival) => {
      const space = arrival.indexOf(' ');
      return [arrival.slice(space + 1), arrival.slice(0, space)] as const;
    }),
  );
}
