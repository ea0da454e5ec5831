import { list, text } from '../cells.ts';
import { type Desk, type Draft, type DraftRows, listed } from '../draft.ts';
import { readPapers, sentenceFor } from '../evidence.ts';
import type { PlanOf, Target } from '../plan.ts';

const MOST = 30;

/** Adds what sentences state of the first thing and others, the graph's typed relations, to what is quoted. */
export async function addStated(
  plan: PlanOf<'sayings'>,
  { run, limits }: Desk,
  draft: Draft,
  rows: DraftRows,
): Promise<string[]> {
  const [thing] = plan.about;
  if (thing?.is !== 'concept' || !plan.stated) return [];
  const { type, direction } = plan.stated;
  const arrow = { out: `-[r:${type}]->`, in: `<-[r:${type}]-`, both: `-[r:${type}]-` }[direction];
  const found = await run({
    text: `MATCH (o:Concept)${arrow}(c:Concept) WHERE o.id IN $of AND NOT c.id IN $of
RETURN c.id AS id, c.name AS name, c.aliases AS aliases, r.papers AS papers ORDER BY name, id LIMIT $limit`,
    parameters: { of: thing.ids, limit: MOST },
  });
  const names: string[] = [];
  for (const row of found) {
    const name = text(row.name) ?? '';
    const other: Target = {
      is: 'concept',
      ids: [text(row.id) ?? ''],
      name,
      forms: [name, ...list(row.aliases)],
    };
    const papers = await readPapers(run, list(row.papers).sort().slice(0, limits.perRow));
    const citations = papers.map((paper) => sentenceFor(paper, [thing, other]));
    if (citations.length === 0) continue;
    names.push(name);
    rows.add(
      [`${papers[0]!.title}: ${name}`, citations[0]!.sentence, papers[0]!.sources.join(', ')],
      papers,
      citations,
    );
  }
  if (names.length === 0) return [];
  draft.value = names.length === 1 ? names[0]! : listed(names);
  draft.papers = rows.papers;
  return names;
}
