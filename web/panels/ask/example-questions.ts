/** Questions that this graph can answer, made of its own names. Pure. */
import type { GraphView } from '../../../graph/contract.ts';
import type { ConceptKind } from '../../../graph/schema.ts';

interface Named {
  readonly name: string;
  readonly kind: string;
  readonly papers: number;
}

export interface ExampleGroup {
  readonly title: string;
  readonly questions: readonly string[];
}

/** Names that a question can hold without quotes. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} -]{2,32}$/u;
/** Of several words, or with a capital or figure in it: a single plain word may be one that questions are made of. */
const TELLING = /[\p{Lu}\p{N} -]/u;
/** Words that would be read as parts of the question. */
const GRAMMAR = /\b(?:and|or|not|but|with|without|of|on|in|to|for|between|from|by|as|is|are|the)\b/i;
const FEWEST_PAPERS = 2;

const PLURALS: Readonly<Record<ConceptKind, string>> = {
  Method: 'methods',
  Task: 'tasks',
  Dataset: 'datasets',
  Metric: 'metrics',
  Model: 'models',
  Term: 'terms',
};

/** Kinds to ask what was never used: those with fewer concepts before others. */
const FEW_FIRST = ['Dataset', 'Model', 'Metric', 'Method', 'Task'] as const;

/** Concepts of most papers first, whose names mean one thing only. */
function namedConcepts({ nodes, themes }: GraphView): Map<number, Named> {
  const folded = (text: string) => text.toLowerCase();
  const times = new Map<string, number>();
  for (const label of [...nodes.label, ...themes.map((theme) => theme.label)])
    times.set(folded(label), (times.get(folded(label)) ?? 0) + 1);
  const found = nodes.id.flatMap((_, at) => {
    const [name, kind, papers] = [nodes.label[at]!, nodes.kind[at]!, nodes.weight[at]!];
    const fits =
      PLAIN.test(name) && TELLING.test(name) && !GRAMMAR.test(name) && times.get(folded(name)) === 1;
    return fits && kind in PLURALS && papers >= FEWEST_PAPERS ? [[at, { name, kind, papers }] as const] : [];
  });
  return new Map(found.sort(([, one], [, other]) => other.papers - one.papers));
}

/** Whether a word of the one stands in the other: they are rather one thing. */
function haveWord(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().split(/[ -]/));
  return other
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => words.has(word));
}

/** The pair with the strongest tie, of concepts that none of `taken` names; null where there is none. */
function strongestPair(
  { edges }: GraphView,
  concepts: ReadonlyMap<number, Named>,
  taken: ReadonlySet<string>,
): readonly [Named, Named] | null {
  let best: { pair: readonly [Named, Named]; weight: number } | null = null;
  edges.source.forEach((source, i) => {
    const [one, other] = [concepts.get(source), concepts.get(edges.target[i]!)];
    if (!one || !other || taken.has(one.name) || taken.has(other.name)) return;
    if (haveWord(one.name, other.name)) return;
    // Strong ties of rare concepts tell less than those that many papers bear out.
    const weight = edges.weight[i]! * Math.min(one.papers, other.papers);
    if (!best || weight > best.weight) best = { pair: [one, other], weight };
  });
  // NOTE: assigned in a callback, which the compiler does not follow.
  return (best as { pair: readonly [Named, Named] } | null)?.pair ?? null;
}

/** `view`: the concepts and what co-occurs. Empty where the graph has no names to ask with. */
export function exampleQuestions(view: GraphView, { gaps }: { gaps: boolean }): ExampleGroup[] {
  const concepts = namedConcepts(view);
  const all = [...concepts.values()];
  const [first] = all;
  if (!first) return [];
  const second = all.find(({ name }) => !haveWord(name, first.name));
  const third = all.find((one) => second && one !== first && !haveWord(one.name, second.name)) ?? first;
  const pair = strongestPair(view, concepts, new Set());
  const further = pair && strongestPair(view, concepts, new Set(pair.map(({ name }) => name)));
  const kindBeside = (one: Named) =>
    FEW_FIRST.find((kind) => kind !== one.kind && all.some((other) => other.kind === kind));
  const never = pair && kindBeside(pair[0]);
  const most = all.find(({ kind }) => kind === 'Dataset' || kind === 'Method')?.kind;
  const groups: [title: string, questions: (string | null | undefined | false)[]][] = [
    [
      'Find papers',
      [
        pair && `Which papers mention both ${pair[0].name} and ${pair[1].name}?`,
        second && `Which papers mention ${third.name} but not ${second.name}?`,
      ],
    ],
    [
      'Count',
      [`How many papers mention ${first.name}?`, most && `What is the most mentioned ${most.toLowerCase()}?`],
    ],
    ['Compare', [second && `Are there more papers on ${first.name} or on ${second.name}?`]],
    ['Connect', [further && `What connects ${further[0].name} and ${further[1].name}?`]],
    [
      'What is missing',
      [
        pair && never && `Which ${PLURALS[never]} have never been used with ${pair[0].name}?`,
        gaps && 'Which gaps are there?',
      ],
    ],
    [
      'Over time',
      view.years.length > 0
        ? [
            `How many papers per year mention ${first.name}?`,
            second && `When was ${second.name} first mentioned?`,
          ]
        : [],
    ],
  ];
  return groups
    .map(([title, questions]) => ({ title, questions: questions.filter((one) => typeof one === 'string') }))
    .filter(({ questions }) => questions.length > 0);
}
