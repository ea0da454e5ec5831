import type { Role } from '../../graph/schema.ts';
import type { Sentence } from './sentences.ts';

const COMPARES =
  /\b(?:outperform\w*|surpass\w*|exceed\w*|compar(?:ed|es|ing|able|ison)\b|baselines?|superior|better than|unlike|in contrast to|versus|vs\.?|state-of-the-art)\b/i;
const EVALUATES =
  /\b(?:evaluat\w+|experiments?|benchmark(?:s|ed)?|test(?:ed)? on|tested|results (?:on|show)|validat\w+|measured?|ablation\w*|empirical\w*)\b/i;
const USES = /\b(?:we|our|this (?:paper|work|study|article)|the proposed)\b/i;

/** How a sentence of a paper treats what it mentions, by its cue words; introductions are known before. */
export function roleOf(text: string, sentence: Sentence, isIntroduced: boolean, isTitle: boolean): Role {
  if (isIntroduced) return 'introduces';
  if (isTitle) return 'uses';
  const words = text.slice(sentence.start, sentence.end);
  if (COMPARES.test(words)) return 'compares';
  if (EVALUATES.test(words)) return 'evaluates';
  return USES.test(words) ? 'uses' : 'background';
}
