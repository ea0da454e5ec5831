import type { Cell, PlanStep, ResultTable, Value } from '../../../graph/store/store.ts';
import { withInterrupt } from '../interrupt.ts';
import { locate, printJson, withReader } from '../session.ts';

export interface QueryFlags {
  store?: string;
  param: Record<string, Value>;
  limit: number;
  timeout: number;
  json?: boolean;
}

const MAX_CELL_WIDTH = 60;

export async function runQuery(cypher: string, flags: QueryFlags): Promise<void> {
  const { mode, plan, notices, ...result } = await withInterrupt((signal) =>
    withReader(locate(flags.store), signal, (store) =>
      store.ask(
        { text: cypher, parameters: flags.param },
        { maxRows: flags.limit, timeoutMs: flags.timeout * 1000, signal },
      ),
    ),
  );
  for (const { message } of notices) process.stderr.write(`${message}\n`);
  if (flags.json) printJson(plan ? { ...result, mode, plan } : result);
  else {
    if (mode !== 'explain') printTable(result, flags.limit);
    if (plan) process.stdout.write(`${plan.map((step) => stepText(step, plan)).join('\n')}\n`);
  }
}

function printTable(result: ResultTable, limit: number): void {
  const rows = result.rows.map((row) => row.map(cellText));
  const widths = result.columns.map((column, i) =>
    Math.min(MAX_CELL_WIDTH, Math.max(column.length, ...rows.map((row) => row[i]!.length))),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => cut(cell, widths[i]!).padEnd(widths[i]!))
      .join('  ')
      .trimEnd();
  const all = [line(result.columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
  process.stdout.write(`${all.join('\n')}\n`);
  if (result.truncated) process.stderr.write(`Only the first ${limit} rows are shown (--limit).\n`);
}

/** One step a line, indented below the step that takes its rows. */
function stepText(step: PlanStep, plan: readonly PlanStep[]): string {
  let depth = 0;
  for (let { parent } = step; parent !== null; parent = plan[parent]!.parent) depth++;
  const { operator, details, rows, dbHits, milliseconds } = step;
  const counted = [
    ...(rows === null ? [] : [`rows ${rows}`]),
    ...(dbHits === null ? [] : [`database hits ${dbHits}`]),
    ...(milliseconds === null ? [] : [`${milliseconds.toFixed(2)} ms`]),
  ].join(', ');
  const done = counted && `  [${counted}]`;
  return `${'  '.repeat(depth)}${operator}  ${details.replace(/\s+/g, ' ')}${done}`;
}

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text;

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell.replace(/\s+/g, ' ');
  return JSON.stringify(cell);
}
