import { expect, it } from 'vitest';
import { heldVerdict } from '../../bench/support/big-verdicts.ts';

const CLOSED_AT = 1000;

it('holds beside the browser are told apart from those after it', () => {
  const holds = [
    { endedAt: 900, milliseconds: 80 },
    { endedAt: 950, milliseconds: 40 },
    { endedAt: 1100, milliseconds: 60 },
  ];
  const { measured, met } = heldVerdict({ holds, p99: 12 }, CLOSED_AT);
  expect(measured).toMatch(/^80\.0 ms .* 60\.0 ms .* 12 ms in 99 of 100$/);
  expect(met).toBe(true);
});

it.each([900, 1100])('one hold a little longer than asked, ended at %i, is not rounded down', (endedAt) => {
  const { measured, met } = heldVerdict({ holds: [{ endedAt, milliseconds: 100.4 }], p99: 12 }, CLOSED_AT);
  expect(measured).toContain('100.4 ms');
  expect(met).toBe(false);
});
