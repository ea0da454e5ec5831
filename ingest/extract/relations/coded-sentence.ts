import type { Mention } from '../extractor.ts';
import type { Sentence, Word } from '../sentences.ts';

/**
 * A sentence as one line that patterns are written for: words in lower case with a space between, mentions as
 * `<3>`, lists of them as `<3.4.5>`; adjectives, adverbs, numbers, praise and heads that say nothing left out, `the`
 * for every definite determiner. `we evaluate <0> on <1.2> .`
 */
export type CodedSentence = string;

/** Words that patterns look for, whatever the tagger makes of them. */
const CUES = new Set(
  (
    'such other than not no never cannot nor neither instead better superior faster well versus vs based like unlike called named namely including include includes ' +
    'as for on to of by via using with against over from in into through within e.g. i.e. rather called termed both'
  ).split(' '),
);

const INDEFINITE = new Set(['a', 'an', 'one', 'another']);
const DEFINITE = new Set(
  (
    'the this these those our its their his her each every any some all several many various numerous most two three four five ' +
    'six few both multiple different certain common popular well-known widely-used standard existing recent previous ' +
    'proposed new novel state-of-the-art'
  ).split(' '),
);

/** A noun behind a concept that adds nothing to it: `Kalman filter algorithm`. */
const EMPTY_HEADS =
  /^(?:algorithm|method|model|framework|approach|system|technique|architecture|procedure|scheme|strateg(?:y|ie)|methodolog(?:y|ie)|dataset|data-?set|benchmark|corp(?:us|ora)|collection|suite|task|problem|challenge|metric|measure|score|baseline|setting|application|domain|learner|solver|variant|paradigm|formalism|formulation|environment|game)s?$/;

/** What says nothing of the thing that follows: `the task of X`, `a variety of X`. */
const WRAPPERS =
  /(?:(?:a|the) )?(?:task|problem|use|usage|challenge|variety|number|set|range|family|class|serie|kind|type|form|version|variant|combination|application|field|area|topic|case|context|process|collection|suite|majority|purpose|goal|idea|concept|notion)(?:s|es)? of (?=(?:(?:a|the) )?<)/g;
/** A quality or treatment of the thing, kept as `@`: `the performance of X`. */
const QUALITIES =
  /(?:(?:a|the) )?(?:performance|quality|efficiency|effectiveness|robustness|potential|power|capability|capabilities|ability|abilities|design|development|study|analysis|computation|implementation|speed|scalability|generalization|superiority|benefit|utility|usefulness)s? of (?=(?:(?:a|the) )?<)/g;

