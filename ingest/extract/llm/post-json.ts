import { LlmFailure } from './failure.ts';
import type { LlmSettings } from './settings.ts';

export interface HttpAnswer {
  status: number;
  body: string;
  /** Milliseconds that the server asks to wait, 0 where it does not. */
  retryAfterMs: number;
}

/**
 * Sends JSON and reads the answer whole, within the time and size that the settings allow. No redirect is followed.
 * Throws `LlmFailure`, or the signal's reason when it is aborted.
 */
export async function postJson(
  body: unknown,
  settings: LlmSettings,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const stop = new AbortController();
  let isLate = false;
  const abort = (): void => stop.abort();
  const timer = setTimeout(() => {
    isLate = true;
    abort();
  }, settings.timeoutMs);
  signal.addEventListener('abort', abort, { once: true });
  const authorization = settings.authorization();
  try {
    signal.throwIfAborted();
    const response = await fetch(settings.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(authorization !== null && { authorization }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: stop.signal,
    });
    const text = await readCapped(response, settings.answerBytes);
    return {
      status: response.status,
      body: text,
      retryAfterMs: retryAfter(response.headers.get('retry-after')),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof LlmFailure) throw error;
    throw new LlmFailure(isLate ? 'time-out' : 'no connection', { isPassing: true });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    // Where the answer was not read to its end: nobody will.
    stop.abort();
  }
}

async function readCapped(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > most) throw new LlmFailure('answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Seconds, or a date. */
function retryAfter(header: string | null): number {
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
