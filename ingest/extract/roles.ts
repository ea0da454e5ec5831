import type { ConceptKind, Role } from '../../graph/schema.ts';
import type { Sentence } from './sentences.ts';

/** Where in its field something is mentioned, in UTF-16 units. */
export interface MentionPlace {
  start: number;
  end: number;
  kind: ConceptKind;
}

/** Words that turn from what is known to what the paper does. */
const OWN =
  /\b(?:we|our|ours|us|this (?:paper|work|study|article|thesis|report|letter|contribution)|(?:the|a|an)(?: \S+){0,3} (?:proposed|presented)|(?:is|are) (?:proposed|presented|introduced|developed|described|studied|investigated)|here ,?we)\b/i;
/** Words of what others did, or of the state of things. */
const KNOWN =
  /\b(?:existing|previous(?:ly)?|prior (?:work|approaches|methods|art|studies)|recent(?:ly)?|traditional(?:ly)?|conventional|typically|usually|often|commonly|has been|have been|in recent years|widely|popular|despite)\b/i;
const JUDGES =
  /\b(?:evaluat\w+|experiment\w*|benchmark\w*|tested|test(?:s|ing)? (?:on|our|the)|results (?:on|show|demonstrate|indicate|with|for)|validat\w+|measured|ablations?|empirical\w*|achiev\w+|outperform\w*|state-of-the-art|improvements?|demonstrat\w+)\b/i;

/** What compares with the thing behind it, up to `REACH` characters on. */
const BEATS =
  /\b(?:outperform\w*|surpass\w*|exceed(?:s|ed|ing)?|beat(?:s|ing)?|(?:better|faster|worse|smaller|larger|higher|lower|fewer|less|more)(?: \S+){0,4} than|superior(?: \S+)? to|inferior to|compar(?:ed|es|e|able|ing|ison|isons)(?: \S+){0,4} (?:with|to|against)|comparisons? (?:of|between)|compar(?:e|ing)|competitive with|baselines?(?: such as| like|, including| including|:)|unlike|in contrast (?:to|with)|contrary to|(?:improv\w+|gains?)(?: \S+){0,3} (?:over|upon)|versus|vs\.?|against|rather than|instead of)\s/gi;
/** What ends the reach of a comparison: another clause, or what it is made on. */
const TURNS = /(?:[;:]|\b(?:on|for|in|while|by|using|when|where|which|that|because|with respect to)\b)/gi;
const BASELINE_BEHIND = /^[^,.;]{0,24}\bbaselines?\b/i;
const BEATS_BEHIND = /^[^,.;]{0,40}\b(?:outperform\w*|surpass\w*|versus|vs\.)/i;
const ON_BEFORE = /\b(?:on|over|across)\s[^.;]{0,60}$/i;
const WITH_BEFORE = /\b(?:on|over|across|using|with|against|from|in)\s[^.;]{0,90}$/i;
/** A technique is what papers compare with; a term so near a cue that nothing else is meant. */
const REACH: Partial<Record<ConceptKind, number>> = { Method: 70, Model: 70, Term: 16 };
/** What others did, as the matter of a sentence: `Existing methods …`. */
const OTHERS =
  /^(?:[^\p{L}]*(?!compared|unlike|contrary)\p{L}+){0,2}[^\p{L}]+(?:existing|previous|prior|recent|traditional|conventional)\b|^(?:existing|previous|prior|recent|traditional|conventional)\b/iu;

/** The end of the last match, or -1. */
function lastEnd(pattern: RegExp, text: string): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function isCompared(kind: ConceptKind, before: string, behind: string): boolean {
  const reach = REACH[kind] ?? 0;
  if (reach === 0) return false;
  if (kind !== 'Term' && (BASELINE_BEHIND.test(behind) || BEATS_BEHIND.test(behind))) return true;
  const cue = lastEnd(BEATS, before);
  if (cue < 0 || before.length - cue > reach) return false;
  return before.slice(cue).search(TURNS) < 0;
}

function isJudgedBy(kind: ConceptKind, before: string): boolean {
  if (kind === 'Metric') return true;
  return (kind === 'Dataset' && WITH_BEFORE.test(before)) || (kind === 'Task' && ON_BEFORE.test(before));
}

/**
 * How a paper treats what it mentions at a place, by the nearest cue; introductions are known before. `text` is the
 * whole field: what stands before the paper first speaks of itself is background.
 */
export function roleOf(
  text: string,
  sentence: Pick<Sentence, 'start' | 'end'>,
  isIntroduced: boolean,
  isTitle: boolean,
  place?: MentionPlace,
): Role {
  if (isIntroduced) return 'introduces';
  if (isTitle) return 'uses';
  const words = text.slice(sentence.start, sentence.end);
  if (place) {
    const before = text.slice(sentence.start, place.start);
    if (isCompared(place.kind, before, text.slice(place.end, sentence.end))) return 'compares';
    if (JUDGES.test(words) && isJudgedBy(place.kind, before)) return 'evaluates';
  }
  if (OWN.test(words)) return 'uses';
  if (OWN.test(text.slice(0, sentence.start))) return OTHERS.test(words) ? 'background' : 'uses';
  // An abstract that never speaks of itself states its own matter throughout.
  return KNOWN.test(words) || OWN.test(text) ? 'background' : 'uses';
}
