import type { ConceptKind } from '../../graph/schema.ts';
import type { AcronymDefinition } from './acronyms.ts';
import { type ConceptSpan, surfaceOf } from './concept-spans.ts';
import type { IntroducedName } from './introductions.ts';
import { type KindVotes, vote, voteByContext, voteByWords, winningKind } from './kinds.ts';
import { looksLikeName } from './names.ts';
import type { Word } from './sentences.ts';

/** How many neighbours may hint at a kind. */
const NEIGHBOURS = 6;
const INTRODUCED_WEIGHT = 6;
const UNSAID_WEIGHT = 4;
const LIST_WEIGHT = 2;

const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^su])s$/, '');

const HEADS_OF_INTRODUCTIONS: readonly [RegExp, ConceptKind][] = [
  [
    /^(?:dataset|datasets|data-set|corpus|corpora|benchmark|benchmarks|benchmarking|testbed|treebank|testset|suite|collection)$/,
    'Dataset',
  ],
  [/^(?:metric|metrics|measure|score)$/, 'Metric'],
  [/^(?:task|problem|challenge)$/, 'Task'],
  [
    /^(?:method|methods|approach|framework|algorithm|technique|network|system|library|toolkit|package|platform|tool|architecture|module|strategy|pipeline|agent)$/,
    'Method',
  ],
  [/^(?:llm|llms|checkpoint|checkpoints|[\d.]+b|parameters|foundation)$/, 'Model'],
];

/** What the words near an introduction say of the new thing; the nearest one counts. */
function kindOfIntroduction(context: readonly Word[]): ConceptKind | null {
  for (const word of context) {
    for (const [pattern, kind] of HEADS_OF_INTRODUCTIONS) if (pattern.test(word.lower)) return kind;
  }
  return null;
}

const isOneName = ({ sentence, from, to }: ConceptSpan) =>
  to - from <= 2 && looksLikeName(sentence.words[from]!.text);

/** Two names with nothing but a comma or a conjunction between them. */
function areListed(a: ConceptSpan, b: ConceptSpan): boolean {
  const between = a.sentence.words.slice(a.to, b.from);
  const isJoined = between.length > 0 && between.every((word) => word.text === ',' || word.tag === 'CCONJ');
  return isJoined && isOneName(a) && isOneName(b);
}

/** One kind for all that is written the same in a document, and for a short form with its long form. */
export class ConceptKinds {
  readonly #votes = new Map<string, KindVotes>();
  readonly #same = new Map<string, string>();

  constructor(acronyms: readonly AcronymDefinition[]) {
    for (const { short, long } of acronyms) this.#same.set(keyOf(short), keyOf(long));
  }

  #votesFor(text: string): KindVotes {
    const own = keyOf(text);
    const key = this.#same.get(own) ?? own;
    let votes = this.#votes.get(key);
    if (!votes) {
      votes = new Map();
      this.#votes.set(key, votes);
    }
    return votes;
  }

  addSpan(span: ConceptSpan): void {
    const { sentence, from, to } = span;
    const { words } = sentence;
    const phrase = words.slice(from, to);
    const votes = this.#votesFor(surfaceOf(span));
    const left = words.slice(Math.max(0, from - NEIGHBOURS), from).reverse();
    voteByWords(votes, phrase);
    voteByContext(votes, phrase, left, words.slice(to, to + NEIGHBOURS));
  }

  addIntroduction({ name, context }: IntroducedName): void {
    const kind = kindOfIntroduction(context);
    vote(this.#votesFor(name), kind ?? 'Method', kind ? INTRODUCED_WEIGHT : UNSAID_WEIGHT);
  }

  /** Names in one list (`on A, B and C`) are of one kind: each takes over what its neighbour's words say. */
  addLists(spans: readonly ConceptSpan[]): void {
    for (let pass = 0; pass < 2; pass++) {
      for (const [i, span] of spans.entries()) {
        const next = spans[i + 1];
        if (!next || next.sentence !== span.sentence || !areListed(span, next)) continue;
        const here = this.#votesFor(surfaceOf(span));
        const there = this.#votesFor(surfaceOf(next));
        const kind = winningKind(here);
        if (kind !== 'Term' && winningKind(there) === 'Term') vote(there, kind, LIST_WEIGHT);
        else if (kind === 'Term' && winningKind(there) !== 'Term')
          vote(here, winningKind(there), LIST_WEIGHT);
      }
    }
  }

  kindOf(text: string): ConceptKind {
    return winningKind(this.#votesFor(text));
  }
}
