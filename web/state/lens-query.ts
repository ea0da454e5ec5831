/** The statement whose result a map shows, in an address and in a request. */
import type { z } from 'zod';
import { BOUNDS, cypherRequestSchema } from '../../graph/contract.ts';

/** Characters of both as they stand in an address, so that every server and browser takes it. */
const MOST_ENCODED = 8000;

const NAMES = { statement: 'draw', parameters: 'drawParameters', types: 'drawTypes' } as const;

export const lensQuerySchema = cypherRequestSchema.pick({ statement: true, parameters: true, types: true });
export type LensQuery = Readonly<z.output<typeof lensQuerySchema>>;

/** Null for what is none, or is too long for an address. */
export function readLensQuery(given: unknown): LensQuery | null {
  const read = lensQuerySchema.safeParse(given);
  return read.success && isShort(read.data) ? read.data : null;
}

/** Whether an address takes it. */
export function isShort(query: LensQuery): boolean {
  const asked = lensRequest(query);
  const texts = Object.values(asked).map((text) => text ?? '');
  return (
    query.statement.length <= BOUNDS.lensStatement &&
    texts.slice(1).every((text) => text.length <= BOUNDS.lensParameters) &&
    encodeURIComponent(texts.join('')).length <= MOST_ENCODED
  );
}

/** As GET /api/graph takes it. */
export function lensRequest(query: LensQuery): Record<keyof LensQuery, string | undefined> {
  const json = (part: object) => (Object.keys(part).length > 0 ? JSON.stringify(part) : undefined);
  return { statement: query.statement, parameters: json(query.parameters), types: json(query.types) };
}

export function writeLensQuery(search: URLSearchParams, query: LensQuery | null): void {
  if (!query) return;
  for (const [part, text] of Object.entries(lensRequest(query)))
    if (text !== undefined) search.set(NAMES[part as keyof LensQuery], text);
}

export function readLensQueryFrom(search: URLSearchParams): LensQuery | null {
  const text = search.get(NAMES.statement);
  if (text === null) return null;
  try {
    return readLensQuery({
      statement: text,
      parameters: JSON.parse(search.get(NAMES.parameters) ?? '{}'),
      types: JSON.parse(search.get(NAMES.types) ?? '{}'),
    });
  } catch {
    return null;
  }
}

export const sameLensQuery = (one: LensQuery | null, other: LensQuery | null): boolean =>
  JSON.stringify(one && lensRequest(one)) === JSON.stringify(other && lensRequest(other));
