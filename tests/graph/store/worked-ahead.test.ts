import { expect, it } from 'vitest';
import { workedAhead } from '../../../graph/store/worked-ahead.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

async function* counted(upTo: number, said: string[] = []): AsyncGenerator<number> {
  try {
    for (let i = 1; i <= upTo; i++) yield i;
  } finally {
    said.push('closed');
  }
}

it('gives all in their order, however long each takes', async () => {
  const seen: number[] = [];
  const slowFirst = async (value: number) => {
    for (let turn = value; turn < 6; turn++) await nextTurn();
    return value * 10;
  };
  for await (const made of workedAhead(counted(5), slowFirst)) seen.push(made);
  expect(seen).toEqual([10, 20, 30, 40, 50]);
});

it('works on so many ahead, and on no more', async () => {
  const begun: number[] = [];
  const most: number[] = [];
  const work = async (value: number) => {
    begun.push(value);
    return value;
  };
  for await (const made of workedAhead(counted(6), work, 3)) {
    await nextTurn();
    most.push(begun.length - made);
  }
  expect(most).toEqual([3, 3, 3, 2, 1, 0]);
});

it('throws in its turn what the work on one throws', async () => {
  const seen: number[] = [];
  const work = async (value: number) => {
    if (value === 3) throw new Error('broken');
    return value;
  };
  const read = async () => {
    for await (const made of workedAhead(counted(9), work)) seen.push(made);
  };
  await expect(read()).rejects.toThrow('broken');
  expect(seen).toEqual([1, 2]);
});

it('closes where the values come from once no more are wanted', async () => {
  const said: string[] = [];
  for await (const made of workedAhead(counted(9, said), async (value) => value)) if (made === 2) break;
  expect(said).toEqual(['closed']);
});
