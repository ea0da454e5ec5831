import { type Run, text } from '../cells.ts';
import { compileFilter, Parameters } from '../compile-filter.ts';
import { PAPER_COLUMNS, type ReadPaper, toPaper } from '../evidence.ts';
import type { Target } from '../plan.ts';
import { findForm } from '../word-forms.ts';

/** So many papers of a thing are looked at. */
const MOST = 40;

/** Papers that are about a thing: those that introduce it, else those with it in the title, else all that name it. */
export async function homeOf(
  run: Run,
  target: Target,
): Promise<{ papers: ReadPaper[]; introduced: boolean }> {
  const named = await papersNaming(run, target);
  if (target.is === 'paper') return { papers: named, introduced: true };
  const introducing = target.is === 'concept' ? await introducers(run, target.ids) : new Set<string>();
  const introduced = named.filter(({ id }) => introducing.has(id));
  if (introduced.length > 0) return { papers: introduced, introduced: true };
  const titled = named.filter(
    ({ ownTitle }) => ownTitle && findForm(ownTitle, [target.name, ...target.forms]),
  );
  if (titled.length > 0 && titled.length <= 3) return { papers: titled, introduced: false };
  return { papers: named, introduced: false };
}

export async function papersNaming(run: Run, target: Target): Promise<ReadPaper[]> {
  const parameters = new Parameters();
  const condition = compileFilter({ is: 'treats', how: 'mentions', target }, parameters);
  const rows = await run({
    text: `MATCH (p:Paper) WHERE ${condition} RETURN ${PAPER_COLUMNS} ORDER BY title, id LIMIT ${parameters.add('limit', MOST)}`,
    parameters: parameters.values,
  });
  return rows.map(toPaper);
}

async function introducers(run: Run, ids: string[]): Promise<Set<string>> {
  const rows = await run({
    text: 'UNWIND $ids AS id MATCH (p:Paper)-[:INTRODUCES]->(c:Concept {id: id}) RETURN DISTINCT p.id AS paper',
    parameters: { ids },
  });
  return new Set(rows.map((row) => text(row.paper) ?? ''));
}
