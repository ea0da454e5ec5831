import { singular } from './singular.ts';

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
  experimental empirical theoretical real possible available
  state of art state-of-the-art real-world
  `),
);

/** Phrases that are no concepts, though their words may be. */
const PHRASES = new Set(
  words(`
  etal stateoftheart stateofart previouswork priorwork relatedwork futurework priorart casestudy widerange
  widevariety largenumber smallnumber theseresults thispaper thiswork ourmethod ourapproach ourwork sourcecode
  supplementarymaterial onehand otherhand firsttime researchquestion researcher openproblem openquestion bestpractice
  realworld realworldapplication realworlddata realworldscenario highlevel lowlevel proofofconcept ruleofthumb
  ie eg cf vs wrt iid na tba etc fig eq sec ref http https www
  `),
);

/** Whether a word in lower case and the singular is a noun that every paper uses. */
export const isGenericNoun = (word: string): boolean => NOUNS.has(word);

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
  if (PHRASES.has(key)) return true;
  const lower = tokens.map((token) => token.toLowerCase());
  const head = lower.at(-1)!;
  if (!NOUNS.has(head) && !NOUNS.has(singular(head)) && !MODIFIERS.has(head)) return false;
  return lower.slice(0, -1).every((word) => MODIFIERS.has(word));
}
