/** The order of a result's rows by one of its columns. Pure. */
import { formOf, plainText } from '../../cell.ts';

export interface RowOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** Numbers that JSON has no number for come as text. */
const WRITTEN_NUMBER = /^-?(\d{16,}|Infinity)$/;
/** Letters of a text that its place goes by. */
const COMPARED = 200;
/** Digits to which numbers within a text are filled up, so that `layer 10` follows `layer 9`. */
const DIGITS = 12;

/** A column's first press goes up, the second down, the third back to the order in which the rows came. */
export function nextOrder(now: RowOrder | null, column: number): RowOrder | null {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? null : { column, descending: true };
}

interface Key {
  readonly index: number;
  /** Numbers before truth values before texts; null and NaN have no place among them. */
  readonly rank: number;
  readonly number: number;
  readonly text: string;
}

const NOWHERE = 3;

function keyOf(cell: unknown, index: number): Key {
  if (cell === null || cell === undefined || cell === 'NaN')
    return { index, rank: NOWHERE, number: 0, text: '' };
  if (typeof cell === 'number') return { index, rank: 0, number: cell, text: '' };
  if (typeof cell === 'boolean') return { index, rank: 1, number: Number(cell), text: '' };
  if (typeof cell === 'string' && WRITTEN_NUMBER.test(cell))
    return { index, rank: 0, number: Number(cell), text: '' };
  const text = typeof cell === 'string' ? cell : plainText(formOf(cell));
  return { index, rank: 2, number: 0, text: textKey(text) };
}

/** Compares as people read: without capitals and accents, numbers by their size. Collators do it ten times slower. */
function textKey(text: string): string {
  return text
    .slice(0, COMPARED)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}

/** Indexes of `rows` in the order to show them. What is null comes last either way; equals stay as they came. */
export function sortRows(rows: readonly (readonly unknown[])[], order: RowOrder | null): number[] {
  if (!order) return rows.map((_, i) => i);
  const sign = order.descending ? -1 : 1;
  const keys = rows.map((row, i) => keyOf(row[order.column], i));
  keys.sort((one, other) => {
    if (one.rank === NOWHERE || other.rank === NOWHERE)
      return Number(one.rank === NOWHERE) - Number(other.rank === NOWHERE) || one.index - other.index;
    const apart = one.rank - other.rank || compare(one, other);
    return sign * apart || one.index - other.index;
  });
  return keys.map(({ index }) => index);
}

function compare(one: Key, other: Key): number {
  if (one.number !== other.number) return one.number < other.number ? -1 : 1;
  if (one.text === other.text) return 0;
  return one.text < other.text ? -1 : 1;
}
