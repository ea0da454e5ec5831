import { APART } from '../analysis/terms/term.ts';
import type { Context } from './context.ts';
import { query, text } from './rows.ts';
import { readDismissals } from './terms-statements.ts';

/** Ids, as `apartId` makes them, of the pairs that somebody said are not the same. */
export async function dismissedPairs({ store, config }: Context): Promise<Set<string>> {
  const rows = await query(store, readDismissals(APART), config);
  return new Set(rows.map((row) => text(row.id) ?? ''));
}
