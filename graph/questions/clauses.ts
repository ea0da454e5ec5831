import type { ConceptKind } from '../schema.ts';
import type { Part } from './parse-filter.ts';
import type { Treatment, Want } from './plan.ts';

/** What a question asks besides its main clause. */
export interface Wishes {
  wants: Want[];
  beside: { kind: ConceptKind | null; how: Treatment } | null;
  /** Other words of those clauses. */
  words: string[];
}

export interface Clauses {
  main: Part[];
  wishes: Wishes;
  /** Words that describe a thing and can't be checked: `as a model repository`. */
  aside: string[];
  /** The clause behind asks of other things. */
  two: boolean;
}

const ASKING = new Set(['what', 'which', 'howMany', 'howMuch', 'how', 'who', 'when', 'where', 'why']);

/** The main clause, and what the clauses behind it ask of the same things: `…, and what do they conclude?` */
export function clausesOf(all: readonly Part[]): Clauses {
  const aside: string[] = [];
  const parts = withoutAside(all, aside);
  const cut = parts.findIndex(
    ({ item }, at) =>
      at > 1 &&
      item.t === 'head' &&
      ASKING.has(item.head) &&
      (parts[at - 1]!.item.t === 'joint' ||
        parts[at - 1]!.item.afterComma ||
        item.afterComma ||
        beforeIs(parts, at)),
  );
  if (cut < 0) return { main: parts, wishes: { wants: [], beside: null, words: [] }, aside, two: false };
  const tail = parts.slice(cut);
  const main = parts.slice(0, cut);
  while (main.length > 0 && main.at(-1)!.thing === null && /^(?:joint|slot|stop)$/.test(main.at(-1)!.item.t))
    main.pop();
  return { main, wishes: wishesOf(tail), aside, two: isAnother(main, tail) };
}

const BACK = /^(?:it|its|itself|they|them|their|theirs|these|those|this|that|each|he|she|his|her)$/i;

/** `How many A …, and how many B …?`: nothing in the clause behind refers to the one before. */
function isAnother(main: readonly Part[], tail: readonly Part[]): boolean {
  const [one, other] = [main, tail].map((parts) => {
    const item = parts.find((part) => part.item.t === 'head')?.item;
    return item?.t === 'head' ? item.head : null;
  });
  if (/^(?:who|when|where)$/.test(other ?? ''))
    return main.some(({ item }) => item.t === 'noun' && item.noun === 'papers');
  if (tail.some(({ item }) => item.text.split(' ').some((word) => BACK.test(word)))) return false;
  return (
    other === 'howMany' &&
    (one === 'howMany' || one === 'which') &&
    tail.some(({ item, thing }) => thing !== null || item.t === 'noun')
  );
}

/** `…, touching how much of …`, `and with what accuracy`: a word or two after the comma, then the question. */
function beforeIs(parts: readonly Part[], at: number): boolean {
  for (const back of [1, 2]) {
    const part = parts[at - back];
    if (!part || part.item.t === 'head' || part.item.t === 'noun') return false;
    if (part.item.afterComma || part.item.t === 'joint')
      return part.item.t !== 'joint' || part.item.joint === 'and';
  }
  return false;
}

/** Takes `as a …` out; `as a baseline` says how a paper treats it, which roles tell. */
function withoutAside(all: readonly Part[], aside: string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < all.length; at++) {
    const { item } = all[at]!;
    const next = all[at + 1];
    if (
      item.t !== 'joint' ||
      item.joint !== 'as' ||
      at === 0 ||
      !next ||
      /^(?:verb|head)$/.test(next.item.t)
    ) {
      parts.push(all[at]!);
      continue;
    }
    const words = [item.text];
    while (
      at + 1 < all.length &&
      /^(?:named|words|noun|stop|slot)$/.test(all[at + 1]!.item.t) &&
      !all[at + 1]!.item.afterComma
    ) {
      at += 1;
      words.push(all[at]!.item.text);
    }
    aside.push(words.join(' '));
  }
  return parts;
}

function wishesOf(tail: readonly Part[]): Wishes {
  const wants = new Set<Want>();
  const words: string[] = [];
  let beside: Wishes['beside'] = null;
  let how: Treatment = 'mentions';
  for (const { item } of tail) if (item.t === 'verb' && item.how !== 'mentions') how = item.how;
  for (const { item } of tail) {
    if (item.t === 'longForm') wants.add('longForm');
    else if (item.t === 'finding') wants.add('findings');
    else if (
      item.t === 'figure' ||
      (item.t === 'head' && (item.head === 'howMuch' || item.head === 'howMany'))
    )
      wants.add('figures');
    else if (item.t === 'noun' && item.noun === 'concepts' && item.kind !== 'Model')
      beside ??= { kind: item.kind, how };
    else if (item.t === 'words' || item.t === 'named') words.push(item.text);
  }
  if (wants.size === 0 && beside === null) wants.add('sentences');
  return { wants: [...wants], beside, words };
}
