/** Where a sentence stands in its text, in UTF-16 code units; without the space around it. */
export interface SentenceSpan {
  start: number;
  end: number;
}

/** They open sentences, so that what stands before is an end even after an abbreviation or without a space. */
const OPENERS =
  `A|An|Additionally|Also|Although|As|At|Based|Because|Both|But|By|Consequently|Despite|Each|Empirical|
Empirically|Existing|Experimental|Experiments|Extensive|Finally|First|For|From|Further|Furthermore|Given|Hence|Here|How|
However|If|In|Inspired|Instead|It|Its|Many|Moreover|Most|Motivated|Nevertheless|Of|On|One|Our|Previous|Recent|Recently|
Results|Second|Several|Similarly|Since|Some|Specifically|Such|That|The|Their|Then|There|Therefore|These|They|This|Though|
Through|Thus|To|Unfortunately|Unlike|Using|We|What|When|Where|Whether|Which|While|Why|With|Yet`.replace(
    /\s+/g,
    '',
  );

const END = new RegExp(
  // A paragraph; marks of an end with what closes after them; an end whose space was lost.
  String.raw`\n\s*\n|[.!?…]+["'”’)\]]*(?=\s)|(?<=[\p{Ll}\d)\]])[.?!](?=(?:${OPENERS})\s)`,
  'gu',
);
const OPENER = new RegExp(String.raw`^(?:${OPENERS})(?![\p{L}\p{N}-])`, 'u');
/** What a sentence may begin with: nearly anything but a small letter or a mark. */
const BEGINNING = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘([$\\#*•–—-]/u;
const ABBREVIATION =
  /(?:^|[\s([])(?:e\.?g|i\.?e|et\.? al|al|etc|figs?|eqs?|eqns?|secs?|sect|tabs?|refs?|chap|thm|lem|prop|cor|def|alg|vs|cf|viz|resp|approx|appx|no|nos|vol|pp|ca|dr|prof|mr|mrs|ms|st|jr|sr|inc|ltd|ph\.d|w\.r\.t|a\.k\.a|s\.t|i\.i\.d|dept|univ|est|max|min)$/i;
/** An initial, or letters with dots between them (`U.S`). */
const INITIALS = /(?:^|[\s([])(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u;
const LONGEST_ABBREVIATION = 12;

/**
 * Splits an abstract into sentences, in linear time. A point after an abbreviation or an initial ends a sentence only
 * before a word that opens one.
 */
export function sentenceSpans(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const isParagraph = match[0].startsWith('\n');
    if (!isParagraph && !isEnd(text, match.index, match[0], end)) continue;
    add(spans, text, start, isParagraph ? match.index : end);
    start = end;
  }
  add(spans, text, start, text.length);
  return spans;
}

function isEnd(text: string, at: number, mark: string, end: number): boolean {
  const next = text.slice(end, end + 2 * LONGEST_ABBREVIATION).trimStart();
  if (!BEGINNING.test(next)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at);
  return !(ABBREVIATION.test(before) || INITIALS.test(before)) || OPENER.test(next);
}

function add(spans: SentenceSpan[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  if (start < end) spans.push({ start, end });
}
