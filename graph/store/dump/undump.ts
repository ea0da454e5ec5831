import { LacunaError } from '../../errors.ts';
import { KEY } from '../../schema.ts';
import type { Statement, Value } from '../store.ts';
import { type DumpRow, isOfGraph, keyLabel } from './dump-row.ts';

/** Rows in one statement. */
const ROWS = 1000;
/** Characters of all that waits to be written, about: few nodes are this long, most rows are short. */
const CHARACTERS = 8_000_000;

/**
 * The statements that make what a dump holds, nodes before relations as they come, for a store that has none of it. Rows that need the
 * same statement wait for each other, so memory stays bounded and statements are few. Throws `input` for a label or
 * type that the graph does not have: names can't be parameters, so only known ones get into a statement.
 *
 * @param mayRepeat makes statements that lead to the same when they are run twice, as those to a server are whose answer is lost
 */
export async function* undump(rows: AsyncIterable<DumpRow>, mayRepeat = false): AsyncGenerator<Statement> {
  const waiting = new Map<string, Record<string, Value>[]>();
  let kind: DumpRow[0] = 'node';
  let characters = 0;
  for await (const row of rows) {
    if (row[0] !== kind || characters > CHARACTERS) {
      for (const [text, rows] of waiting) yield { text, parameters: { rows } };
      waiting.clear();
      characters = 0;
      kind = row[0];
    }
    if (!isOfGraph(row)) throw new LacunaError('input', `The graph has nothing like ${nameOf(row)}.`);
    const made = row[0] === 'node' ? nodeOf(row, mayRepeat) : relationOf(row, mayRepeat);
    const batch = waiting.get(made.text) ?? [];
    batch.push(made.row);
    waiting.set(made.text, batch);
    characters += weight(made.row);
    if (batch.length < ROWS) continue;
    yield { text: made.text, parameters: { rows: batch } };
    waiting.delete(made.text);
  }
  for (const [text, rows] of waiting) yield { text, parameters: { rows } };
}

type Made = { text: string; row: Record<string, Value> };

function nodeOf([, labels, properties]: Extract<DumpRow, { 0: 'node' }>, mayRepeat: boolean): Made {
  const key = keyLabel(labels)!;
  const others = labels.filter((label) => label !== key).map((label) => `:${label}`);
  const text = mayRepeat
    ? `UNWIND $rows AS row MERGE (n:${key} {${KEY}: row.${KEY}}) SET n = row${others.length > 0 ? ` SET n${others.join('')}` : ''}`
    : `UNWIND $rows AS row CREATE (n:${labels.join(':')}) SET n = row`;
  return { text, row: properties };
}

function relationOf(row: Extract<DumpRow, { 0: 'relation' }>, mayRepeat: boolean): Made {
  const [, type, fromLabel, from, toLabel, to, properties] = row;
  return {
    text: `UNWIND $rows AS row MATCH (a:${fromLabel} {${KEY}: row.a}) MATCH (b:${toLabel} {${KEY}: row.b})
           ${mayRepeat ? 'MERGE' : 'CREATE'} (a)-[r:${type}]->(b) SET r = row.p`,
    row: { a: from, b: to, p: properties },
  };
}

const nameOf = (row: DumpRow): string =>
  row[0] === 'node' ? `a node :${row[1].join(':')}` : `a relation ${row[1]} from :${row[2]} to :${row[4]}`;

function weight(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let sum = 16;
  for (const one of Object.values(value)) sum += weight(one);
  return sum;
}
