import type { Sentence, Word } from './sentences.ts';
import {
  ADJECTIVES,
  CLAUSE_VERBS,
  FUNCTION_WORDS,
  NOTATION,
  NOUN_GERUNDS,
  NOUNS,
  VERBS,
} from './vocabulary/tag-lexicon.ts';
import { WEAK_MODIFIERS } from './vocabulary/weak-modifiers.ts';

type Tag = Word['tag'];

const MODIFIER_TAIL =
  /[-‐‑–](?:based|driven|aware|free|level|wise|agnostic|specific|guided|oriented|like|scale|to|dimensional|order|end|shot|time|art|the|quality|modal|resolution|view|world|purpose|rank|source|domain|task|step|stage|grained|lingual|hop|turn|box|horizon|range|term|fidelity|case|form|consuming|wide|optimal|independent|dependent|invariant|equivariant|negative|positive|convex|linear|smooth|parametric|stationary|trivial)$/;
const PARTICIPLE_TAIL = /[-‐‑–]\p{L}+(?:ed|ing)$/u;
const NAME_LIKE = /^\p{Lu}[\p{L}\p{N}]*[-+]?[\p{L}\p{N}]*$/u;
const INNER_CAPITAL = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d|\d\p{L}/u;
const MODALS = new Set([
  'can',
  'could',
  'may',
  'might',
  'must',
  'should',
  'will',
  'would',
  'we',
  'they',
  'not',
  'which',
]);
const PHRASE_ENDS: ReadonlySet<Tag> = new Set(['PUNCT', 'ADP', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'SYM']);

const isNominal = (word: Word | undefined) => word?.tag === 'NOUN' || word?.tag === 'PROPN';
const modifies = (word: Word | undefined) => word?.tag === 'ADJ' || isNominal(word);

/** A determiner or pronoun that starts another noun phrase. */
const opensPhrase = (word: Word | undefined) =>
  (word?.tag === 'DET' || word?.tag === 'PRON' || word?.tag === 'NUM') &&
  word.lower !== 'that' &&
  word.lower !== 'which';

/** What follows can only come after a finished noun phrase. */
const endsPhrase = (word: Word | undefined) =>
  !word || PHRASE_ENDS.has(word.tag) || (FUNCTION_WORDS.has(word.lower) && !opensPhrase(word));

function gerundTag(previous: Word | undefined, word: Word, next: Word | undefined): Tag {
  if (opensPhrase(next)) return 'VERB';
  if (NOUN_GERUNDS.has(word.lower)) return 'NOUN';
  if (endsPhrase(next)) {
    return modifies(previous) || opensPhrase(previous) ? 'NOUN' : 'VERB';
  }
  if (modifies(next) && opensPhrase(previous)) return 'ADJ';
  return modifies(previous) ? 'NOUN' : 'VERB';
}

/** `the module trains a …`: a plural between a noun and the start of another phrase is a verb. */
const isThirdPerson = (previous: Word | undefined, word: Word, next: Word | undefined) =>
  word.tag === 'NOUN' && /[^su]s$/.test(word.lower) && isNominal(previous) && opensPhrase(next);

const asksForVerb = (previous: Word | undefined) =>
  previous !== undefined &&
  (MODALS.has(previous.lower) || (previous.lower === 'to' && previous.tag === 'PART'));

/** `state of the art performance`, written without hyphens. */
function isStateOfTheArt(words: readonly Word[], i: number): boolean {
  for (let from = Math.max(0, i - 3); from <= i; from++) {
    const four = words.slice(from, from + 4);
    if (four.length === 4 && four.map((word) => word.lower).join(' ') === 'state of the art') return true;
  }
  return false;
}

function repairedTag(sentence: Sentence, i: number): Tag {
  const word = sentence.words[i]!;
  const previous = sentence.words[i - 1];
  const next = sentence.words[i + 1];
  const { lower, tag } = word;
  if (isStateOfTheArt(sentence.words, i)) return 'X';
  if (lower === 'least' && next?.lower.startsWith('square')) return 'ADJ';
  if (FUNCTION_WORDS.has(lower)) return tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' ? 'X' : tag;
  if (!/\p{L}/u.test(lower)) return tag === 'NOUN' || tag === 'PROPN' ? 'SYM' : tag;
  if (/^https?:|^www\.|^\p{L}\.$/u.test(lower)) return 'X';
  if (/^[\\$]/.test(lower) || NOTATION.has(lower) || /^\p{Ll}$/u.test(word.text)) return 'X';
  if (ADJECTIVES.has(lower)) return 'ADJ';
  const isName = INNER_CAPITAL.test(word.text) || (i > 0 && !sentence.titleCase && NAME_LIKE.test(word.text));
  if (CLAUSE_VERBS.has(lower) && !isName && !opensPhrase(previous) && previous?.tag !== 'ADJ') return 'VERB';
  if (VERBS.has(lower) && asksForVerb(previous)) return 'VERB';
  if (VERBS.has(lower) && !opensPhrase(previous) && previous?.tag !== 'ADJ') {
    if (!modifies(previous) || !endsPhrase(next) || next?.lower === 'that') return 'VERB';
  }
  if (NOUNS.has(lower) && !isName) return asksForVerb(previous) ? 'VERB' : 'NOUN';
  if (i === 0 && tag === 'PROPN' && WEAK_MODIFIERS.has(lower)) return 'ADJ';
  if (INNER_CAPITAL.test(word.text)) return tag === 'NOUN' || tag === 'ADJ' ? tag : 'PROPN';
  if (lower.endsWith('ing') && /[-‐‑–]/.test(lower) && endsPhrase(next)) return 'NOUN';
  if (MODIFIER_TAIL.test(lower) || PARTICIPLE_TAIL.test(lower)) return 'ADJ';
  if (isName && tag !== 'ADJ' && tag !== 'ADV' && tag !== 'ADP') return 'PROPN';
  if (lower.endsWith('ing') && lower.length > 4 && tag !== 'PROPN') return gerundTag(previous, word, next);
  if (isThirdPerson(previous, word, next)) return 'VERB';
  if (tag === 'VERB' && lower.endsWith('ed')) {
    return modifies(next) && previous?.tag !== 'PRON' && previous?.tag !== 'AUX' ? 'ADJ' : tag;
  }
  if (tag === 'VERB' && (previous?.tag === 'DET' || previous?.tag === 'ADJ') && endsPhrase(next))
    return 'NOUN';
  return tag;
}

/** Mends, in place, the tags that a general tagger gets wrong in abstracts: gerunds, participles, names. */
export function repairTags(sentence: Sentence): Sentence {
  for (let i = 0; i < sentence.words.length; i++) sentence.words[i]!.tag = repairedTag(sentence, i);
  return sentence;
}
