/** The page's only way to the server: every answer is parsed by the contract, every failure is an ApiFailure. */
import type { z } from 'zod';
import {
  type AnalysisRequest,
  type Annotated,
  API_PREFIX,
  type ApiError,
  analysisJobSchema,
  annotationsSchema,
  backtestSchema,
  compareSchema,
  conceptSchema,
  connectionsSchema,
  type cypherRequestSchema,
  cypherResultSchema,
  type DataJob,
  dataJobSchema,
  type dataOrderSchema,
  type EdgeType,
  type ExportRequest,
  errorSchema,
  fetchEstimateSchema,
  fetchingSchema,
  type fetchRequestSchema,
  gapReportSchema,
  gapSchema,
  gapsSchema,
  graphSchemaSchema,
  graphViewSchema,
  type Judgement,
  type Lens,
  matrixSchema,
  type NodeKind,
  type PathOrder,
  type Pin,
  pairSchema,
  paperSchema,
  pathsSchema,
  removalEffectSchema,
  savedSchema,
  searchResultSchema,
  shareAnswersSchema,
  shareLimitsSchema,
  sourcesSchema,
  statusSchema,
  themeSchema,
  themesSchema,
  uploadSchema,
} from '../graph/contract.ts';
import type { ConceptKind } from '../graph/schema.ts';
import { endsOf, partsOf } from './state/selection.ts';

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
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  /** Sent as they are, in place of a body. */
  bytes?: Blob;
  signal?: AbortSignal | undefined;
}

