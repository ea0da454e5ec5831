import { expect, it } from 'vitest';
import { cutCodePoints } from './code-points.ts';
import { studyHeads, withoutHead } from './heads.ts';

const TEXT = 'The beam search algorithm finds parses; the problem is the 𝒜 dataset.';
const at = (surface: string) => {
  const start = cutCodePoints(TEXT.slice(0, TEXT.indexOf(surface))).length;
  return { start, end: start + cutCodePoints(surface).length, type: 'Method' };
};

it('leaves off a generic head, never the whole span', () => {
  const points = cutCodePoints(TEXT);
  expect(withoutHead(points, at('beam search algorithm'))).toEqual(at('beam search'));
  expect(withoutHead(points, at('beam search'))).toEqual(at('beam search'));
  expect(withoutHead(points, at('problem'))).toEqual(at('problem'));
  expect(withoutHead(points, at('𝒜 dataset'))).toEqual(at('𝒜'));
});

it('counts what was found but for the head', () => {
  const gold = [
    {
      id: 'a',
      text: TEXT,
      entities: [
        at('beam search algorithm'),
        at('parses'),
        at('𝒜 dataset'),
        { ...at('problem'), type: 'Generic' },
      ],
    },
  ];
  const predicted = new Map([['a', [at('beam search'), at('𝒜 dataset')]]]);
  const study = studyHeads(gold, predicted);
  expect(study).toMatchObject({ marked: 3, headed: 2, foundWithout: 1 });
  expect(study.withoutHeads.precision).toBe(100);
  expect(study.withoutHeads.recall).toBeCloseTo(200 / 3);
  expect(studyHeads(gold, new Map()).withoutHeads.f1).toBe(0);
});
