/** Statements that run one after the other, each with what became of it. Pure. */
import type { Cypher, CypherMode, CypherResult, ParameterType } from '../../../../graph/contract.ts';
import { ApiFailure } from '../../../api.ts';
import { type ParameterRow, problemOf, sentOf } from '../../../state/console-parameters.ts';
import { parametersIn, type StatementPart } from '../text/statements.ts';
import { browserCommand } from './browser-command.ts';

export type Standing =
  | { status: 'waiting' | 'stopped' | 'left out' }
  /** Since when, by `performance.now()`. */
  | { status: 'running'; since: number }
  | { status: 'done'; result: CypherResult }
  | { status: 'failed'; failure: ApiFailure };

/** One statement that is run. */
export interface Order {
  readonly part: StatementPart;
  readonly mode: CypherMode;
  readonly rows: readonly ParameterRow[];
  readonly cypher: Cypher;
  readonly types: Readonly<Record<string, ParameterType>>;
}

export interface StatementRun {
  readonly order: Order;
  readonly standing: Standing;
}

/** With the parameters that it asks for; throws an ApiFailure where one is missing or says nothing right. */
export function orderOf(part: StatementPart, all: readonly ParameterRow[], mode: CypherMode): Order {
  const elsewhere = browserCommand(part.text);
  if (elsewhere !== null) throw new ApiFailure('input', elsewhere);
  const names = parametersIn(part.text);
  const rows = all.filter(({ name }) => names.includes(name));
  const missing = names.filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) {
    const listed = missing.map((name) => `$${name}`).join(', ');
    throw new ApiFailure('input', `No value is given for ${listed}. Add it to the parameters.`);
  }
  for (const row of rows) {
    const problem = problemOf(row, rows);
    if (problem) throw new ApiFailure('input', `The parameter $${row.name}: ${problem}`);
  }
  const { parameters, types } = sentOf(rows, names);
  return { part, mode, rows, cypher: { text: part.text, parameters }, types };
}
