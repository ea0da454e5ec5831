import type { ParameterRow } from '../../../state/console-parameters.ts';
import { parametersIn } from './statements.ts';

/** Of the rows those that a text asks for. Pure. */
export function usedRows(text: string, rows: readonly ParameterRow[]): ParameterRow[] {
  const asked = new Set(parametersIn(text));
  return rows.filter(({ name }) => asked.has(name));
}
