import type { ConceptKind } from '../../../graph/schema.ts';
import { BE, BEAT, HEADING, type Wording, whole, wordings, words } from './wording.ts';

const FROM = whole('from');
const TO = whole('to');
const SIDES: readonly ConceptKind[] = ['Method', 'Model', 'Dataset', 'Task'];
const ALL_SIDES: readonly ConceptKind[] = [...SIDES, 'Term'];

/** `from` is compared with `to`; the other way round says the same. */
export const COMPARED_WITH: readonly Wording[] = [
  ...wordings(
    'COMPARED_WITH',
    { from: ALL_SIDES, to: ALL_SIDES, confidence: 0.85 },
    {
      compare: `(?:compar(?:e|es|ed|ing)|comparisons? (?:of|between)|contrast) ${FROM} (?:with|to|against|versus) ${TO}`,
    },
  ),
  ...wordings(
    'COMPARED_WITH',
    { from: SIDES, to: SIDES, confidence: 0.85 },
    {
      'compared with': `(?<!of (?:(?:a|the) )?)${FROM}${words(4)}(?: ,)? (?:compared|comparison|compares?|comparable|comparing)(?: ${BE})? (?:with|to|against) ${TO}`,
      'compare list': `(?:compar(?:e|es|ing)|comparisons? (?:of|between|among)) ${whole('all')}`,
    },
  ),
  // A comparison was made, whoever won.
  ...wordings(
    'COMPARED_WITH',
    { from: SIDES, to: SIDES, confidence: 0.85, holdsDenied: true },
    {
      outperforms: `${HEADING}${FROM}(?: (?:can|could|also|,|does not|do not|did not))* ${BEAT} ${TO}`,
      'better than': `${FROM}(?: (?!that|which)[a-z-]+){0,6} (?:better|faster|superior)(?: (?:performance|results?|accuracy|quality|predictions?))? (?:than|to) ${TO}`,
      versus: `${FROM} (?:versus|vs)(?: \\.)? ${TO}`,
      unlike: `(?:unlike|in contrast (?:to|with)|compared (?:to|with)|contrary to) ${TO} , ${FROM}`,
      'gain over': `${FROM}${words(4)} (?:improvements?|gains?|advantages?|superiority|speed-?ups?)(?: of)?${words(2)} over ${TO}`,
      'rather than': `${FROM} (?:rather than|instead of) ${TO}`,
    },
  ),
];
