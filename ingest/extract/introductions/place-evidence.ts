import { isBoundary, isQuote } from '../named-runs.ts';
import { looksLikeName } from '../names.ts';
import type { Word } from '../sentences.ts';
import { GENERIC_HEADS } from '../vocabulary/generic-heads.ts';
import { WEAK_MODIFIERS } from '../vocabulary/weak-modifiers.ts';
import type { Place } from './candidates.ts';

/** What is known of all candidates of a paper together. */
export interface Surroundings {
  /** Running number of the first sentence that introduces something; infinity when none does. */
  firstIntroduction: number;
  hasTitle: boolean;
  hasTitleName: boolean;
  hasPattern: boolean;
  /** Lower-case addresses in the text. */
  urls: string;
}

const USE = new Set(
  'using use uses used utilize utilizes utilizing employ employs employing via with by apply applying applied leveraging leverages through adopt'.split(
    ' ',
  ),
);
const PLACE = new Set('on of in to for from into at over within under between'.split(' '));
const COMPARE = new Set(
  'than compared like unlike versus vs outperform outperforms outperforming surpass surpasses surpassing baselines baseline including e.g. popular existing recent traditional standard conventional classical well-known state-of-the-art sota extend extends extending generalizes generalize improves'.split(
    ' ',
  ),
);
const SYSTEMS = new Set(
  'system algorithm method approach framework model architecture network dataset benchmark corpus procedure tool toolkit parser library package platform classifier estimator kernel metric technique strategy policy task criterion layer loss module agent language environment scheme'.split(
    ' ',
  ),
);
const DROPPED = new Set('method approach algorithm framework technique problem'.split(' '));
const CARRIERS = new Set(
  'method methods technique techniques concept concepts notion notions idea approach problem task principle'.split(
    ' ',
  ),
);
const PASSIVE = /^(?:introduced|proposed|presented|described|developed|suggested)$/;
const DOES =
  /^(?:is|achieves|outperforms|uses|learns|improves|provides|allows|enables|requires|can|performs|yields|consists|combines|exploits|leverages)$/;
const WINS = new Set(['outperforms', 'achieves', 'improves']);
/** How far behind a name its citation may reach, in UTF-16 units. */
const CITATION_REACH = 24;
const ARTICLES = new Set(['a', 'an', 'one']);
const PREPOSITIONS = new Set('via with through using by'.split(' '));

/** A place with the words around it: two before and two behind, past quotation marks; `^` and `$` at the ends. */
interface Neighbourhood extends Place {
  /** Indexes of the word before and the word behind. */
  b: number;
  a: number;
  before: string;
  before2: string;
  after: string;
  after2: string;
  words: readonly Word[];
  lowers: readonly string[];
}

function neighbourhoodOf(place: Place): Neighbourhood {
  const { cued, from, to } = place;
  const { words } = cued.sentence;
  const { lowers } = cued;
  let b = from - 1;
  while (b >= 0 && isQuote(words[b])) b--;
  let a = to;
  while (a < words.length && isQuote(words[a])) a++;
  const before = lowers[b] ?? '^';
  const before2 = lowers[b - 1] ?? '^';
  const after = lowers[a] ?? '$';
  const after2 = lowers[a + 1] ?? '$';
  return { ...place, b, a, before, before2, after, after2, words, lowers };
}

function ofTitle(
  { from, b, before, before2, after, after2, lowers }: Neighbourhood,
  found: Set<string>,
): void {
  found.add('title');
  if (from === 0 || (from === 1 && ['the', 'a', 'an', 'towards', 'learning'].includes(lowers[0]!)))
    found.add('titleFirst');
  if (PREPOSITIONS.has(before) || (WEAK_MODIFIERS.has(before) && PREPOSITIONS.has(before2)))
    found.add('titleVia');
  if (['for', 'in', 'of', 'on', 'to'].includes(before)) found.add('titleFor');
  if (after === ':') found.add('titleColon');
  if (before === ':' || (before2 === ':' && ['a', 'the', 'an'].includes(before)))
    found.add('titleBehindColon');
  if (after === '$' || GENERIC_HEADS.has(after)) found.add('titleEnd');
  if (['for', 'in', 'on', 'with'].includes(after)) found.add('titleThenFor');
  if (before === '(' && after === ')') found.add('titleParenthesis');
  if (
    b <= 0 &&
    (b < 0 || ['the', 'a', 'an'].includes(before)) &&
    (after === '$' || (DROPPED.has(after) && after2 === '$'))
  )
    found.add('titleWhole');
  if (before === 'the' && from === 1) found.add('titleThe');
}

/** How the object of an introducing verb begins. */
function objectStart(verb: number, at: number, lowers: readonly string[]): string {
  if (at === verb + 1) return 'verbBare';
  if (ARTICLES.has(lowers[verb + 1]!)) return 'verbArticle';
  return lowers[verb + 1] === 'the' ? 'verbThe' : 'verbFilled';
}

