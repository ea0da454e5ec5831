import type { ChatMessage } from './prompt.ts';
import type { LlmSettings } from './settings.ts';

/** Fields that some servers or models refuse; each is left out once it was. */
const OPTIONAL = ['response_format', 'seed', 'temperature', 'max_tokens'] as const;
type Optional = (typeof OPTIONAL)[number];

/** Builds requests, and learns from refusals what this server can't take. */
export class ChatRequest {
  readonly #settings: LlmSettings;
  readonly #refused = new Set<Optional>();

  constructor(settings: LlmSettings) {
    this.#settings = settings;
  }

  body(messages: readonly ChatMessage[]): Record<string, unknown> {
    const { model, seed, answerTokens } = this.#settings;
    const optional: Record<Optional, unknown> = {
      response_format: { type: 'json_object' },
      seed,
      temperature: 0,
      max_tokens: answerTokens,
    };
    const taken = OPTIONAL.filter((name) => !this.#refused.has(name));
    return {
      model,
      messages,
      stream: false,
      ...Object.fromEntries(taken.map((name) => [name, optional[name]])),
      ...(this.#refused.has('max_tokens') && { max_completion_tokens: answerTokens }),
    };
  }

  /** Whether a refused request is worth sending again without a field; `sent` is what was refused, `answer` why. */
  learnFrom(sent: Readonly<Record<string, unknown>>, answer: string): boolean {
    const blamed = OPTIONAL.filter((name) => name in sent && answer.includes(name));
    if (blamed.length === 0 && answer.includes('json_object') && 'response_format' in sent)
      blamed.push('response_format');
    for (const name of blamed) this.#refused.add(name);
    return blamed.length > 0;
  }
}
