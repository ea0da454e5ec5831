import { isPunctuation, isQuote } from '../named-runs.ts';
import type { Word } from '../sentences.ts';
import { NAMING_VERBS } from '../vocabulary/introduction-cues.ts';

/** What was there before the paper. */
const OTHERS = new Set('existing previous prior current known earlier traditional conventional'.split(' '));
/** How the world calls a thing, and not the paper. */
const HABITS = new Set(
  'commonly often usually sometimes traditionally generally frequently typically widely popularly historically'.split(
    ' ',
  ),
);
const ENTITIES = new Set(['entity', 'entities']);

/** Whether the noun phrase that ends before `end` speaks of what others made: `existing sets of models`. */
function isOfOthers(words: readonly Word[], end: number): boolean {
  let at = end - 1;
  while (at >= 0 && (isQuote(words[at]) || isPunctuation(words[at]) || words[at]!.tag === 'AUX')) at--;
  for (; at >= 0; at--) {
    const { lower, tag } = words[at]!;
    if (OTHERS.has(lower)) return true;
    if (lower !== 'of' && tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'ADJ') return false;
  }
  return false;
}

/** Whether word `at` gives a new name: not the `named` of named entities, nor what is often called so, nor a name of old. */
export function isNaming(words: readonly Word[], at: number): boolean {
  const { lower } = words[at]!;
  if (!NAMING_VERBS.has(lower)) return false;
  if (lower === 'named' && ENTITIES.has(words[at + 1]?.lower ?? '')) return false;
  return !HABITS.has(words[at - 1]?.lower ?? '') && !isOfOthers(words, at);
}