/** Behind the object of an introducing verb: set off by a sign, one of a list, or further away. */
function behindObject({ from, a, before, words }: Neighbourhood, end: number): string {
  if (/^[,:–—(-]$/.test(words[end]?.text ?? '') && from - end <= 3) return 'verbApposed';
  const isListed = words.slice(end, from).some((word) => /^[,:–—]$/.test(word.text));
  return isListed && /^[,:–—]$/.test(before) && isBoundary(words[a]) ? 'verbListed' : 'verbFar';
}

function ofVerbs(near: Neighbourhood, found: Set<string>): void {
  const { cued, from, to, lowers } = near;
  for (const [i, { at, end }] of cued.objects.entries()) {
    const verb = cued.verbs[i]!;
    if (from === at || (from > verb && from <= at)) {
      found.add(objectStart(verb, at, lowers));
      if (to === end) found.add('verbWhole');
    } else if (from > at && from < end) found.add('verbObject');
    else if (from >= end && from < verb + 16) found.add(behindObject(near, end));
  }
}

/** Ways to say that a name is one: called so, referred to as, the notion of, proposed, ours. */
function ofNaming(near: Neighbourhood, found: Set<string>): void {
  const { cued, b, before, before2, after, after2, lowers, isPattern } = near;
  if (
    cued.namings.some(
      (naming) =>
        b === naming || (b === naming + 1 && ['as', 'the', 'a', 'an', 'it', 'this'].includes(before)),
    )
  )
    found.add('named');
  if (
    before === 'as' &&
    lowers.slice(Math.max(0, b - 8), b).some((word) => /^(?:refer|define|denote|call)/.test(word))
  )
    found.add('referred');
  if (isPattern) found.add('pattern');
  if (before === 'of' && CARRIERS.has(before2) && cued.isOwn) found.add('notionOf');
  if (b < 2 && ['is', 'are', 'was'].includes(after) && PASSIVE.test(after2)) found.add('passive');
  if (before === 'our') found.add('our');
  if (before === 'proposed' || (GENERIC_HEADS.has(before) && (before2 === 'our' || before2 === 'proposed')))
    found.add('proposed');
}

const isNew = (word: string): boolean => word === 'new' || word === 'novel';

/** What kind of thing the words beside it say that it is, and whether that is new. */
function ofApposition(near: Neighbourhood, around: Surroundings, found: Set<string>): void {
  const { cued, from, b, a, before, after, after2, words, lowers } = near;
  if (before === ',' || before === '(' || before === ':') {
    const head = lowers[b - 1] ?? '';
    if (SYSTEMS.has(head.replace(/s$/, '')) && before !== '(')
      found.add(cued.isOwn ? 'apposedOwn' : 'apposed');
    if (before === '(' && after === ')') found.add('parenthesis');
  }
  if (SYSTEMS.has(before)) found.add('behindHead');
  const isProper = looksLikeName(words[from]!.text);
  if (isProper && words[b]?.tag === 'NOUN' && before === words[b]!.text)
    found.add(cued.isOwn ? 'behindNounOwn' : 'behindNoun');
  if (lowers.slice(Math.max(0, b - 4), b + 1).some(isNew)) found.add('behindNew');
  if (isProper && cued.index === around.firstIntroduction + 1) found.add('rightAfter');
  if (after === ',' && (after2 === 'a' || after2 === 'an'))
    found.add(lowers.slice(a + 2, a + 5).some(isNew) ? 'describedNew' : 'described');
  if (after === ',' && (after2 === 'which' || after2 === 'the')) found.add('explained');
  if (['—', '–', '-', ':'].includes(after)) found.add('dashed');
  if (after === 'is' && (after2 === 'a' || after2 === 'an')) found.add('isA');
  if (SYSTEMS.has(after)) found.add(before === 'the' ? 'theSystem' : 'system');
}

/** As a subject, and what it is said to do. */
function ofSubject({ cued, b, a, before, before2, after, words }: Neighbourhood, found: Set<string>): void {
  const opensClause =
    b < 0 ||
    (b === 0 && before === 'the') ||
    (before === 'that' && cued.isOwn) ||
    (before === ',' && b < 8) ||
    (before === 'the' && before2 === 'that');
  const tag = words[a]?.tag;
  const isVerb = tag === 'VERB' || tag === 'AUX' || DOES.test(after);
  if (opensClause && isVerb) found.add('subject');
  if (WINS.has(after) || (after === 'significantly' && isVerb)) found.add('wins');
  if (after === "'s" || after === '’s') found.add('owns');
}

/** Ways to speak of what others made: used, placed, compared, joined, cited. */
function ofOthers({ cued, to, b, before, before2, words }: Neighbourhood, found: Set<string>): void {
  if (USE.has(before)) found.add('used');
  if (PLACE.has(before)) found.add('placed');
  if (
    COMPARE.has(before) ||
    (before === 'as' && before2 === 'such') ||
    (before === 'to' && before2 === 'compared')
  )
    found.add('compared');
  if (before === 'and' || before === 'or')
    found.add(looksLikeName(words[b - 1]?.text ?? '') ? 'joinedName' : 'joined');
  const { end } = words[to - 1]!;
  const behind = cued.field.text.slice(end, end + CITATION_REACH);
  if (/^\s?[[(]/.test(behind) && /\d{4}|\[\d/.test(behind)) found.add('cited');
}

/** Names of the evidence found, for one place of a candidate. */
export function addPlaceEvidence(place: Place, around: Surroundings, found: Set<string>): void {
  const near = neighbourhoodOf(place);
  if (place.cued.field.field === 'title') {
    ofTitle(near, found);
    return;
  }
  ofVerbs(near, found);
  ofNaming(near, found);
  ofApposition(near, around, found);
  ofSubject(near, found);
  ofOthers(near, found);
  if (place.cued.index < around.firstIntroduction) found.add('early');
  else if (place.cued.index === around.firstIntroduction) found.add('inIntroduction');
}