const QUOTES = /^["“”‘’'`]$/;
const LIST =
  /<([\d.]+)>((?: , (?:(?:a|the) )?<[\d.]+>)*)(?: ,)? (?:and|or|&|as well as|and\/or) (?:(?:a|the) )?<([\d.]+)>/g;
/** A list that goes on into what it is an example of. */
const OPEN_LIST = /<([\d.]+)>((?: , <[\d.]+>)+)(?=(?: ,)? (?:and|or) (?:the )?other )/g;
const BRACKETS = /\( ([^()]*?) \)/g;
const MAX_ASIDE_WORDS = 12;

/** `not only` denies nothing. */
const MERELY = new Set(['only', 'just', 'merely', 'simply', 'solely']);

function codeWord(word: Word, followsMention: boolean): string {
  const { lower, tag } = word;
  if (QUOTES.test(word.text)) return '';
  // Mathematics is one word, and could look like a slot.
  if (/[<>$\\]/.test(lower)) return '$';
  if (INDEFINITE.has(lower)) return 'a';
  if (DEFINITE.has(lower)) return 'the';
  if (/n['’]t$/.test(lower)) return 'not';
  if (CUES.has(lower)) return lower;
  if (followsMention && EMPTY_HEADS.test(lower)) return '';
  // `BERT trained on …`: what was done to it is a statement, not a quality.
  if (followsMention && /(?:ed|nt)$/.test(lower)) return lower;
  if (tag === 'ADJ' || tag === 'ADV' || tag === 'NUM')
    return lower.endsWith('er') && tag === 'ADJ' ? 'better' : '';
  return lower;
}

/** A noun that makes what stands before it a modifier. */
const isNoun = ({ tag, lower }: Word): boolean =>
  (tag === 'NOUN' || tag === 'PROPN') && /^\p{L}/u.test(lower) && !CUES.has(lower);

/** Mentions of one sentence, none inside another; the widest of those that overlap stays. */
function apart(mentions: readonly { mention: Mention; index: number }[]) {
  const kept: { mention: Mention; index: number }[] = [];
  for (const one of mentions.toSorted(
    (a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end,
  )) {
    if (one.mention.start >= (kept.at(-1)?.mention.end ?? 0)) kept.push(one);
  }
  return kept;
}

/** Asides go: a short form in brackets is the name before it, `(e.g. <1>)` stays as a clause, others say nothing. */
function withoutBrackets(line: string): string {
  return line.replace(BRACKETS, (whole, inside: string) => {
    if (/^(?:e\.?g\.?|such as|including|like|i\.?e\.?)\b/.test(inside)) return `, ${inside}`;
    return inside.split(' ').length > MAX_ASIDE_WORDS ? whole : '';
  });
}

/** A verb that has but one subject, so that a clause begins with it: what is no noun behind a concept, and ends in s. */
const SINGULAR_VERB =
  /^(?!as$|thus$|versus$|vs$|across$|includes?$|towards$|whereas$|besides$|plus$)[a-z]*[^su]s$/;

/** `x for <1> and <2> for y` is no list of 1 and 2, nor is `detects <1> and <2> is …`. */
function joinLists(line: string): string {
  const idsOf = (text: string): string[] => [...text.matchAll(/[\d.]+/g)].map(([ids]) => ids);
  const joined = line.replace(OPEN_LIST, (whole) => `<${idsOf(whole).join('.')}>`);
  return joined.replace(LIST, (whole, first: string, middle: string, last: string, at: number) => {
    const before = /(\S+) (?:(?:a|the) )?$/.exec(joined.slice(0, at))?.[1];
    const after = /^ (\S+)/.exec(joined.slice(at + whole.length))?.[1];
    if (before !== undefined && before === after && /^(?:for|on|in|with|using|via|to|by)$/.test(before))
      return whole;
    if (after === '-based' || SINGULAR_VERB.test(after ?? '')) return whole;
    const ids = [first, ...idsOf(middle), last];
    return `<${ids.join('.')}>`;
  });
}

/** `mentions` are those of this sentence, with their index in the extraction. */
export function codeSentence(
  sentence: Sentence,
  mentions: readonly { mention: Mention; index: number }[],
): CodedSentence {
  const tokens: string[] = [];
  const queue = apart(mentions);
  let next = 0;
  let followsMention = false;
  let open: Mention | null = null;
  for (const [at, word] of sentence.words.entries()) {
    while (open && word.start >= open.end) open = null;
    const upcoming = queue[next];
    if (upcoming && upcoming.mention.start < word.end) {
      tokens.push(`<${upcoming.index}>`);
      open = upcoming.mention;
      next += 1;
      followsMention = true;
    }
    if (open && word.start < open.end) {
      // A compound that goes on behind the name: `BERT-based`.
      if (word.end > open.end) tokens.push(/-based$/.test(word.lower) ? '-based' : '-compound');
      continue;
    }
    const isMere = word.lower === 'not' && MERELY.has(sentence.words[at + 1]?.lower ?? '');
    const token: string = isMere ? '' : codeWord(word, followsMention);
    if (followsMention && token !== '' && isNoun(word)) tokens.push('-compound');
    if (token !== '') tokens.push(token);
    followsMention = followsMention && token === '' && !QUOTES.test(word.text);
  }
  let line = tokens
    .join(' ')
    .replace(/\be \. g \./g, 'e.g.')
    .replace(/\bi \. e \./g, 'i.e.');
  line = withoutBrackets(line).replace(/\b(?:a|the)(?: (?:a|the))+\b/g, 'the');
  for (let before = ''; before !== line; ) {
    before = line;
    line = line.replace(WRAPPERS, '').replace(QUALITIES, '@ ');
  }
  return joinLists(line.replace(/ {2,}/g, ' ').trim());
}
