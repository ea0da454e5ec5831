import { expect, it } from 'vitest';
import { stemWord } from './porter.ts';

it.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['relational', 'relat'],
  ['conditional', 'condit'],
  ['networks', 'network'],
  ['generalization', 'gener'],
  ['hopping', 'hop'],
  ['electricity', 'electr'],
  ['classification', 'classif'],
  ['controlling', 'control'],
  ['adjustment', 'adjust'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['probabilities', 'probabl'],
  ['agreed', 'agre'],
  ['is', 'is'],
])('stems %s to %s', (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});
