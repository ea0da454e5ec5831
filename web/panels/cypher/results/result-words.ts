/** What a result says of itself. Pure. */
import type { CypherResult } from '../../../../graph/contract.ts';
import { count, duration } from '../../../components/words.ts';

type Told = Pick<CypherResult, 'mode' | 'rows' | 'truncated' | 'milliseconds' | 'limits'>;

/** `20 rows in 12 ms`, and what stopped it from being more. `most`: rows that the server gives at all. */
export function inWords({ mode, rows, truncated, milliseconds, limits }: Told, most: number): string {
  if (mode === 'explain') return `Explained in ${duration(milliseconds)}; not run`;
  const done = `${count(rows.length, 'row')} in ${duration(milliseconds)}`;
  if (!truncated) return done;
  const way = limits.rows < most ? 'raise the row limit' : 'narrow the query';
  return `${done}; there are more, but ${count(limits.rows, 'row')} is the limit: ${way} to see them`;
}
