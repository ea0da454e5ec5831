import { expect, it } from 'vitest';
import { normaliseTerm, normaliseTerms } from './normalise.ts';

it('folds case, hyphens, plurals and leading determiners', () => {
  expect(normaliseTerm('The Penn-Treebank')).toBe('penn treebank');
  expect(normaliseTerm('our all large_language models')).toBe(normaliseTerm('Large Language Model'));
  expect(normaliseTerm('Schrödinger équations')).toBe('schrödinger équation');
});

it('keeps a determiner that stands alone, and drops what has no letters', () => {
  expect(normaliseTerm('The')).toBe('the');
  expect(normaliseTerm('all of these')).toBe('of these');
  expect(normaliseTerms(['–', 'BERT', 'bert'])).toEqual(new Set(['bert']));
});
