/** The page's only way to the server: every answer is parsed by the contract, every failure is an ApiFailure. */
import type { z } from 'zod';
import {
  API_PREFIX,
  type ApiError,
  type CypherResult,
  conceptSchema,
  cypherResultSchema,
  errorSchema,
  graphViewSchema,
  type Lens,
  paperSchema,
  searchResultSchema,
  statusSchema,
  themeSchema,
} from '../graph/contract.ts';

export type FailureCode = ApiError['error']['code'] | 'offline' | 'garbled';

/** `offline`: no answer at all; `garbled`: an answer that is not what the contract says. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: FailureCode, message: string, details: Record<string, string | number> = {}) {
    super(message);
    this.name = 'ApiFailure';
    this.code = code;
    this.details = details;
  }
}

interface Request {
  method?: 'GET' | 'POST';
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

function address(path: string, query: Request['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text ? `${API_PREFIX}${path}?${text}` : `${API_PREFIX}${path}`;
}

async function call<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  request: Request = {},
): Promise<z.output<Shape>> {
  const init: RequestInit = { method: request.method ?? 'GET', headers: { accept: 'application/json' } };
  if (request.signal) init.signal = request.signal;
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  const response = await fetch(address(path, request.query), init).catch((cause: unknown) => {
    if (request.signal?.aborted) throw cause;
    throw new ApiFailure('offline', 'The server does not answer. Is it still running?');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw failureOf(answer, response.status);
  const parsed = shape.safeParse(answer);
  if (!parsed.success) {
    throw new ApiFailure(
      'garbled',
      'The server answered in an unknown form. Reload the page; is its version the same?',
    );
  }
  return parsed.data;
}

function failureOf(answer: unknown, status: number): ApiFailure {
  const parsed = errorSchema.safeParse(answer);
  if (!parsed.success) return new ApiFailure('garbled', `The server answered with status ${status}.`);
  const { code, message, details } = parsed.data.error;
  return new ApiFailure(code, message, details);
}

const segment = encodeURIComponent;

export const api = {
  status: (signal?: AbortSignal) => call('/status', statusSchema, { signal }),
  graph: (
    query: { lens: Lens; theme?: string | undefined; limit?: number | undefined },
    signal?: AbortSignal,
  ) => call('/graph', graphViewSchema, { query, signal }),
  search: (query: { q: string; limit: number }, signal?: AbortSignal) =>
    call('/search', searchResultSchema, { query, signal }),
  paper: (id: string, signal?: AbortSignal) => call(`/papers/${segment(id)}`, paperSchema, { signal }),
  concept: (id: string, signal?: AbortSignal) => call(`/concepts/${segment(id)}`, conceptSchema, { signal }),
  theme: (id: string, signal?: AbortSignal) => call(`/themes/${segment(id)}`, themeSchema, { signal }),
  neighbours: (id: string, limit: number, signal?: AbortSignal) =>
    call(`/neighbours/${segment(id)}`, graphViewSchema, { query: { limit }, signal }),
  cypher: (
    statement: string,
    parameters: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<CypherResult> =>
    call('/cypher', cypherResultSchema, { method: 'POST', body: { statement, parameters }, signal }),
};
