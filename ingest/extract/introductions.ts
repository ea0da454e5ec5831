import type { AnalysedField } from './analysed-field.ts';
import { type Candidate, candidateKey, type Place, textOf } from './introductions/candidates.ts';
import { contextOf } from './introductions/context.ts';
import { type ScoredCandidate, scoreCandidates } from './introductions/score.ts';
import type { Sentence, Word } from './sentences.ts';

/** A name that the paper gives to its own thing, where it does so. Offsets are UTF-16 units of the field. */
export interface IntroducedName {
  name: string;
  long: string | null;
  field: 'title' | 'abstract';
  start: number;
  end: number;
  sentence: Sentence;
  /** Words that say what it is, the surest first: its head, its apposition, or the rest of its title. */
  context: readonly Word[];
  /** Probability, 0 to 1. */
  score: number;
}

/** Chosen by cross-validation on our marks and on our development set: precision before recall. */
const ACCEPTED = 0.42;
/** A naming pattern, a title's name, or a whole title that is proposed is believed unless much speaks against it. */
const ACCEPTED_BY_PATTERN = 0.02;

const isIntroduced = ({ evidence, score, candidate }: ScoredCandidate): boolean => {
  const isPattern = evidence.has('pattern') || evidence.has('titleWhole+verbBare') || candidate.isTitleName;
  return score >= (isPattern ? ACCEPTED_BY_PATTERN : ACCEPTED);
};

/** Where the name itself stands: first where a pattern found it, then in the abstract, then in the title. */
function placeOf({ name, places }: Candidate): Place | undefined {
  const key = candidateKey(name);
  const own = places.filter((place) => candidateKey(textOf(place)) === key);
  const rank = ({ isPattern, cued }: Place) => (isPattern ? 0 : cued.field.field === 'abstract' ? 1 : 2);
  return own.sort((a, b) => rank(a) - rank(b) || a.cued.index - b.cued.index || a.from - b.from)[0];
}

function introducedBy({ candidate, score }: ScoredCandidate): IntroducedName[] {
  const place = placeOf(candidate);
  if (!place) return [];
  const { words } = place.cued.sentence;
  const start = words[place.from]!.start;
  const end = words[place.to - 1]!.end;
  const { field, text } = place.cued.field;
  return [
    {
      name: text.slice(start, end),
      long: candidate.long,
      field,
      start,
      end,
      sentence: place.cued.sentence,
      context: contextOf(candidate.places),
      score,
    },
  ];
}

const within = (one: string, other: string) => ` ${other} `.includes(` ${one} `);

/** Names that the paper introduces, each once, the surest first. Of two names with the same words the surer stays. */
export function findIntroductions(fields: readonly AnalysedField[]): IntroducedName[] {
  const taken: string[] = [];
  return scoreCandidates(fields)
    .filter(isIntroduced)
    .sort((a, b) => b.score - a.score)
    .flatMap((scored) => {
      const { name, long } = scored.candidate;
      const key = candidateKey(name);
      if (taken.some((other) => within(key, other) || within(other, key))) return [];
      taken.push(key);
      if (long) taken.push(candidateKey(long));
      return introducedBy(scored);
    });
}
