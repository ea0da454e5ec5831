import type { AnalysedField } from '../analysed-field.ts';
import { addPlaces, type Candidate, findCandidates } from './candidates.ts';
import { readCues } from './cues.ts';
import { evidenceOf, surroundingsOf } from './evidence.ts';
import { BIAS, WEIGHTS } from './weights.ts';

/** A candidate with the evidence for and against it. */
export interface ScoredCandidate {
  candidate: Candidate;
  evidence: ReadonlySet<string>;
  /** Probability that the paper introduces it, 0 to 1: logistic regression over the evidence. */
  score: number;
}

function scoreOf(evidence: ReadonlySet<string>): number {
  let sum = BIAS;
  for (const name of evidence) sum += WEIGHTS.get(name) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** All candidates of a document that stand in its abstract or name its title, in no order of merit. */
export function scoreCandidates(fields: readonly AnalysedField[]): ScoredCandidate[] {
  const abstract = fields.find(({ field }) => field === 'abstract')?.text ?? '';
  const cued = readCues(fields);
  const all = findCandidates(cued, abstract);
  addPlaces(all, cued);
  const candidates = all.filter(
    ({ places, isTitleName }) =>
      isTitleName || places.some(({ cued: one }) => one.field.field === 'abstract'),
  );
  const around = surroundingsOf(cued, candidates);
  return candidates.map((candidate) => {
    const evidence = evidenceOf(candidate, around);
    return { candidate, evidence, score: scoreOf(evidence) };
  });
}
