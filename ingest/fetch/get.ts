import { FetchFailure } from './failure.ts';
import { shown } from './shown.ts';

export interface GetOptions {
  headers: Readonly<Record<string, string>>;
  /** What the content type must hold. */
  contentType: 'json' | 'xml';
  timeoutMs: number;
  answerBytes: number;
  signal: AbortSignal | undefined;
  /** Milliseconds since 1970, for a `Retry-After` that is a date. */
  now: () => number;
}

export interface Answer {
  body: string;
  /** Milliseconds between requests that the source itself asks for, 0 where it doesn't. */
  intervalMs: number;
}

/** Statuses that pass; so do 500 and more. */
const PASSING = new Set([408, 409, 425, 429]);
const COMPLAINT_BYTES = 4096;

/**
 * Gets one answer whole, within the time and size given. No redirect is followed. Throws `FetchFailure`, or the
 * signal's reason when it is aborted.
 */
export async function get(url: string, options: GetOptions): Promise<Answer> {
  const { signal } = options;
  const stop = new AbortController();
  let isLate = false;
  const abort = (): void => stop.abort();
  const timer = setTimeout(() => {
    isLate = true;
    abort();
  }, options.timeoutMs);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    signal?.throwIfAborted();
    const response = await fetch(url, { headers: options.headers, redirect: 'manual', signal: stop.signal });
    if (response.status !== 200) throw await refusal(response, options.now());
    checkType(response, options.contentType);
    return {
      body: (await readCapped(response, options.answerBytes)).toString('utf8'),
      intervalMs: askedInterval(response.headers),
    };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FetchFailure) throw error;
    throw isLate
      ? new FetchFailure(`no whole answer within ${options.timeoutMs} ms (setting timeoutMs)`, {
          isPassing: true,
        })
      : new FetchFailure(`no connection, or it was cut${codeOf(error)}`, { isPassing: true });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    // Where the answer was not read to its end: nobody will.
    stop.abort();
  }
}

/** The system's word for it, such as ENOTFOUND. */
function codeOf(error: unknown): string {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : '';
}

async function refusal(response: Response, now: number): Promise<FetchFailure> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    return new FetchFailure(`it sends us elsewhere (HTTP ${status}), and redirects are not followed`);
  }
  const isPassing = status >= 500 || PASSING.has(status);
  const complaint = await complaintOf(response);
  const hint = status === 401 || status === 403 ? '; is a key needed, or the one given wrong?' : '';
  return new FetchFailure(`HTTP ${status}${complaint && `: ${complaint}`}${hint}`, {
    code: status === 400 || status === 422 ? 'input' : 'unavailable',
    isPassing,
    retryAfterMs: isPassing ? retryAfter(headers.get('retry-after'), now) : 0,
  });
}

/** What the source says of it, where that is text and not a page for people. */
async function complaintOf(response: Response): Promise<string> {
  if (!/json|text\/plain/i.test(response.headers.get('content-type') ?? '')) return '';
  try {
    const text = (await readCapped(response, COMPLAINT_BYTES)).toString('utf8');
    const words = /"(?:message|error)"\s*:\s*"((?:[^"\\]|\\.){1,500})"/.exec(text)?.[1] ?? text;
    return shown(words);
  } catch {
    return '';
  }
}

function checkType(response: Response, wanted: string): void {
  const type = response.headers.get('content-type') ?? '';
  if (!new RegExp(`[/+]${wanted}\\b`, 'i').test(type)) {
    throw new FetchFailure(`its answer is '${shown(type) || 'of no type'}' instead of ${wanted}`);
  }
}

async function readCapped(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > most) {
      throw new FetchFailure(`an answer of more than ${most} bytes (setting answerBytes)`, { code: 'limit' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Seconds, or a date. */
function retryAfter(header: string | null, now: number): number {
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}

/** Crossref tells how many requests it grants in how many seconds. */
function askedInterval(headers: Headers): number {
  const limit = Number(headers.get('x-rate-limit-limit'));
  const seconds = Number(/^(\d{1,6})s?$/.exec(headers.get('x-rate-limit-interval') ?? '')?.[1]);
  return limit >= 1 && seconds >= 1 ? Math.min((seconds * 1000) / limit, 60_000) : 0;
}
