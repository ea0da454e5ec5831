import type { Citation } from '../../contract.ts';
import { list, type Query, type Run, text } from '../cells.ts';
import { Parameters } from '../compile-filter.ts';
import { formsOf, type ReadPaper, sentenceFor, sentencesOf } from '../evidence.ts';
import { introducing } from '../introducing.ts';
import { type Filter, ROLES_OF, type Target } from '../plan.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { findForm } from '../word-forms.ts';

/** Sentences that one condition cites of one paper. */
const MOST = 4;

type Names = Extract<Filter, { is: 'names' }>;
type Treats = Extract<Filter, { is: 'treats' }>;

/** What a paper says of each condition that it meets. */
export type Proofs = (paper: ReadPaper) => Citation[];

/** Reads what is needed to cite, of these papers, the sentences by which they meet a filter. */
export async function proofsOf(
  where: Filter | null,
  papers: readonly ReadPaper[],
  { run, vocabulary }: { run: Run; vocabulary: Vocabulary },
): Promise<Proofs> {
  const leaves = leavesOf(where);
  const treats = leaves.filter((leaf): leaf is Treats => leaf.is === 'treats');
  const texts = treats
    .filter(({ how }) => how !== 'titles')
    .map(({ target }) => withAliases(target, vocabulary));
  const titled = treats.some(({ how }) => how === 'titles');
  const kinds = await Promise.all(
    leaves
      .filter((leaf): leaf is Names => leaf.is === 'names')
      .map(async (names) => ({ names, of: await namedIn(run, names, papers, vocabulary) })),
  );
  return (paper) => {
    const sentences = new Set<string>();
    if (titled && paper.ownTitle) sentences.add(paper.ownTitle);
    for (const sentence of covering(paper, texts)) sentences.add(sentence);
    for (const { names, of } of kinds) {
      const told = of.get(paper.id) ?? [];
      const said = names.how === 'introduces' && names.noun ? introducingIn(paper, names.noun) : null;
      for (const sentence of said ? [said] : covering(paper, told)) sentences.add(sentence);
    }
    return sentences.size > 0
      ? [...sentences].map((sentence) => ({ paper: paper.id, sentence }))
      : [sentenceFor(paper, [])];
  };
}

/** A concept with all that it is called: a mention may be by any of its names. */
export function withAliases(target: Target, { byId }: Vocabulary): Target {
  if (target.is !== 'concept') return target;
  const names = target.ids.flatMap((id) => {
    const known = byId.get(id);
    return known?.is === 'concept' ? [known.name, ...known.aliases] : [];
  });
  return { ...target, forms: [...new Set([...formsOf(target), ...names])] };
}

/** Conditions that are met by what is there, not by what is lacking. */
function leavesOf(filter: Filter | null): Filter[] {
  if (!filter || filter.is === 'not') return [];
  return filter.is === 'all' || filter.is === 'any' ? filter.of.flatMap(leavesOf) : [filter];
}

/** The fewest sentences that name all of the targets that the paper names, the one with most of them first. */
function covering(paper: ReadPaper, targets: readonly Target[]): string[] {
  const all = sentencesOf(paper);
  const ordered = paper.ownTitle ? [...all.slice(1), all[0]!] : all;
  const found = ordered.map((sentence) => ({
    sentence,
    named: targets.filter((target) => findForm(sentence, formsOf(target))),
  }));
  const chosen: string[] = [];
  let left = new Set(found.flatMap(({ named }) => named));
  while (left.size > 0 && chosen.length < MOST) {
    const gain = ({ named }: { named: Target[] }): number => named.filter((one) => left.has(one)).length;
    const best = found.reduce((most, one) => (gain(one) > gain(most) ? one : most));
    chosen.push(best.sentence);
    left = new Set([...left].filter((one) => !best.named.includes(one)));
  }
  return chosen;
}

/** The sentence that says that the paper brings in such a thing. */
function introducingIn(paper: ReadPaper, noun: string): string | null {
  const pattern = new RegExp(introducing([noun]).replace(/^\(\?is\)/, ''), 'is');
  return sentencesOf(paper).find((sentence) => pattern.test(sentence)) ?? null;
}

/** The concepts of a kind that each paper names, as things to look for. */
async function namedIn(
  run: Run,
  { kind, how }: Names,
  papers: readonly ReadPaper[],
  vocabulary: Vocabulary,
): Promise<Map<string, Target[]>> {
  if (papers.length === 0) return new Map();
  const parameters = new Parameters();
  const conditions = [`p.id IN ${parameters.add('papers', [...papers.map(({ id }) => id)])}`];
  if (kind) conditions.push(`c.kind = ${parameters.add('kind', kind)}`);
  const roles = how === 'introduces' ? null : ROLES_OF[how];
  if (roles) conditions.push(`m.role IN ${parameters.add('roles', [...roles])}`);
  const query: Query = {
    text: `MATCH (p:Paper)-[m:${how === 'introduces' ? 'INTRODUCES' : 'MENTIONS'}]->(c:Concept)
WHERE ${conditions.join(' AND ')}
RETURN p.id AS paper, collect(DISTINCT c.id) AS ids`,
    parameters: parameters.values,
  };
  return new Map(
    (await run(query)).map((row) => [
      text(row.paper) ?? '',
      list(row.ids)
        .sort()
        .flatMap((id): Target[] => {
          const known = vocabulary.byId.get(id);
          return known
            ? [withAliases({ is: 'concept', ids: [id], name: known.name, forms: [known.name] }, vocabulary)]
            : [];
        }),
    ]),
  );
}
