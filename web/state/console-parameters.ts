/** Parameters of the console as rows that are filled in, and as what is sent. Pure. */
import { z } from 'zod';
import { PARAMETER_TYPES, type ParameterType } from '../../graph/contract.ts';

export const PARAMETER_KINDS = [
  'text',
  'whole',
  'number',
  'truth',
  'json',
  'date',
  'datetime',
  'nothing',
] as const;
export type ParameterKind = (typeof PARAMETER_KINDS)[number];

/** How many parameters there may be, and how long a name and a value. */
export const PARAMETER_BOUNDS = { rows: 50, name: 100, text: 50_000 } as const;

const rowSchema = z.object({
  name: z.string().max(PARAMETER_BOUNDS.name),
  kind: z.enum(PARAMETER_KINDS),
  /** As typed. */
  text: z.string().max(PARAMETER_BOUNDS.text),
});
export const rowsSchema = z.array(rowSchema).max(PARAMETER_BOUNDS.rows);
export type ParameterRow = z.infer<typeof rowSchema>;

export interface SentParameters {
  readonly parameters: Record<string, z.core.util.JSONType>;
  readonly types: Record<string, ParameterType>;
}

type Reading = { value: z.core.util.JSONType; type?: ParameterType } | { problem: string };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:[0-5]\d)?$/;

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!day) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function readJson(text: string): Reading {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { value: z.json().parse(value) };
  } catch {}
  return { problem: 'Write a list like ["a", "b"] or a map like {"year": 2020}, as JSON.' };
}

/** What a row says, or what is wrong with it. */
export function readRow({ kind, text }: ParameterRow): Reading {
  const trimmed = text.trim();
  if (kind === 'text') return { value: text };
  if (kind === 'nothing') return { value: null };
  if (kind === 'json') return readJson(trimmed);
  if (kind === 'truth') {
    if (/^(?:yes|true)$/i.test(trimmed)) return { value: true };
    return /^(?:no|false)$/i.test(trimmed) ? { value: false } : { problem: 'Write yes or no.' };
  }
  if (kind === 'whole') {
    const value = Number(trimmed);
    if (!/^[+-]?\d+$/.test(trimmed)) return { problem: 'Write a whole number, like 2020.' };
    return Number.isSafeInteger(value) ? { value } : { problem: 'This number is too large to be exact.' };
  }
  if (kind === 'number') {
    const value = Number(trimmed);
    if (!NUMBER.test(trimmed) || !Number.isFinite(value)) return { problem: 'Write a number, like 0.5.' };
    return { value, type: 'float' };
  }
  if (kind === 'date')
    return isDate(trimmed)
      ? { value: trimmed, type: 'date' }
      : { problem: 'Write a day of the calendar, like 2024-01-31.' };
  const [, day] = DATE_TIME.exec(trimmed) ?? [];
  return day && isDate(day)
    ? { value: trimmed, type: 'datetime' }
    : { problem: 'Write a day and a time, like 2024-01-31T18:30:00Z.' };
}

/** What is wrong with a row, its name among the others included; null where nothing is. */
export function problemOf(row: ParameterRow, rows: readonly ParameterRow[]): string | null {
  if (row.name === '') return 'Give it a name.';
  if (rows.filter(({ name }) => name === row.name).length > 1) return 'Another one has this name.';
  const reading = readRow(row);
  return 'problem' in reading ? reading.problem : null;
}

/** Of the rows those that are named, as they are sent; rows that say nothing right are left out. */
export function sentOf(rows: readonly ParameterRow[], names: readonly string[]): SentParameters {
  const parameters: [string, z.core.util.JSONType][] = [];
  const types: [string, ParameterType][] = [];
  for (const row of rows) {
    const reading = readRow(row);
    if (!names.includes(row.name) || 'problem' in reading) continue;
    parameters.push([row.name, reading.value]);
    if (reading.type) types.push([row.name, reading.type]);
  }
  // NOTE: unlike assignment, this makes a property of `__proto__` too.
  return { parameters: Object.fromEntries(parameters), types: Object.fromEntries(types) };
}

function rowOf(name: string, value: unknown, type?: ParameterType): ParameterRow {
  if (typeof value === 'string')
    return { name, kind: type === 'date' || type === 'datetime' ? type : 'text', text: value };
  if (value === null || value === undefined) return { name, kind: 'nothing', text: '' };
  if (typeof value === 'boolean') return { name, kind: 'truth', text: value ? 'yes' : 'no' };
  if (typeof value === 'number') {
    const whole = type !== 'float' && Number.isSafeInteger(value);
    return { name, kind: whole ? 'whole' : 'number', text: String(value) };
  }
  return { name, kind: 'json', text: JSON.stringify(value) };
}

export function rowsOf(
  parameters: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, ParameterType>> = {},
): ParameterRow[] {
  return Object.entries(parameters)
    .slice(0, PARAMETER_BOUNDS.rows)
    .map(([name, value]) => rowOf(name, value, types[name]));
}

const givenSchema = z.record(z.string().min(1).max(PARAMETER_BOUNDS.name), z.json());
const typesSchema = z.record(z.string(), z.enum(PARAMETER_TYPES));

/** Rows from the text of a JSON object, as people paste it; null where it is none. */
export function pastedRows(text: string): ParameterRow[] | null {
  // As in Neo4j Browser, `:params {…}` is understood too.
  const object = text.trim().replace(/^:params?\s+/i, '');
  if (!object.startsWith('{') || object.length > PARAMETER_BOUNDS.text) return null;
  try {
    const parsed = givenSchema.safeParse(JSON.parse(object));
    return parsed.success ? rowsOf(parsed.data) : null;
  } catch {
    return null;
  }
}

/** Rows from what stands in an address, which may be anybody's. */
export function linkedRows(parameters: string | null, types: string | null): ParameterRow[] {
  try {
    const given = givenSchema.safeParse(JSON.parse(parameters ?? '{}'));
    const known = typesSchema.safeParse(JSON.parse(types ?? '{}'));
    return given.success ? rowsOf(given.data, known.data) : [];
  } catch {
    return [];
  }
}

/** Rows of both; of a name that both have, the later one. */
export function joinRows(rows: readonly ParameterRow[], more: readonly ParameterRow[]): ParameterRow[] {
  const taken = new Set(more.map(({ name }) => name));
  return [...rows.filter(({ name }) => !taken.has(name)), ...more].slice(0, PARAMETER_BOUNDS.rows);
}
