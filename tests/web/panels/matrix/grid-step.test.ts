import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gridStep } from '../../../../web/panels/matrix/grid-step.ts';

const SIZE = { rows: 20, columns: 5 };
const KEYS = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'Tab',
  'a',
];

it('walks over cells and headings', () => {
  const step = (row: number, column: number, key: string, ctrl = false) =>
    gridStep({ row, column }, key, ctrl, SIZE);
  expect(step(0, 0, 'ArrowDown')).toEqual({ row: 1, column: 0 });
  expect(step(0, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
  expect(step(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: -1 });
  expect(step(3, 2, 'PageDown')).toEqual({ row: 11, column: 2 });
  expect(step(3, 2, 'End')).toEqual({ row: 3, column: 4 });
  expect(step(3, 2, 'End', true)).toEqual({ row: 19, column: 4 });
  expect(step(3, 2, 'Home', true)).toEqual({ row: 0, column: 0 });
  expect(step(3, 2, 'Tab')).toBeNull();
});

it('never leaves the grid, nor enters the corner', () => {
  const key = fc.tuple(fc.constantFrom(...KEYS), fc.boolean());
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      let at = { row: 0, column: 0 };
      for (const [name, ctrl] of keys) {
        at = gridStep(at, name, ctrl, SIZE) ?? at;
        expect(at.row).toBeGreaterThanOrEqual(-1);
        expect(at.row).toBeLessThan(SIZE.rows);
        expect(at.column).toBeGreaterThanOrEqual(-1);
        expect(at.column).toBeLessThan(SIZE.columns);
        expect(at).not.toEqual({ row: -1, column: -1 });
      }
    }),
    { seed: 13 },
  );
});
