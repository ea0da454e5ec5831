import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Budget } from './budget.ts';
import { ChatRequest } from './chat-request.ts';
import { mostOf, tokensOf, type Usage } from './estimate.ts';
import { LlmFailure } from './failure.ts';
import { postJson } from './post-json.ts';
import type { ChatMessage } from './prompt.ts';
import type { LlmSettings } from './settings.ts';

const tokens = z.number().int().min(0).max(1e9);
const chatSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
});

/** Statuses that another document would meet too: no money left, wrong key, address or model. */
const FINAL = new Set([401, 402, 403, 404, 405]);
const PASSING = new Set([408, 409, 425, 429]);

/** Asks one server, again where that may help. All waits are a function of the settings and the server's answers. */
export class ChatClient {
  readonly #settings: LlmSettings;
  readonly #budget: Budget;
  readonly #request: ChatRequest;
  /** Until then, by a clock that is never set, nobody asks: a server that says "later" means all of us. */
  #quietUntil = 0;

  constructor(settings: LlmSettings, budget: Budget) {
    this.#settings = settings;
    this.#budget = budget;
    this.#request = new ChatRequest(settings);
  }

  /** The model's words. Throws `LlmFailure`, or the signal's reason when it is aborted. */
  async ask(messages: readonly ChatMessage[], signal: AbortSignal): Promise<string> {
    const { attempts, backoffMs, maxWaitMs } = this.#settings;
    for (let attempt = 1; ; attempt++) {
      const quiet = this.#quietUntil - performance.now();
      if (quiet > 0) await sleep(quiet, undefined, { signal });
      try {
        return await this.#askOnce(messages, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof LlmFailure) || !error.isPassing || attempt >= attempts) throw error;
        const wait = Math.max(Math.min(backoffMs * 2 ** (attempt - 1), maxWaitMs), error.retryAfterMs);
        if (wait > maxWaitMs) throw error;
        if (error.retryAfterMs > 0) this.#quietUntil = Math.max(this.#quietUntil, performance.now() + wait);
        await sleep(wait, undefined, { signal });
      }
    }
  }

  /** One request, sent again only without a field that the server refuses. */
  async #askOnce(messages: readonly ChatMessage[], signal: AbortSignal): Promise<string> {
    const most = mostOf(messages, this.#settings);
    for (;;) {
      const body = this.#request.body(messages);
      const answer = await this.#send(body, most, signal);
      if (answer.content !== undefined) return answer.content;
      if (!this.#request.learnFrom(body, answer.complaint)) throw new LlmFailure('request refused');
    }
  }

  async #send(
    body: Record<string, unknown>,
    most: Usage,
    signal: AbortSignal,
  ): Promise<{ content: string } | { content?: never; complaint: string }> {
    this.#budget.reserve(most);
    // A request that broke off may have been worked on, and be on the bill.
    let used: Usage | null = most;
    try {
      const { status, body: text, retryAfterMs } = await postJson(body, this.#settings, signal);
      if (status !== 200) used = null;
      if (status === 400 || status === 422) return { complaint: text };
      if (status !== 200) throw failureOf(status, retryAfterMs);
      const parsed = chatSchema.safeParse(jsonOf(text));
      if (!parsed.success) throw new LlmFailure('bad JSON');
      const [choice] = parsed.data.choices;
      const content = choice?.message.content ?? '';
      const { usage } = parsed.data;
      used = usage
        ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
        : { inputTokens: most.inputTokens, outputTokens: tokensOf(content.length) };
      if (choice?.message.refusal || choice?.finish_reason === 'content_filter')
        throw new LlmFailure('refusal');
      if (choice?.finish_reason === 'length') throw new LlmFailure('cut off');
      if (content.trim() === '') throw new LlmFailure('empty answer');
      return { content };
    } finally {
      this.#budget.settle(most, used);
    }
  }
}

function failureOf(status: number, retryAfterMs: number): LlmFailure {
  if (status >= 300 && status < 400) return new LlmFailure('redirect', { isFinal: true });
  if (status === 429) return new LlmFailure('rate limit', { isPassing: true, retryAfterMs });
  if (status >= 500 || PASSING.has(status))
    return new LlmFailure('server error', { isPassing: true, retryAfterMs });
  return new LlmFailure('request refused', { isFinal: FINAL.has(status) });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
