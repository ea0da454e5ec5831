import { z } from 'zod';
import { FetchFailure, notAsPromised } from './failure.ts';
import type { FetchedRecord } from './paper-source.ts';

export const count = z.number().int().min(0).max(1e10);
/** Longest cursor or token that is believed. */
export const cursor = z.string().min(1).max(10_000);
export const objects = z.array(z.record(z.string(), z.unknown())).max(10_000);

/** The answer by its schema. Throws `FetchFailure` where it is no JSON, or another. */
export function parseJsonPage<T>(body: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw notAsPromised('no JSON, or cut off');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw notAsPromised(
    `'${parsed.error.issues[0]?.path.slice(0, 4).join('.') || 'it'}' is not of the right form`,
  );
}

/** Records as lines of JSON. */
export const jsonRecords = (items: readonly Record<string, unknown>[], idKey: string): FetchedRecord[] =>
  items.map((item) => {
    const id = item[idKey];
    return { id: typeof id === 'string' && id !== '' ? id.slice(0, 500) : null, text: lineOf(item) };
  });

function lineOf(item: Record<string, unknown>): string {
  try {
    return `${JSON.stringify(item)}\n`;
  } catch {
    // Nested so deeply that it can't be written again.
    throw new FetchFailure('its answer holds a record that is nested too deeply');
  }
}
