/** The console's statement in the address; nothing of its history, nor of favourites. */
import type { LinkedStatement } from './console.ts';
import { linkedRows, sentOf } from './console-parameters.ts';

/** How many characters of a statement and its parameters an address carries. */
export const LINKED_LENGTH = 4000;

/** What stands in an address may be anybody's. */
export function readStatement(search: URLSearchParams): LinkedStatement | null {
  const statement = search.get('cypher')?.trim();
  if (!statement || statement.length > LINKED_LENGTH) return null;
  return { statement, rows: linkedRows(search.get('parameters'), search.get('types')) };
}

/** Whether all of it goes into an address. */
export function writeStatement(search: URLSearchParams, linked: LinkedStatement | null): boolean {
  if (!linked) return true;
  const sent = sentOf(
    linked.rows,
    linked.rows.map(({ name }) => name),
  );
  const parameters = JSON.stringify(sent.parameters);
  const types = JSON.stringify(sent.types);
  if (linked.statement.length + parameters.length + types.length > LINKED_LENGTH) return false;
  search.set('cypher', linked.statement);
  if (parameters !== '{}') search.set('parameters', parameters);
  if (types !== '{}') search.set('types', types);
  return true;
}

export function sameStatement(one: LinkedStatement | null, other: LinkedStatement | null): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf(linked: LinkedStatement | null): string {
  const search = new URLSearchParams();
  writeStatement(search, linked);
  return search.toString();
}
