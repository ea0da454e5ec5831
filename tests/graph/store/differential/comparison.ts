import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLacunaError } from '../../../../graph/errors.ts';
import type { Answer, Cell, StoreReader, Value } from '../../../../graph/store/store.ts';

/** What each query may use. */
export const PARAMETERS: Record<string, Value> = {
  x: 1,
  float: 1.5,
  name: 'node embedding',
  names: ['Cora', 'accuracy'],
  list: [1, 2, null],
  map: { a: 1, list: [1, 2] },
  none: null,
  flag: true,
  years: [2001, 2017],
  s: '2017',
  empty: [],
  id: 'p1',
  key: 'year',
  skip: 1,
  limit: 2,
  label: 'Paper',
  row: { id: 'p1' },
  rows: [{ id: 'a', n: 1 }, { id: 'b' }],
  shadow: { _id: 0, _labels: ['Paper'] },
};

export type Verdict = 'same' | 'mended' | 'refused' | 'neither';

export interface Compared {
  verdict: Verdict;
  /** Null where all is as it should be. */
  complaint: string | null;
}

/** The queries of a file, one a line. */
export const queriesOf = (topic: string): string[] =>
  readFileSync(join(import.meta.dirname, `queries/${topic}.cypher`), 'utf8')
    .split('\n')
    .filter(Boolean);

type Outcome = { answer: Answer } | { error: string; details: Readonly<Record<string, unknown>> };

async function ask(store: StoreReader, text: string): Promise<Outcome> {
  try {
    return {
      answer: await store.ask({ text, parameters: PARAMETERS }, { timeoutMs: 20_000, maxRows: 2000 }),
    };
  } catch (error) {
    if (!isLacunaError(error, 'input') && !isLacunaError(error, 'refused')) throw error;
    return { error: error.message, details: error.details };
  }
}

/** The embedded store gives Neo4j's rows, or says what it lacks; a whole statement that it offers gives them too. */
export async function compare(embedded: StoreReader, neo4j: StoreReader, text: string): Promise<Compared> {
  const [expected, found] = await Promise.all([ask(neo4j, text), ask(embedded, text)]);
  const complain = (why: string): Compared => ({ verdict: 'same', complaint: `${why}: ${text}` });
  if ('error' in expected) {
    return 'error' in found
      ? { verdict: 'neither', complaint: null }
      : complain(`only Neo4j refuses (${expected.error})`);
  }
  if ('answer' in found) {
    const mended = found.answer.notices.some(({ kind }) => kind === 'rewritten');
    const difference = differenceOf(expected.answer, found.answer, text);
    return difference ? complain(difference) : { verdict: mended ? 'mended' : 'same', complaint: null };
  }
  const { construct, rewrite, whole } = found.details;
  if (!construct || !rewrite) return complain(`refused without a name and advice (${found.error})`);
  if (!whole) return { verdict: 'refused', complaint: null };
  const again = await ask(embedded, String(rewrite));
  if ('error' in again) return complain(`what was offered (${rewrite}) is refused (${again.error})`);
  const difference = differenceOf(expected.answer, again.answer, text);
  return difference ? complain(`offered ${rewrite}: ${difference}`) : { verdict: 'refused', complaint: null };
}

function differenceOf(expected: Answer, found: Answer, text: string): string | null {
  const ordered = text.slice(text.lastIndexOf('RETURN')).includes('ORDER BY');
  const [one, other] = [expected, found].map(({ columns, rows }) => {
    const lines = rows.map((row) => JSON.stringify(row.map(plain)));
    return JSON.stringify([columns, ordered ? lines : lines.sort()]);
  });
  return one === other
    ? null
    : `Neo4j gives ${one!.slice(0, 300)}, the embedded store ${other!.slice(0, 300)}`;
}

/** Without what means nothing outside of one store, numbers to ten digits. */
function plain(cell: Cell): unknown {
  if (typeof cell === 'number') return Number(cell.toPrecision(10));
  if (Array.isArray(cell)) return cell.map(plain);
  if (cell === null || typeof cell !== 'object') return cell;
  const kept = Object.entries(cell).filter(
    ([key]) => !['ref', 'from', 'to'].includes(key) || !('properties' in cell),
  );
  return Object.fromEntries(
    kept
      .map(([key, value]): [string, unknown] => [
        key,
        key === 'labels' ? [...(value as string[])].sort() : plain(value),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
