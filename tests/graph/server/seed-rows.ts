import type { Statement, Value } from '../../../graph/store/store.ts';

export type Row = { [key: string]: Value };

export const write = (text: string, rows: Row[]): Statement => ({
  text: `UNWIND $rows AS row ${text}`,
  parameters: { rows },
});
