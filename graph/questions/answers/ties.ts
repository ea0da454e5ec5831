import { isGenericName } from '../../analysis/generic-words.ts';
import { list, number, type Query, type Run, text } from '../cells.ts';
import { type Desk, type Draft, DraftRows, listed } from '../draft.ts';
import { formsOf, type ReadPaper, sentenceFor, wordsOfPaper } from '../evidence.ts';
import { STOP_WORDS, WORDS_OF_ABSTRACTS } from '../lexicon/stop-words.ts';
import type { PlanOf, Target } from '../plan.ts';
import { findForm, singular, stem, wordsOf } from '../word-forms.ts';
import { homeOf, papersNaming } from './home.ts';
import { ownersIn } from './links.ts';

const MOST_CONCEPTS = 12;
const MOST_WORDS = 10;
/** A concept or word that stands in more of all papers than this says little about two of them. */
const MOST_SHARE = 0.08;
const LEAST_LETTERS = 5;
/** One rare word alone is chance. */
const LEAST_WORDS = 2;

/** What the papers of two things have in common; papers that name both go first. */
export async function answerTies(plan: PlanOf<'ties'>, desk: Desk): Promise<Draft> {
  const { run } = desk;
  const [one, other] = plan.between;
  const [left, right] = [await homeOf(run, one), await homeOf(run, other)];
  const both = await namingBoth(run, one, other);
  const rows = new DraftRows();
  const names: string[] = [];
  for (const paper of both) {
    const sentence = sentenceFor(paper, [one, other]);
    rows.add(
      ['named together', `${one.name}, ${other.name}`, paper.title, sentence.sentence],
      [paper],
      [sentence],
    );
  }
  const sides = [left.papers, right.papers] as const;
  const pairOf = (forms: readonly string[], name: string): void => {
    const own: Target = { is: 'words', name, forms: [...forms] };
    const [a, b] = sides.map((papers) => papers.filter((paper) => findForm(wordsOfPaper(paper), forms)));
    const shown = [...new Set([...(a ?? []).slice(0, 2), ...(b ?? []).slice(0, 2)])];
    const citations = shown.map((paper) => sentenceFor(paper, [own]));
    rows.add(
      [
        kind,
        name,
        shown.map(({ title }) => title).join('; '),
        citations.map(({ sentence }) => sentence).join(' … '),
      ],
      shown,
      citations,
    );
    names.push(name);
  };
  let kind = 'shared link';
  const linked = sharedOwners(sides);
  for (const owner of linked) pairOf([owner], owner);
  const specific = left.papers.length <= 6 && right.papers.length <= 6;
  const cypher = sharedConceptsStatement(
    sides,
    [one, other],
    Math.max(4, Math.floor(MOST_SHARE * desk.vocabulary.papers)),
  );
  kind = 'shared concept';
  const shared = sides.every((papers) => papers.length > 0) ? await run(cypher) : [];
  for (const row of shared) {
    const name = text(row.name) ?? '';
    pairOf([name, ...list(row.aliases)], name);
  }
  kind = 'shared word';
  const words =
    specific && both.length < left.papers.length + right.papers.length
      ? await sharedWords(desk, sides, [one, other, ...names])
      : [];
  for (const word of words) pairOf([word], word);
  rows.cite([...left.papers, ...right.papers].slice(0, specific ? 12 : 0));
  const strong = both.length + linked.length + shared.length;
  const isTied = strong > 0 || words.length >= LEAST_WORDS;
  const told = tell(plan, {
    both,
    linked,
    shared: shared.map((row) => text(row.name) ?? ''),
    words: isTied ? words : [],
  });
  return {
    cypher,
    columns: ['tie', 'what', 'papers', 'sentence'],
    rows: rows.rows,
    citations: rows.citations,
    papers: rows.papers,
    value:
      names.length > 0
        ? names.join(', ')
        : both.length > 0
          ? both.map(({ title }) => title).join('; ')
          : null,
    message: told,
    ...(!isTied && { missing: true }),
  };
}

