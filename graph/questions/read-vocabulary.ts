import { CONCEPT_KINDS, paperLabel, sourceOf } from '../schema.ts';
import { list, number, type Row, type Run, text } from './cells.ts';
import {
  buildVocabulary,
  type Known,
  type KnownConcept,
  type KnownTheme,
  type Vocabulary,
} from './vocabulary.ts';

const PAGE = 5000;
/** With more concepts than this, those of one paper alone are not held: questions look for them in the texts. */
const MOST_CONCEPTS = 400_000;

/** What whoever asks has read already. */
export interface InHand {
  concepts: Iterable<Omit<KnownConcept, 'is'>>;
  papers: Iterable<KnownPaperRow>;
  themes: Iterable<Omit<KnownTheme, 'is'>>;
}

interface KnownPaperRow {
  id: string;
  name: string;
  year: number | null;
  venue: string | null;
}

/** Reads all that a question can name; what is in hand is not read again. Awaits `breathe` often. */
export async function readVocabulary(
  run: Run,
  inHand: InHand | null = null,
  breathe: () => Promise<void> | void = () => {},
): Promise<Vocabulary> {
  const { concepts, papers, themes } = inHand ?? (await readNames(run));
  const known: Known[] = [];
  const held = [...concepts];
  const least = held.length > MOST_CONCEPTS ? 2 : 0;
  for (const { id, name, kind, aliases, papers: of } of held)
    if (of >= least) known.push({ is: 'concept', id, name, kind, aliases, papers: of });
  await breathe();
  const venues = new Set<string>();
  const paperIds: string[] = [];
  const years: number[] = [];
  for (const { id, name, year, venue } of papers) {
    paperIds.push(id);
    known.push({ is: 'paper', id, name });
    if (year !== null) years.push(year);
    if (venue) venues.add(venue);
  }
  const sources = new Set<string>();
  for await (const row of byIds(run, SOURCES, paperIds))
    for (const entry of list(row.sources)) sources.add(sourceOf(entry));
  for (const venue of [...venues].sort()) known.push({ is: 'venue', id: `venue:${venue}`, name: venue });
  for (const source of [...sources].sort())
    known.push({ is: 'source', id: `source:${source}`, name: source });
  for await (const row of byIds(run, AUTHORS, await idsOf(run, 'Author')))
    known.push({ is: 'author', id: text(row.id) ?? '', name: text(row.name) ?? '' });
  for (const { id, name, level, papers: of } of themes)
    known.push({ is: 'theme', id, name, level, papers: of });
  const span = years.length > 0 ? { first: years.reduce(earlier), last: years.reduce(later) } : null;
  return buildVocabulary(known, { papers: paperIds.length, years: span }, breathe);
}

const earlier = (a: number, b: number): number => Math.min(a, b);
const later = (a: number, b: number): number => Math.max(a, b);

const SOURCES = 'UNWIND $ids AS one MATCH (p:Paper {id: one}) RETURN p.sources AS sources';
const AUTHORS = 'UNWIND $ids AS one MATCH (a:Author {id: one}) RETURN a.id AS id, a.name AS name ORDER BY id';
const CONCEPTS = `UNWIND $ids AS one MATCH (c:Concept {id: one})
RETURN c.id AS id, c.name AS name, c.kind AS kind, c.aliases AS aliases, c.paperCount AS papers ORDER BY id`;
const PAPERS = `UNWIND $ids AS one MATCH (p:Paper {id: one})
RETURN p.id AS id, p.title AS title, CASE WHEN p.title IS NULL THEN left(p.abstract, 200) ELSE null END AS abstract,
       p.year AS year, p.venue AS venue ORDER BY id`;
const THEMES =
  'MATCH (t:Theme) RETURN t.id AS id, t.label AS label, t.level AS level, t.paperCount AS papers ORDER BY level, id';

async function readNames(run: Run): Promise<InHand> {
  const concepts: Omit<KnownConcept, 'is'>[] = [];
  for await (const row of byIds(run, CONCEPTS, await idsOf(run, 'Concept'))) {
    concepts.push({
      id: text(row.id) ?? '',
      name: text(row.name) ?? '',
      kind: CONCEPT_KINDS.find((kind) => kind === row.kind) ?? 'Term',
      aliases: list(row.aliases),
      papers: number(row.papers) ?? 0,
    });
  }
  const papers: KnownPaperRow[] = [];
  for await (const row of byIds(run, PAPERS, await idsOf(run, 'Paper'))) {
    const name = paperLabel({ title: text(row.title), abstract: text(row.abstract) });
    papers.push({ id: text(row.id) ?? '', name, year: number(row.year), venue: text(row.venue) });
  }
  const themes = (await run({ text: THEMES, parameters: {} })).map((row) => ({
    id: text(row.id) ?? '',
    name: text(row.label) ?? '',
    level: number(row.level) ?? 0,
    papers: number(row.papers) ?? 0,
  }));
  return { concepts, papers, themes };
}

async function idsOf(run: Run, label: 'Author' | 'Concept' | 'Paper'): Promise<string[]> {
  const rows = await run({ text: `MATCH (n:${label}) RETURN n.id AS id ORDER BY id`, parameters: {} });
  return rows.map((row) => text(row.id) ?? '');
}

async function* byIds(run: Run, statement: string, ids: readonly string[]): AsyncGenerator<Row> {
  for (let from = 0; from < ids.length; from += PAGE)
    yield* await run({ text: statement, parameters: { ids: ids.slice(from, from + PAGE) } });
}
