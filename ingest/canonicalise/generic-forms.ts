import { singular } from './singular.ts';
import { looksShort } from './tokens.ts';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Nouns that name no concept alone or behind words that say nothing; singular. */
const NOUNS = new Set(
  words(`
  method approach model framework algorithm system task problem data dataset benchmark experiment result performance
  paper study analysis setting domain application technique feature information work research literature article
  author abstract introduction conclusion section figure table appendix example instance case question answer issue
  challenge goal aim purpose objective idea concept notion insight observation finding evidence contribution
  improvement gain advantage benefit limitation drawback difference comparison evaluation assessment investigation
  way manner fashion kind type sort form variety range set number amount degree level extent part aspect component
  element factor property characteristic attribute parameter value variable quantity process procedure step stage
  phase strategy scheme solution tool technology resource software code implementation pipeline architecture
  structure design configuration scenario situation condition context environment area field community practice
  theory use usage need demand requirement assumption hypothesis effect impact influence role importance effort
  attention interest focus scope perspective direction trend progress advance development success failure quality
  ability capability capacity potential input output baseline counterpart alternative variant version extension
  time year day user people person human researcher practitioner world thing point line term word name group
  methodology paradigm mechanism module unit function test training learning knowledge experience
  `),
);

/** The same, though in capitals they may be names: PASS, CLAIM. */
const WEAK_NOUNS = new Set(
  words(`
  sample class category item object place location space state side view round trial event entry list option rule source
  size length width rate cost speed computation calculation iteration pass bound error guarantee mapping map pattern
  heuristic simulation measurement relation relationship connection link interaction activity content description
  consideration meaning reason cause conjecture claim proof tradeoff gap balance
  correspondence discrepancy overlap delay history background proposal weakness strength power identity identification
  testing minimization maximization expression surface party competitor generality simplicity efficiency
  `),
);

const isNoun = (word: string): boolean => NOUNS.has(word) || WEAK_NOUNS.has(word);

/** Words that say nothing about a noun. */
const MODIFIERS = new Set(
  words(`
  the a an our this these those that such its their his her some any each every all both other another same
  novel new existing previous prior recent current different various several many multiple numerous diverse certain
  specific particular general generic common typical standard traditional conventional classical popular
  simple effective efficient powerful robust accurate good better best strong competitive promising superior
  proposed presented developed introduced considered resulting following above underlying
  main key major important significant substantial considerable crucial critical essential fundamental
  large small high low long short big great broad wide extensive comprehensive thorough detailed
  first second third last final next one two three four five first-ever full whole entire overall
  experimental empirical theoretical real possible available optimal suboptimal near downstream actual
  `),
);

/** The same in several words; the longest first. */
const MODIFYING_PHRASES = [
  'state of the art',
  'state of art',
  'off the shelf',
  'real world',
  'large scale',
  'small scale',
  'high quality',
  'low quality',
  'high level',
  'low level',
  'first ever',
  'well known',
].map((phrase) => phrase.split(' '));

/** Concepts for all that. */
const KEPT = new Set(
  words(
    'bigdata standarderror maineffect experimentaldesign optimaldesign optimalexperimentaldesign aoptimaldesign ' +
      'detailedbalance multipletesting lowpass openworld',
  ),
);

/** Phrases that are no concepts, though their words may be. */
const PHRASES = new Set(
  words(`
  etal previouswork priorwork relatedwork futurework priorart casestudy widerange
  widevariety largenumber smallnumber theseresults thispaper thiswork ourmethod ourapproach ourwork sourcecode
  supplementarymaterial onehand otherhand firsttime researchquestion researcher openproblem openquestion bestpractice
  realworld realworldapplication realworlddata realworldscenario highlevel lowlevel proofofconcept ruleofthumb
  numericalsimulation numericalexperiment numericalresult numericalstudy numericalexample simulationstudy
  simulationresult simulationexperiment performanceguarantee datapoint learningprocess trainingprocess modelclass
  modelfamily modelcomponent modeloutput logarithmicfactor constantfactor inputdata outputdata runningexample
  ie eg cf vs cid wrt iid na tba etc fig eq sec ref http https www
  `),
);

/** Whether a word in lower case and the singular is a noun that every paper uses. */
export const isGenericNoun = (word: string): boolean => isNoun(word);

const LINK = /^(?:https?:|www\.)|:\/\/|\.(?:com|org|io|net|edu)(?:\/|$)|^[\w.-]+@[\w.-]+$/i;

/**
 * Whether a surface form names nothing: a generic word alone or behind words of praise and order, a number, a
 * single letter, a link. `tokens` are the form's, `key` is its key by spelling.
 */
export function isGeneric(surface: string, tokens: readonly string[], key: string): boolean {
  if (LINK.test(surface.trim())) return true;
  const letters = tokens.join('').replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 && !/[+#*]$/.test(key)) return !/\p{L}-?\p{N}|\p{N}\p{L}/u.test(surface.trim());
  if (/^\p{N}/u.test(key) && tokens.every((token) => /^\p{N}/u.test(token))) return true;
  if (PHRASES.has(key) || NOUNS.has(key)) return true;
  if (KEPT.has(key) || (tokens.length === 1 && looksShort(surface))) return false;
  const lower = withoutPhrases(tokens.map((token) => token.toLowerCase()));
  const head = lower.at(-1);
  if (head === undefined) return true;
  if (!isNoun(head) && !isNoun(singular(head)) && !MODIFIERS.has(head)) return false;
  return lower.slice(0, -1).every((word) => MODIFIERS.has(word));
}

function withoutPhrases(words: readonly string[]): readonly string[] {
  for (let at = 0; at < words.length - 1; at += 1) {
    const phrase = MODIFYING_PHRASES.find((some) => some.every((word, i) => words[at + i] === word));
    if (phrase) return withoutPhrases(words.toSpliced(at, phrase.length));
  }
  return words;
}
