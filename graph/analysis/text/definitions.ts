/**
 * Sentences that say what a concept is, told by the words around its name: "X is a …", "we define X as …", "X, a …",
 * "… called X", and the paper's own "we introduce X". After the patterns of Hearst (1992) for "is a kind of" and of
 * Navigli and Velardi (2010) for definitions.
 */

export const DEFINITION_FORMS = [
  'defined',
  'is a',
  'stands for',
  'apposition',
  'called',
  'introduced',
] as const;
export type DefinitionForm = (typeof DEFINITION_FORMS)[number];

export interface Definition {
  form: DefinitionForm;
  /** 0 to 1: how surely the sentence says what it is. */
  score: number;
}

/** After the name: its plural, its short form in brackets. */
const AFTER_NAME = String.raw`^(?:s|es)?["'”’]?(?:\s*\([^()]{1,60}\))?["'”’]?`;
const ADVERB = String.raw`(?:\s+(?:also|often|usually|commonly|generally|typically|essentially|basically|simply|here|thus|then|itself))*`;
const after = (rest: string): RegExp => new RegExp(AFTER_NAME + rest, 'i');

const DEFINED = after(
  String.raw`\s*,?\s*(?:(?:is|are|can\s+be|was|were)${ADVERB}\s+(?:defined|described|understood|characteri[sz]ed|formali[sz]ed)\s+(?:as|by)\b|${ADVERB.slice(0, -1)}?\s*(?:refers?\s+to|denotes?|means|describes)\s+(?:an?|the|any|all|how|that|when|those)\b)`,
);
const WE_DEFINE =
  /\b(?:we|is|are)\s+(?:\w+\s+)?(?:define|defined|describe|understand|formali[sz]e)\s+(?:an?\s+|the\s+)?["'“‘]?$/i;
const AS = after(String.raw`\s+(?:\w+\s+){0,4}?(?:as|to\s+be)\s+(?:an?|the|any|those|all|how)\b`);
const BY_WE_MEAN = after(String.raw`\s*,?\s+we\s+(?:mean|understand|refer)\b`);

const IS_A = after(
  String.raw`(?:\s*,\s+which)?\s+(?:is|are)${ADVERB}\s+(?:an?|one\s+of\s+the|the\s+(?:task|problem|process|ability|study|use|practice|number|ratio|probability|idea|field|art))\s+(?<what>[\w-]+(?:\s+[\w-]+){0,3})`,
);
const ARE = after(
  String.raw`\s+are${ADVERB}\s+(?<what>(?:[\w-]+\s+){0,3}[\w-]+s)\s+(?:that|which|of|for|whose|in\s+which|where|used|designed)\b`,
);
const STANDS_FOR = after(
  String.raw`\s*,?\s+(?:which\s+)?(?:stands?\s+for|is\s+short\s+for|is\s+an\s+abbreviation)\b`,
);

/** "X, a …", "X, which is a …", "X - a …"; in a title also "X: a …". */
const APPOSITION = after(
  String.raw`\s*(?:,\s*|\s[-–—]+\s+|—|:\s+)(?:(?:which|that)\s+(?:is|are)\s+)?(?:an?|one\s+of\s+the)\s+(?<what>[\w-]+(?:\s+[\w-]+){0,3})`,
);
/** "X, a model, and a loss" is a list. */
const LIST = /^[^.;]*,\s+an?\s[^.;]*,\s*(?:and|or)\s/i;
/** "When training with X, a subset …" is no apposition: the comma ends what leads up to the sentence. */
const OPENING =
  /^(?:when|while|if|in|on|with|based|by|for|to|using|given|inspired|through|under|from|after|unlike|despite|as|at|because|since)\b[^,]*$/i;
const CALLED =
  /\b(?:called|(?:is|are|be|algorithm|approach|architecture|benchmark|corpus|data\s?set|framework|measure|method|metric|model|network|system|technique)\s+named|termed|dubbed|coined|known\s+as|referred\s+to\s+as|we\s+call(?:\s+(?:it|this|them|these))?)\s+(?:as\s+)?(?:an?\s+|the\s+)?["'“‘(]?$/i;
const INTRODUCED =
  /\b(?:we|this\s+(?:paper|work|article)|paper)\s+(?:\w+\s+)?(?:introduces?|presents?|proposes?|develops?|describes?)\s+(?:an?\s+|the\s+)?(?:(?!(?:for|of|in|on|with|to|using|by|via|from)\b)[\w-]+\s+){0,4}["'“‘]?$/i;

/** What is said of a thing without saying what it is: "X is an important task". */
const JUDGING =
  /^(?:(?:very|most|highly|quite|long-standing|long\s+standing)\s+)?(?:important|challenging|difficult|hard|popular|key|crucial|fundamental|promising|powerful|common|central|critical|essential|active|major|big|good|better|useful|effective|efficient|natural|well-known|necessary|long-standing|hot|core|widely|growing|serious|significant|open|potential|possible|viable|great|strong|prominent|step|lot|few|result|means\s+to)\b/i;

/** Only words that lead up to the name stand before it: "In short, a", "The". */
const LEADING = /^(?:[^,]{0,40},\s*)?(?:an?\s+|the\s+|our\s+)?["'“‘]?$/i;
const NOT = /\b(?:not|never|neither|whether|if)\b[^,]*$|\?\s*$/i;

const JUDGED = 0.4;
const WITHIN = 0.75;

/**
 * How a sentence says what the concept at `start` to `end` (UTF-16 offsets into it) is; null when it doesn't.
 * `introduces`: its paper is the one that introduces it.
 */
export function definitionIn(
  sentence: string,
  { start, end }: { start: number; end: number },
  introduces = false,
): Definition | null {
  const before = sentence.slice(0, start);
  const rest = sentence.slice(end);
  if (/\?\s*$/.test(sentence)) return null;
  const found = [...candidates(before, rest, introduces)].filter(
    ({ what }) => what === undefined || !/^(?:not|no)\b/i.test(what),
  );
  const best = found.sort((one, other) => other.score - one.score)[0];
  return best && best.score > 0 ? { form: best.form, score: best.score } : null;
}

interface Candidate extends Definition {
  what?: string | undefined;
}

function* candidates(before: string, rest: string, introduces: boolean): Generator<Candidate> {
  const isSubject = LEADING.test(before);
  const whereItStands = isSubject ? 1 : WITHIN;
  if (DEFINED.test(rest)) yield { form: 'defined', score: whereItStands };
  if (
    (WE_DEFINE.test(before) && AS.test(rest)) ||
    (/\bby\s+(?:an?\s+)?["'“‘]?$/i.test(before) && BY_WE_MEAN.test(rest))
  )
    yield { form: 'defined', score: 1 };
  if (STANDS_FOR.test(rest)) yield { form: 'stands for', score: 0.9 };
  const said = IS_A.exec(rest) ?? ARE.exec(rest);
  if (said && (isSubject || endsClause(before))) {
    const what = said.groups?.what;
    yield { form: 'is a', score: 0.9 * whereItStands * (JUDGING.test(what ?? '') ? JUDGED : 1), what };
  }
  const beside = APPOSITION.exec(rest);
  const isIntroduced = INTRODUCED.test(before);
  if (beside && (isIntroduced || !(LIST.test(rest) || OPENING.test(before)))) {
    const what = beside.groups?.what;
    const made = isIntroduced || introduces ? 1 : WITHIN;
    yield { form: 'apposition', score: 0.85 * made * (JUDGING.test(what ?? '') ? JUDGED : 1), what };
  }
  if (CALLED.test(before)) yield { form: 'called', score: 0.8 };
  if (isIntroduced && introduces) yield { form: 'introduced', score: 0.6 };
}

/** "…, while X is a …": the name is the subject of a clause of its own. */
function endsClause(before: string): boolean {
  return (
    !NOT.test(before) &&
    /(?:[,;:]|\b(?:while|that|since|because|where))\s+(?:an?\s+|the\s+)?["'“‘]?$/i.test(before)
  );
}
