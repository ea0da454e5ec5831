import { expect, it } from 'vitest';
import { parseGold } from './gold.ts';
import { scoreRelations } from './relations.ts';

const TEXT =
  'We use tree kernels for role labelling. It outperforms this method. Here tree kernels are evaluated by accuracy.';
const at = (phrase: string, from = 0): [number, number] => {
  const start = TEXT.indexOf(phrase, from);
  return [start, start + phrase.length];
};
const KERNELS = at('tree kernels');
const LABELLING = at('role labelling');
const ACCURACY = at('accuracy');
const AGAIN = at('tree kernels', KERNELS[1]);

function score(relations: { head: [number, number]; tail: [number, number]; type: string }[]) {
  const entity = ([start, end]: [number, number], type: string) => ({ start, end, type });
  const entities = [
    entity(KERNELS, 'Method'),
    entity(LABELLING, 'Task'),
    entity(ACCURACY, 'Metric'),
    entity(AGAIN, 'Method'),
    entity(at('method'), 'Generic'),
  ];
  return scoreRelations(parseGold(JSON.stringify({ id: 'a', text: TEXT, entities, relations })));
}

const USED = { head: KERNELS, tail: LABELLING, type: 'USED-FOR' };
const JUDGED = { head: ACCURACY, tail: AGAIN, type: 'EVALUATE-FOR' };

it('counts relations between marked spans, the metric being what a method is evaluated by', () => {
  expect(score([USED, JUDGED])).toEqual({ precision: 100, recall: 100, f1: 100 });
  expect(score([USED])).toMatchObject({ precision: 50, recall: 100 });
  expect(score([{ ...USED, head: LABELLING, tail: KERNELS }, JUDGED])).toMatchObject({
    precision: 50,
    recall: 50,
  });
});

it('leaves out what has a generic word at an end, and types that we have not', () => {
  const generic = { head: KERNELS, tail: at('method'), type: 'COMPARE' };
  const joined = { head: KERNELS, tail: ACCURACY, type: 'CONJUNCTION' };
  expect(score([USED, JUDGED, generic, joined])).toMatchObject({ recall: 100 });
});
