import { CONCEPT_KINDS, paperLabel, sourceOf } from '../schema.ts';
import { list, number, type Query, type Run, text } from './cells.ts';
import { buildVocabulary, type Known, type Vocabulary } from './vocabulary.ts';

const PAGE = 5000;
/** With more concepts than this, those of one paper alone are not held: questions look for them in the texts. */
const MOST_CONCEPTS = 400_000;

/** Reads all that a question can name. */
export async function readVocabulary(run: Run): Promise<Vocabulary> {
  const known: Known[] = [];
  const [counted] = await run({ text: 'MATCH (c:Concept) RETURN count(c) AS concepts', parameters: {} });
  const least = (number(counted?.concepts) ?? 0) > MOST_CONCEPTS ? 2 : 0;
  for await (const row of paged(
    run,
    `MATCH (c:Concept) WHERE c.id > $after AND coalesce(c.paperCount, 0) >= $least
     RETURN c.id AS id, c.name AS name, c.kind AS kind, c.aliases AS aliases, c.paperCount AS papers
     ORDER BY id LIMIT $limit`,
    { least },
  )) {
    known.push({
      is: 'concept',
      id: text(row.id) ?? '',
      name: text(row.name) ?? '',
      kind: CONCEPT_KINDS.find((kind) => kind === row.kind) ?? 'Term',
      aliases: list(row.aliases),
      papers: number(row.papers) ?? 0,
    });
  }
  const sources = new Set<string>();
  const venues = new Set<string>();
  const years: number[] = [];
  let papers = 0;
  for await (const row of paged(
    run,
    `MATCH (p:Paper) WHERE p.id > $after
     RETURN p.id AS id, p.title AS title, CASE WHEN p.title IS NULL THEN left(p.abstract, 200) ELSE null END AS abstract,
            p.year AS year, p.venue AS venue, p.sources AS sources
     ORDER BY id LIMIT $limit`,
  )) {
    papers += 1;
    const name = paperLabel({ title: text(row.title), abstract: text(row.abstract) });
    known.push({ is: 'paper', id: text(row.id) ?? '', name });
    const year = number(row.year);
    if (year !== null) years.push(year);
    const venue = text(row.venue);
    if (venue) venues.add(venue);
    for (const entry of list(row.sources)) sources.add(sourceOf(entry));
  }
  for (const venue of [...venues].sort()) known.push({ is: 'venue', id: `venue:${venue}`, name: venue });
  for (const source of [...sources].sort())
    known.push({ is: 'source', id: `source:${source}`, name: source });
  for await (const row of paged(
    run,
    'MATCH (a:Author) WHERE a.id > $after RETURN a.id AS id, a.name AS name ORDER BY id LIMIT $limit',
  )) {
    known.push({ is: 'author', id: text(row.id) ?? '', name: text(row.name) ?? '' });
  }
  const themes = await run({
    text: 'MATCH (t:Theme) RETURN t.id AS id, t.label AS label, t.level AS level, t.paperCount AS papers ORDER BY level, id',
    parameters: {},
  });
  for (const row of themes) {
    known.push({
      is: 'theme',
      id: text(row.id) ?? '',
      name: text(row.label) ?? '',
      level: number(row.level) ?? 0,
      papers: number(row.papers) ?? 0,
    });
  }
  return buildVocabulary(known, {
    papers,
    years: years.length > 0 ? { first: years.reduce(earlier), last: years.reduce(later) } : null,
  });
}

const earlier = (a: number, b: number): number => Math.min(a, b);
const later = (a: number, b: number): number => Math.max(a, b);

async function* paged(
  run: Run,
  statement: string,
  parameters: Query['parameters'] = {},
): AsyncGenerator<Awaited<ReturnType<Run>>[number]> {
  for (let after = ''; ; ) {
    const rows = await run({ text: statement, parameters: { ...parameters, after, limit: PAGE } });
    yield* rows;
    if (rows.length < PAGE) return;
    after = text(rows.at(-1)!.id) ?? '';
  }
}
