/** The order of a table's rows. Pure. */

export interface Sorting<Column extends string = string> {
  readonly column: Column;
  readonly descending: boolean;
}

export type SortValue = string | number | null;

/** The same column turns round; another one starts as it is best read: words from A, figures from the greatest. */
export function nextSorting<Column extends string>(
  now: Sorting<Column>,
  column: Column,
  words: ReadonlySet<Column>,
): Sorting<Column> {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: !words.has(column) };
}

const BY_NAME = new Intl.Collator('en', { numeric: true });

/** What is not known comes last either way; equals stay as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  cellOf: (row: Row) => SortValue,
  descending: boolean,
): Row[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: cellOf(row) }));
  keyed.sort(({ value: one }, { value: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (
      sign *
      (typeof one === 'number' && typeof other === 'number'
        ? one - other
        : BY_NAME.compare(String(one), String(other)))
    );
  });
  return keyed.map(({ row }) => row);
}
