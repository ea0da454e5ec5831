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
