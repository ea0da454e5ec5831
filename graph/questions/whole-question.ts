import { UNMEASURED } from './lexicon/grammar.ts';
import type { Part } from './parse-filter.ts';
import { targetsIn } from './part-list.ts';
import type { Filter, Treatment } from './plan.ts';
import type { Settled } from './things.ts';
import { fold } from './tokens.ts';

/** `metrics used in papers on X`: the verb tells of the answer, what follows the papers tells which they are. */
export function spokenBefore(
  parts: readonly Part[],
  at: number,
  noun: string | null,
): { how: Treatment; papers: number } | null {
  if (noun !== 'concepts') return null;
  const papers = parts.findIndex(
    ({ item }, i) =>
      i > at &&
      item.t === 'noun' &&
      item.noun === 'papers' &&
      !/^(?:compare|extreme)$/.test(parts[i - 1]!.item.t),
  );
  const between = parts.slice(at + 1, Math.max(papers, 0));
  if (papers < 0 || between.some(({ thing, item }) => thing !== null || item.t === 'joint')) return null;
  const verb = between.find(({ item }) => item.t === 'verb')?.item;
  return verb?.t === 'verb' ? { how: verb.how, papers } : null;
}

/** Verbs that say of the corpus that it has something. */
const HAVING =
  /^(?:contain|contains|include|includes|mentioned|appear|appears|appeared|came out|occur|occurs|published|cover|covers|used|introduced|evaluated|named|stand|stands)$/i;

/** Whether all that the question says is in what was read, so that no answer is to another question. */
export function isWhole(read: {
  parts: readonly Part[];
  usable: readonly Part[];
  filter: Filter | null;
  noun: boolean;
  head: string | null;
  quantified: boolean;
}): boolean {
  const { parts, usable, filter, noun, head } = read;
  if (!noun) {
    if (filter === null) return false;
    if (parts.some(({ item }) => item.t === 'head' && /^how often$/i.test(item.text))) return true;
    if (head === null || head === 'is' || head === 'who' || head === 'when' || head === 'where') return true;
    const headAt = parts.findIndex(({ item }) => item.t === 'head');
    return (head === 'what' || head === 'which') && parts[headAt + 1]?.item.t === 'verb';
  }
  if (filter !== null || head === 'who') return true;
  return usable.every(
    ({ item }) =>
      item.t !== 'verb' ||
      HAVING.test(item.text) ||
      item.how === 'mentions' ||
      read.quantified ||
      parts.some((part) => part.item.t === 'noun' && part.item.noun === 'concepts'),
  );
}

/** A name where an author or venue is to stand, and none is called so: `written by Anthropic`. */
export function unknownAuthor(parts: readonly Part[], head: string | null): string | null {
  for (const [at, { item }] of parts.entries()) {
    const next = parts.slice(at + 1).find((part) => part.item.t !== 'stop');
    if (next?.thing?.is !== 'target' || next.thing.target.is === 'paper') continue;
    if (item.t === 'wrote' && head !== 'who') return next.item.text;
    const before = parts[at - 1]?.item;
    // `papers in Neurips`: written as a name, and in no text.
    const isIn =
      item.t === 'slot' && /^in$/i.test(item.text) && before?.t === 'noun' && before.noun === 'papers';
    if (isIn && next.item.t === 'words' && next.item.absent && /^\p{Lu}/u.test(next.item.text))
      return next.item.text;
    const isBy = item.t === 'slot' && /^by$/i.test(item.text);
    if (isBy && next.thing.target.is === 'words' && before?.t === 'noun' && before.noun === 'papers')
      return next.item.text;
    if (isBy && next.thing.target.is === 'words' && before?.t === 'verb' && before.how === 'introduces')
      return next.item.text;
  }
  return null;
}

/** `address tool use`: a verb behind a kind, that nothing follows and that says nothing of what stands before. */
export function danglingVerb(usable: readonly Part[]): Settled | null {
  const at = usable.findLastIndex(({ item, thing }) => item.t === 'verb' && thing === null);
  const before = usable[at - 1]?.thing;
  const verb = usable[at]?.item;
  return before?.is === 'filter' && before.filter.is === 'names' && verb && !/(?:ed|ing)$/i.test(verb.text)
    ? verb
    : null;
}

/** What was said and not read: words in no place that a name may have, and words of other kinds of questions. */
export function strayWords(usable: readonly Part[], parts: readonly Part[], asked: string): Settled[] {
  const stray: Settled[] = [];
  const things = targetsIn(parts).length;
  for (const { item, thing } of usable) {
    if (thing) continue;
    if (/^(?:differ|longForm|stated|quality|figure|finding|similar|more)$/.test(item.t)) stray.push(item);
    else if (item.t === 'compare' || (item.t === 'noun' && item.noun === 'gaps')) stray.push(item);
    else if (
      item.t === 'tie' &&
      (things === 0 || asked !== 'papers' || /^(?:shares?|shared|common|in common|path)/i.test(item.text))
    )
      stray.push(item);
    else if (item.t === 'noun' && asked === 'papers' && item.noun === 'concepts' && !isBeside(parts, item))
      stray.push(item);
    else if (item.t === 'noun' && asked === 'papers' && item.noun === 'authors' && !isBeside(parts, item))
      stray.push(item);
  }
  for (const [at, { item }] of parts.entries()) {
    if (item.t === 'number' && usable.some((part) => part.item === item) && !isQuantity(parts, at))
      stray.push(item);
    if (item.t === 'named' && !item.quoted && UNMEASURED.has(fold(item.text)) && !isSought(parts, at))
      stray.push(item);
    if (item.t !== 'words' || item.quoted) continue;
    if (UNMEASURED.has(fold(item.text)) && !isSought(parts, at)) {
      stray.push(item);
      continue;
    }
    const before = parts.slice(0, at).findLast((part) => part.item.t !== 'stop' || part.thing !== null);
    const next = parts[at + 1]?.item;
    const modifies = next?.t === 'noun' && !next.afterComma;
    const placed =
      modifies ||
      (before !== undefined && before.thing !== null) ||
      /^(?:verb|slot|joint|tie|wrote)$/.test(before?.item.t ?? '') ||
      /^(?:has|have|having)$/i.test(before?.item.text ?? '') ||
      (before?.item.t === 'head' && before.item.head === 'is' && next?.t === 'verb');
    if (!placed) stray.push(item);
  }
  return stray;
}

/** `which two papers`: as many as are asked for. */
const isQuantity = (parts: readonly Part[], at: number): boolean => {
  const near = [parts[at - 1]?.item.t, parts[at + 1]?.item.t];
  return near.includes('noun') || near.includes('extreme') || near.includes('compare');
};

/** A word right behind a verb is looked for, whatever it says: `mention average`. */
const isSought = (parts: readonly Part[], at: number): boolean => parts[at - 1]?.item.t === 'verb';

/** `the LIME method`, `the method LIME`: a noun beside a name only says what it is. */
function isBeside(parts: readonly Part[], noun: Settled): boolean {
  const at = parts.findIndex(({ item }) => item === noun);
  return [at - 1, at + 1].some((i) => parts[i]?.thing !== null && parts[i] !== undefined);
}