function tell(
  { between: [one, other] }: PlanOf<'ties'>,
  found: {
    both: readonly ReadPaper[];
    linked: readonly string[];
    shared: readonly string[];
    words: readonly string[];
  },
): string {
  const parts: string[] = [];
  if (found.both.length > 0)
    parts.push(
      `named together in ${found.both.length === 1 ? found.both[0]!.title : `${found.both.length} papers`}`,
    );
  if (found.linked.length > 0) parts.push(`links to ${listed(found.linked)}`);
  if (found.shared.length > 0) parts.push(`shared concepts: ${listed(found.shared)}`);
  if (found.words.length > 0) parts.push(`shared words: ${listed(found.words)}`);
  if (parts.length === 0) return `Nothing in this corpus ties ${one.name} to ${other.name}.`;
  return `${one.name} and ${other.name}: ${parts.join('; ')}.`;
}

async function namingBoth(run: Run, one: Target, other: Target): Promise<ReadPaper[]> {
  const first = await papersNaming(run, one);
  const second = new Set((await papersNaming(run, other)).map(({ id }) => id));
  return first.filter(({ id }) => second.has(id));
}

function sharedOwners([left, right]: readonly (readonly ReadPaper[])[]): string[] {
  const ofBoth = (papers: readonly ReadPaper[]): Map<string, string> =>
    new Map(papers.flatMap((paper) => [...ownersIn(wordsOfPaper(paper))]));
  const there = ofBoth(right!);
  return [...ofBoth(left!)].filter(([key]) => there.has(key)).map(([, name]) => name);
}

/** Concepts that papers of both sides name, the rarest first. */
function sharedConceptsStatement(
  [left, right]: readonly (readonly ReadPaper[])[],
  ends: readonly Target[],
  most: number,
): Query {
  const own = ends.flatMap((end) => (end.is === 'concept' ? end.ids : []));
  return {
    text: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)<-[:MENTIONS]-(q:Paper)
WHERE p.id IN $left AND q.id IN $right AND p.id <> q.id AND NOT c.id IN $own
  AND c.paperCount <= $most
RETURN DISTINCT c.id AS id, c.name AS name, c.aliases AS aliases, c.paperCount AS papers
ORDER BY papers, name, id LIMIT $limit`,
    parameters: {
      left: left!.map(({ id }) => id),
      right: right!.map(({ id }) => id),
      own,
      limit: MOST_CONCEPTS,
      most,
    },
  };
}

/** Words of both sides that few papers have, the rarest first. */
async function sharedWords(
  { run, vocabulary }: Desk,
  sides: readonly (readonly ReadPaper[])[],
  told: readonly (Target | string)[],
): Promise<string[]> {
  const known = new Set(
    told
      .flatMap((one) => (typeof one === 'string' ? [one] : [...formsOf(one)]))
      .flatMap((name) => wordsOf(name).map(stem)),
  );
  const wordsIn = (papers: readonly ReadPaper[]): Map<string, string> => {
    const words = papers.flatMap((paper) => wordsOf(wordsOfPaper(paper).replace(/https?:\S+/g, ' ')));
    const kept = words.filter(
      (word) =>
        word.length >= LEAST_LETTERS &&
        !/\d/.test(word) &&
        !STOP_WORDS.has(word) &&
        !WORDS_OF_ABSTRACTS.has(word),
    );
    return new Map(kept.map((word) => [stem(word), word]));
  };
  const there = wordsIn(sides[1]!);
  const shared = [...wordsIn(sides[0]!)]
    .filter(([one]) => there.has(one) && !known.has(one))
    .map(([, word]) => word);
  const telling = shared.filter(
    (word) => vocabulary.nameStems.has(stem(word)) && !isGenericName([singular(word)]),
  );
  const counted = await papersWith(run, telling);
  return counted
    .filter(({ papers }) => papers > 0 && papers <= Math.max(4, MOST_SHARE * vocabulary.papers))
    .sort((a, b) => a.papers - b.papers || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

async function papersWith(run: Run, words: readonly string[]): Promise<{ word: string; papers: number }[]> {
  const stems = new Map(words.map((word) => [stem(word), word]));
  if (stems.size === 0) return [];
  const rows = await run({
    text: `MATCH (p:Paper) WITH toLower(coalesce(p.title, '') + ' . ' + coalesce(p.abstract, '')) AS words
UNWIND $stems AS stem WITH stem, words WHERE words CONTAINS stem
RETURN stem, count(words) AS papers ORDER BY papers, stem`,
    parameters: { stems: [...stems.keys()] },
  });
  return rows.map((row) => ({
    word: stems.get(text(row.stem) ?? '') ?? '',
    papers: number(row.papers) ?? 0,
  }));
}
