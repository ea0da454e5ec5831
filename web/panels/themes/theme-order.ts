/** The order of the table of themes. Pure. */
import type { MappedTheme } from '../../../graph/contract.ts';

export const THEME_COLUMNS = [
  'label',
  'size',
  'paperCount',
  'stability',
  'otherStability',
  'centrality',
  'density',
  'quadrant',
] as const;
export type ThemeColumn = (typeof THEME_COLUMNS)[number];

export interface ThemeOrder {
  readonly column: ThemeColumn;
  readonly descending: boolean;
}

export const LARGEST_FIRST: ThemeOrder = { column: 'paperCount', descending: true };

/** The same column turns round; another one starts as it is best read: words from A, figures from the greatest. */
export function nextOrder(order: ThemeOrder, column: ThemeColumn): ThemeOrder {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: column !== 'label' && column !== 'quadrant' };
}

/** What is not known comes last either way; equals by name. */
export function orderThemes(
  themes: readonly MappedTheme[],
  { column, descending }: ThemeOrder,
): MappedTheme[] {
  const sign = descending ? -1 : 1;
  return [...themes].sort((one, other) => {
    const [a, b] = [one[column], other[column]];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other);
    const difference =
      typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
    return sign * difference || byName(one, other);
  });
}

const byName = (one: MappedTheme, other: MappedTheme) =>
  one.label.localeCompare(other.label, 'en') || (one.id < other.id ? -1 : 1);
