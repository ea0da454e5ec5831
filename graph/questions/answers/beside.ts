import { list, type Query, text } from '../cells.ts';
import { Parameters } from '../compile-filter.ts';
import { type Desk, type DraftRows, listed } from '../draft.ts';
import { type ReadPaper, sentenceFor, targetsOf } from '../evidence.ts';
import { type PlanOf, ROLES_OF } from '../plan.ts';

/** The papers found, each with the concepts of a kind that stand in it, the most telling first. */
export async function besideOf(
  { where, beside }: PlanOf<'papers'>,
  { run }: Desk,
  papers: readonly ReadPaper[],
  rows: DraftRows,
): Promise<{ columns: string[]; cypher: Query }> {
  const targets = targetsOf(where);
  const own = new Set(targets.flatMap((target) => (target.is === 'concept' ? target.ids : [])));
  const cypher = besideStatement(
    papers.map(({ id }) => id),
    beside!,
    [...own],
  );
  const names = new Map<string, string[]>();
  for (const row of papers.length > 0 ? await run(cypher) : [])
    names.set(text(row.id) ?? '', list(row.names));
  for (const paper of papers) {
    const sentence = sentenceFor(paper, targets);
    rows.add(
      [paper.title, listed(names.get(paper.id) ?? []), sentence.sentence, paper.sources.join(', ')],
      [paper],
      [sentence],
    );
  }
  return {
    columns: ['paper', beside!.kind ? `${beside!.kind.toLowerCase()}s` : 'concepts', 'sentence', 'source'],
    cypher,
  };
}

function besideStatement(
  ids: string[],
  { kind, how }: NonNullable<PlanOf<'papers'>['beside']>,
  own: string[],
): Query {
  const parameters = new Parameters();
  const conditions = [`NOT c.id IN ${parameters.add('own', own)}`];
  if (kind) conditions.push(`c.kind = ${parameters.add('kind', kind)}`);
  const roles = ROLES_OF[how];
  if (roles) conditions.push(`m.role IN ${parameters.add('roles', [...roles])}`);
  return {
    text: `UNWIND ${parameters.add('papers', ids)} AS id
MATCH (p:Paper {id: id})-[m:MENTIONS]->(c:Concept) WHERE ${conditions.join(' AND ')}
WITH id, c.name AS name, m.salience AS salience ORDER BY id, salience DESC, name
RETURN id, collect(name) AS names ORDER BY id`,
    parameters: parameters.values,
  };
}
