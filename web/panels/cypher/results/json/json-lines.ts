/** A result as lines of JSON for the eye: bounded, however large it is. Pure. */
import type { CypherResult } from '../../../../../graph/contract.ts';
import { rowObject } from '../result-files.ts';

export interface JsonLines {
  readonly lines: readonly string[];
  /** Rows that they hold; the others come when asked for. */
  readonly rows: number;
  /** Texts that are not shown in full. */
  readonly cut: number;
}

/** Letters of one text, and lines after which no further row is begun. */
export const JSON_BOUNDS = { letters: 2000, lines: 20_000 } as const;

/** The first rows, as many as `most` lines hold, but at least one. */
export function jsonLines(
  result: Pick<CypherResult, 'columns' | 'rows'>,
  most: number = JSON_BOUNDS.lines,
): JsonLines {
  const lines: string[] = ['['];
  let cut = 0;
  const shorten = (_: string, value: unknown): unknown => {
    if (typeof value !== 'string' || value.length <= JSON_BOUNDS.letters) return value;
    cut++;
    const more = (value.length - JSON_BOUNDS.letters).toLocaleString('en');
    return `${value.slice(0, JSON_BOUNDS.letters)}… (${more} more letters)`;
  };
  let rows = 0;
  while (rows < result.rows.length && lines.length < most) {
    const text = JSON.stringify(rowObject(result, rows), shorten, 2);
    const last = rows === result.rows.length - 1;
    for (const line of text.split('\n')) lines.push(`  ${line}`);
    if (!last) lines[lines.length - 1] += ',';
    rows++;
  }
  if (rows === result.rows.length) lines.push(']');
  return { lines, rows, cut };
}
