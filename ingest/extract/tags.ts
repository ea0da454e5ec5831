import { ADJECTIVES, FUNCTION_WORDS, NOUNS, VERBS } from './vocabulary/tag-lexicon.ts';
import type { Sentence, Word } from './sentences.ts';

const MODIFIER_TAIL =
  /[-‐‑–](?:based|driven|aware|free|level|wise|agnostic|specific|guided|oriented|like|scale|to|dimensional|order|end|shot|time|art|the|quality|modal|resolution|view|world|purpose|rank|source|domain|task|step|stage|grained|lingual|hop|turn|box|policy)$/;
const PARTICIPLE_TAIL = /[-‐‑–]\p{L}+(?:ed|ing)$/u;
const NAME_LIKE = /^\p{Lu}[\p{L}\p{N}]*[-+]?[\p{L}\p{N}]*$/u;
const INNER_CAPITAL = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d|\d\p{L}/u;

const isNominal = (word: Word | undefined) => word?.tag === 'NOUN' || word?.tag === 'PROPN';
const opensPhrase = (word: Word | undefined) => word?.tag === 'DET' || word?.tag === 'PRON';
const modifies = (word: Word | undefined) => word?.tag === 'ADJ' || isNominal(word);

/** What follows can only come after a finished noun phrase. */
function endsPhrase(word: Word | undefined): boolean {
  if (!word) return true;
  if (['PUNCT', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'SYM'].includes(word.tag)) return true;
  return FUNCTION_WORDS.has(word.lower);
}

function repairWord(words: readonly Word[], i: number): Word['tag'] {
  const word = words[i]!;
  const previous = words[i - 1];
  const next = words[i + 1];
  const { lower, tag } = word;
  if (FUNCTION_WORDS.has(lower)) return tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' ? 'X' : tag;
  if (!/\p{L}/u.test(lower)) return tag;
  if (/^https?:|^www\./.test(lower)) return 'X';
  if (ADJECTIVES.has(lower)) return 'ADJ';
  if (NOUNS.has(lower) && tag !== 'PROPN') {
    if (tag === 'VERB' && previous?.tag === 'PRON') return 'VERB';
    return 'NOUN';
  }
  if (VERBS.has(lower) && !modifies(previous)) return 'VERB';
  if (INNER_CAPITAL.test(word.text)) return tag === 'NOUN' ? 'NOUN' : 'PROPN';
  if (MODIFIER_TAIL.test(lower) || PARTICIPLE_TAIL.test(lower)) {
    return endsPhrase(next) && lower.endsWith('ing') ? 'NOUN' : 'ADJ';
  }
  if (i > 0 && NAME_LIKE.test(word.text) && tag !== 'ADJ' && tag !== 'ADV' && tag !== 'ADP') return 'PROPN';
  if (lower.endsWith('ing') && lower.length > 4 && (tag === 'VERB' || tag === 'NOUN' || tag === 'ADJ')) {
    if (endsPhrase(next) && next?.lower !== 'the') {
      if (modifies(previous)) return 'NOUN';
      return next?.tag === 'ADP' && next.lower !== 'of' && tag === 'VERB' && previous?.tag !== 'ADP' ? tag : 'NOUN';
    }
    if (opensPhrase(next)) return 'VERB';
    if (tag === 'VERB' && (opensPhrase(previous) || modifies(previous)) && modifies(next)) return 'ADJ';
    return tag;
  }
  if (tag === 'VERB' && lower.endsWith('ed')) {
    return modifies(next) && !['PRON', 'AUX'].includes(previous?.tag ?? '') ? 'ADJ' : tag;
  }
  if (tag === 'VERB' && (previous?.tag === 'DET' || previous?.tag === 'ADJ') && endsPhrase(next)) return 'NOUN';
  return tag;
}

/** Mends, in place, the tags that a general tagger gets wrong in abstracts: gerunds, participles, names. */
export function repairTags(sentence: Sentence): Sentence {
  const { words } = sentence;
  for (let i = 0; i < words.length; i++) words[i]!.tag = repairWord(words, i);
  return sentence;
}