function address(path: string, query: Request['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text ? `${API_PREFIX}${path}?${text}` : `${API_PREFIX}${path}`;
}

export async function call<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  request: Request = {},
): Promise<z.output<Shape>> {
  const init: RequestInit = { method: request.method ?? 'GET', headers: { accept: 'application/json' } };
  if (request.signal) init.signal = request.signal;
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  } else if (request.bytes) {
    init.body = request.bytes;
    init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
  }
  const response = await transport(address(path, request.query), init).catch((cause: unknown) => {
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

/** Where requests go: over HTTP, unless the page brings its own answers. */
type Transport = (address: string, init: RequestInit) => Promise<Response>;
let transport: Transport = (at, init) => fetch(at, init);

/** For a page that has no server: all requests from now on. */
export function answerFrom(own: Transport): void {
  transport = own;
}

/** A file, as it comes; a failure as of any other request. */
async function fetchFile(address: string, init: RequestInit): Promise<Blob> {
  const response = await transport(address, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiFailure('offline', 'The server does not answer. Is it still running?');
  });
  if (!response.ok) throw failureOf(await response.json().catch(() => null), response.status);
  return response.blob();
}

const segment = encodeURIComponent;

/** So many connections may fail in a row before the server counts as gone; the browser tries every two seconds. */
const LOST_AFTER = 10;

/** Tells how the papers' job stands, at once and whenever that changes; what it returns ends that. */
function followIngest(onJob: (job: DataJob) => void, onLost: (failure: ApiFailure) => void): () => void {
  const events = new EventSource(address('/ingest/events'));
  let failures = 0;
  events.addEventListener('standing', ({ data }) => {
    failures = 0;
    const parsed = dataJobSchema.safeParse(JSON.parse(String(data)));
    if (parsed.success) onJob(parsed.data);
  });
  events.onerror = () => {
    failures += 1;
    if (events.readyState !== EventSource.CLOSED && failures < LOST_AFTER) return;
    events.close();
    onLost(
      new ApiFailure('offline', 'The server does not tell any more how the work stands. Reload the page.'),
    );
  };
  return () => events.close();
}

export interface NeighboursRequest {
  limit: number;
  relation?: EdgeType | undefined;
  kind?: NodeKind | undefined;
}

/** What narrows the map is named as in the contract. */
export type GraphRequest = { lens: Lens; theme?: string | undefined; limit?: number | undefined } & Record<
  string,
  string | number | undefined
>;

export const api = {
  status: (signal?: AbortSignal) => call('/status', statusSchema, { signal }),
  graph: (query: GraphRequest, signal?: AbortSignal) => call('/graph', graphViewSchema, { query, signal }),
  search: (query: { q: string; limit: number }, signal?: AbortSignal) =>
    call('/search', searchResultSchema, { query, signal }),
  paper: (id: string, signal?: AbortSignal) => call(`/papers/${segment(id)}`, paperSchema, { signal }),
  concept: (id: string, signal?: AbortSignal) => call(`/concepts/${segment(id)}`, conceptSchema, { signal }),
  theme: (id: string, signal?: AbortSignal) => call(`/themes/${segment(id)}`, themeSchema, { signal }),
  themes: (signal?: AbortSignal) => call('/themes', themesSchema, { signal }),
  /** Null gives the theme its own name back. */
  nameTheme: (id: string, label: string | null) =>
    call(`/themes/${segment(id)}/label`, savedSchema, { method: 'PUT', body: { label } }),
  gaps: (signal?: AbortSignal) => call('/gaps', gapsSchema, { signal }),
  gap: (id: string, signal?: AbortSignal) => call(`/gaps/${segment(id)}`, gapSchema, { signal }),
  gapReport: (id: string) => call(`/gaps/${segment(id)}/report`, gapReportSchema),
  judge: (id: string, judgement: Judgement) =>
    call(`/gaps/${segment(id)}/judgement`, savedSchema, { method: 'PUT', body: judgement }),
  annotations: (signal?: AbortSignal) => call('/annotations', annotationsSchema, { signal }),
  /** In place of what was said of it; with nothing said it is forgotten. */
  annotate: (id: string, annotated: Annotated) =>
    call(`/annotations/${segment(id)}`, savedSchema, { method: 'PUT', body: annotated }),
  /** At most `limits.pins` of `annotations` at a time. */
  pin: (pins: readonly Pin[]) => call('/pins', savedSchema, { method: 'PUT', body: { pins } }),
  matrix: (rows: ConceptKind, columns: ConceptKind, signal?: AbortSignal) =>
    call('/matrix', matrixSchema, { query: { rows, columns }, signal }),
  /** By the id of the pair as a target. */
  pair: (id: string, signal?: AbortSignal) => {
    const [one, other] = endsOf(id);
    return call('/pairs', pairSchema, { query: { one, other }, signal });
  },
  /** By the ids of the targets, as above. */
  path: (id: string, signal?: AbortSignal, by: PathOrder = 'shortest') => {
    const [from, to] = endsOf(id);
    return call('/paths', pathsSchema, { query: { from, to, by }, signal });
  },
  connections: (id: string, signal?: AbortSignal) =>
    call('/connections', connectionsSchema, { query: { ids: partsOf(id).join() }, signal }),
  compare: (id: string, signal?: AbortSignal) => {
    const [one, other] = endsOf(id);
    return call('/compare', compareSchema, { query: { one, other }, signal });
  },
  backtest: (signal?: AbortSignal) => call('/backtest', backtestSchema, { signal }),
  analysis: (signal?: AbortSignal) => call('/analysis', analysisJobSchema, { signal }),
  analyse: (request: AnalysisRequest) =>
    call('/analysis', analysisJobSchema, { method: 'POST', body: request }),
  cancelAnalysis: () => call('/analysis', analysisJobSchema, { method: 'DELETE' }),
  announceFile: (name: string, bytes: number, signal?: AbortSignal) =>
    call('/uploads', uploadSchema, { method: 'POST', body: { name, bytes }, signal }),
  sendPart: (id: string, offset: number, bytes: Blob, signal?: AbortSignal) =>
    call(`/uploads/${segment(id)}`, uploadSchema, { method: 'PUT', query: { offset }, bytes, signal }),
  giveUpFile: (id: string) => call(`/uploads/${segment(id)}`, savedSchema, { method: 'DELETE' }),
  ingest: (signal?: AbortSignal) => call('/ingest', dataJobSchema, { signal }),
  startIngest: (order: z.input<typeof dataOrderSchema>) =>
    call('/ingest', dataJobSchema, { method: 'POST', body: order }),
  cancelIngest: () => call('/ingest', dataJobSchema, { method: 'DELETE' }),
  followIngest,
  sources: (signal?: AbortSignal) => call('/sources', sourcesSchema, { signal }),
  removalEffect: (source: string, signal?: AbortSignal) =>
    call('/sources/effect', removalEffectSchema, { query: { source }, signal }),
  fetching: (signal?: AbortSignal) => call('/fetch', fetchingSchema, { signal }),
  countPapers: (request: z.input<typeof fetchRequestSchema>, signal?: AbortSignal) =>
    call('/fetch/count', fetchEstimateSchema, { method: 'POST', body: request, signal }),
  exportFile: (request: ExportRequest, signal?: AbortSignal) =>
    fetchFile(address('/export'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: signal ?? null,
    }),
  shareLimits: (signal?: AbortSignal) => call('/share', shareLimitsSchema, { signal }),
  shareAnswers: (request: { ids: string[]; abstracts: boolean }, signal?: AbortSignal) =>
    call('/share', shareAnswersSchema, { method: 'POST', body: request, signal }),
  /** The page that a file of its own is made from. */
  shareTemplate: async (signal?: AbortSignal) =>
    (await fetchFile('./share.html', { signal: signal ?? null })).text(),
  neighbours: (id: string, query: NeighboursRequest, signal?: AbortSignal) =>
    call(`/neighbours/${segment(id)}`, graphViewSchema, { query: { ...query }, signal }),
  cypher: (order: z.input<typeof cypherRequestSchema>, signal?: AbortSignal) =>
    call('/cypher', cypherResultSchema, { method: 'POST', body: order, signal }),
  schema: (signal?: AbortSignal) => call('/schema', graphSchemaSchema, { signal }),
};
