import { CONCEPT_KINDS } from '../../../graph/schema.ts';

/** What a word can be in a trained model: outside, or first or further in a concept of a kind. Their order is part of the models. */
export const LABELS: readonly string[] = [
  'O',
  ...['Method', 'Task', 'Dataset', 'Metric', 'Model', 'Term'].flatMap((kind) => [`B-${kind}`, `I-${kind}`]),
];
export const OUTSIDE = 0;
/** Labels of the first and of further words, by `CONCEPT_KINDS`. */
export const BEGIN: readonly number[] = CONCEPT_KINDS.map((kind) => LABELS.indexOf(`B-${kind}`));
export const INSIDE: readonly number[] = CONCEPT_KINDS.map((kind) => LABELS.indexOf(`I-${kind}`));

/** As good as impossible, and still a number. */
const NEVER = -50;

/** Row-major transitions that let a concept's further words only stand behind its own. */
export function validTransitions(): Float64Array {
  const count = LABELS.length;
  const transitions = new Float64Array(count * count);
  for (const [k, inside] of INSIDE.entries()) {
    for (let a = 0; a < count; a++)
      if (a !== inside && a !== BEGIN[k]) transitions[a * count + inside] = NEVER;
  }
  return transitions;
}
