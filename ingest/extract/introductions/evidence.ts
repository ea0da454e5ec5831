import { isCapitalised, isOwnName } from '../named-runs.ts';
import { isAdjectival } from '../names.ts';
import { GENERIC_HEADS } from '../vocabulary/generic-heads.ts';
import { KNOWN_NAMES } from '../vocabulary/known-names.ts';
import type { Candidate } from './candidates.ts';
import type { CuedSentence } from './cues.ts';
import { addPlaceEvidence, type Surroundings } from './place-evidence.ts';

function ofShape({ name, long, isQuoted, isTitleName, places }: Candidate, found: Set<string>): void {
  const words = name.split(/\s+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (/^[\p{Lu}\d\W]+s?$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name))
    found.add(name.length <= 3 ? 'shortCapitals' : 'capitals');
  else if (/\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(name))
    found.add(words.length > 1 ? 'innerCapitalsLong' : 'innerCapitals');
  else if (capitals === words.length && words.length > 1) found.add('capitalised');
  else if (words.length === 1 && capitals === 1) found.add('oneCapitalised');
  else if (capitals > 0) found.add('someCapitals');
  else found.add(words.length === 1 ? 'oneLower' : 'lower');
  if (/\d/.test(name)) found.add('digit');
  if (/^\p{Lu}?\p{L}*-/u.test(name)) found.add('hyphen');
  if (words.length >= 4) found.add('longName');
  if (isQuoted) found.add('quoted');
  const last = words.at(-1)!.toLowerCase();
  if (GENERIC_HEADS.has(last)) found.add('genericEnd');
  if (/(?:ing|tion|sion|ment|ysis)s?$/.test(last) && words.length > 0) found.add('doingEnd');
  if (isAdjectival(last)) found.add('adjectiveEnd');
  if (!isOwnName(name) || KNOWN_NAMES.has(last)) found.add('known');
  if (isTitleName)
    found.add(found.has('innerCapitals') || found.has('capitals') ? 'titleNameWritten' : 'titleName');
  if (long) found.add('defined');
  const first = places.find(({ cued }) => cued.field.field === 'abstract');
  if (!first) found.add('notInAbstract');
  else if (
    places.some(
      ({ cued, from }) =>
        cued.field.field === 'abstract' && isCapitalised(cued.sentence.words[from]!) && from > 0,
    )
  )
    found.add('capitalInside');
}

/** Pairs of evidence that say more together than apart. */
const PAIRS: readonly [string, string][] = [
  ['defined', 'subject'],
  ['defined', 'once'],
  ['newName', 'address'],
  ['defined', 'rightAfter'],
  ['newProper', 'our'],
  ['wins', 'notEarly'],
  ['newName', 'behindNounOwn'],
  ['newName', 'verbObject'],
  ['newName', 'subject'],
  ['newName', 'often'],
  ['newName', 'once'],
  ['newName', 'used'],
  ['newName', 'placed'],
  ['newName', 'inIntroduction'],
  ['newProper', 'often'],
  ['newProper', 'twice'],
  ['newProper', 'title'],
  ['newProper', 'subject'],
  ['titleVia', 'verbArticle'],
  ['titleVia', 'verbBare'],
  ['titleWhole', 'verbBare'],
  ['titleWhole', 'verbArticle'],
  ['titleWhole', 'doingEnd'],
  ['titleColon', 'capitalised'],
  ['titleColon', 'notInAbstract'],
  ['titleThenFor', 'titleFirst'],
  ['title', 'verbBare'],
  ['title', 'verbArticle'],
  ['title', 'verbObject'],
  ['title', 'defined'],
  ['title', 'capitalInside'],
  ['defined', 'verbBare'],
  ['defined', 'verbArticle'],
  ['defined', 'verbObject'],
  ['defined', 'early'],
  ['defined', 'named'],
  ['title', 'once'],
  ['title', 'often'],
  ['subject', 'often'],
  ['early', 'pattern'],
  ['lower', 'verbBare'],
  ['lower', 'verbArticle'],
  ['capitalised', 'verbArticle'],
  ['capitalised', 'verbBare'],
  ['title', 'early'],
  ['notEarly', 'subject'],
  ['notEarly', 'innerCapitals'],
  ['notEarly', 'capitals'],
  ['notEarly', 'often'],
  ['notEarly', 'theSystem'],
  ['notEarly', 'defined'],
  ['notEarly', 'title'],
  ['titleVia', 'lower'],
  ['noTitleName', 'notEarly'],
  ['noTitle', 'notEarly'],
  ['noTitle', 'newName'],
  ['noTitle', 'defined'],
];

/** All evidence for and against a candidate, by name. */
export function evidenceOf(candidate: Candidate, around: Surroundings): Set<string> {
  const found = new Set<string>(['any']);
  for (const place of candidate.places) addPlaceEvidence(place, around, found);
  ofShape(candidate, found);
  const count = candidate.places.filter(({ cued }) => cued.field.field === 'abstract').length;
  found.add(count <= 1 ? 'once' : count === 2 ? 'twice' : 'often');
  if (!found.has('early') && !found.has('notInAbstract')) found.add('notEarly');
  if (!around.hasTitle) found.add('noTitle');
  else if (!candidate.isTitleName) found.add(around.hasTitleName ? 'otherTitleName' : 'noTitleName');
  const isProper = found.has('capitals') || found.has('innerCapitals') || found.has('shortCapitals');
  if (found.has('notEarly') && isProper && !candidate.long && !found.has('known')) found.add('newName');
  if (found.has('notEarly') && found.has('capitalised') && found.has('capitalInside')) found.add('newProper');
  if (!found.has('pattern') && around.hasPattern) found.add('otherPattern');
  const key = candidate.name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (key.length > 2 && around.urls.includes(key)) found.add('address');
  for (const [one, other] of PAIRS) if (found.has(one) && found.has(other)) found.add(`${one}+${other}`);
  return found;
}

export function surroundingsOf(
  cued: readonly CuedSentence[],
  candidates: readonly Candidate[],
): Surroundings {
  const urls: string[] = [];
  for (const { sentence } of cued)
    for (const { lower } of sentence.words)
      if (/^(?:https?:|www\.)/.test(lower)) urls.push(lower.replace(/[^a-z0-9]/g, ''));
  return {
    firstIntroduction: cued.find(({ verbs }) => verbs.length > 0)?.index ?? Number.POSITIVE_INFINITY,
    hasTitle: cued[0]?.field.field === 'title',
    hasTitleName: candidates.some(({ isTitleName }) => isTitleName),
    hasPattern: candidates.some(({ places }) => places.some(({ isPattern }) => isPattern)),
    urls: urls.join(' '),
  };
}
