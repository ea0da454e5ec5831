import { LacunaError } from '../../errors.ts';
import { CONCEPT_KINDS, KEY, NODE_LABELS, RELATION_TYPES } from '../../schema.ts';
import type { Statement, Value } from '../store.ts';
import type { DumpRow } from './dump-row.ts';

/** Rows in one statement. */
const ROWS = 1000;
/** Characters of all that waits to be written, about: few nodes are this long, most rows are short. */
const CHARACTERS = 8_000_000;

const LABELS: ReadonlySet<string> = new Set([...NODE_LABELS, ...CONCEPT_KINDS]);
const TYPES: ReadonlySet<string> = new Set(RELATION_TYPES);

/**
 * The statements that make what a dump holds, nodes before relations as they come, for a store that has none of it. Rows that need the
 * same statement wait for each other, so memory stays bounded and statements are few. Throws `input` for a label or
 * type that the graph does not have: names can't be parameters, so only known ones get into a statement.
 */
export async function* undump(rows: AsyncIterable<DumpRow>): AsyncGenerator<Statement> {
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
    const made = row[0] === 'node' ? nodeOf(row) : relationOf(row);
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

function nodeOf([, labels, properties]: Extract<DumpRow, { 0: 'node' }>): Made {
  for (const label of labels) known(LABELS, label, 'label');
  return { text: `UNWIND $rows AS row CREATE (n:${labels.join(':')}) SET n = row`, row: properties };
}

function relationOf(row: Extract<DumpRow, { 0: 'relation' }>): Made {
  const [, type, fromLabel, from, toLabel, to, properties] = row;
  known(TYPES, type, 'type of relation');
  known(LABELS, fromLabel, 'label');
  known(LABELS, toLabel, 'label');
  return {
    text: `UNWIND $rows AS row MATCH (a:${fromLabel} {${KEY}: row.a}) MATCH (b:${toLabel} {${KEY}: row.b})
           CREATE (a)-[r:${type}]->(b) SET r = row.p`,
    row: { a: from, b: to, p: properties },
  };
}

function known(names: ReadonlySet<string>, name: string, what: string): void {
  if (!names.has(name)) throw new LacunaError('input', `The graph has no ${what} "${name}".`);
}

function weight(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let sum = 16;
  for (const one of Object.values(value)) sum += weight(one);
  return sum;
}
