import { costOf, type Usage } from './estimate.ts';
import { LlmFailure } from './failure.ts';
import type { LlmSettings } from './settings.ts';

/** What a run has asked and spent, and whether it may ask once more. */
export class Budget {
  readonly #settings: LlmSettings;
  #requests = 0;
  #inputTokens = 0;
  #outputTokens = 0;
  /** The most that the requests under way may cost. */
  #reserved = 0;

  constructor(settings: LlmSettings) {
    this.#settings = settings;
  }

  /** Counts a request that is about to be sent and takes `most` at most. Throws where it may not be sent. */
  reserve(most: Usage): void {
    const { maxRequests, maxCost } = this.#settings;
    const cost = costOf(most, this.#settings) ?? 0;
    const isTooDear = maxCost !== null && (this.spent.cost ?? 0) + this.#reserved + cost > maxCost;
    if (this.#requests >= maxRequests || isTooDear) throw new LlmFailure('budget spent', { isFinal: true });
    this.#requests += 1;
    this.#reserved += cost;
  }

  /** Ends what `reserve` began: `used` as the server tells it, `most` where it may have worked, null where not. */
  settle(most: Usage, used: Usage | null): void {
    this.#reserved -= costOf(most, this.#settings) ?? 0;
    this.#inputTokens += used?.inputTokens ?? 0;
    this.#outputTokens += used?.outputTokens ?? 0;
  }

  get spent(): Usage & { requests: number; cost: number | null } {
    const usage = { inputTokens: this.#inputTokens, outputTokens: this.#outputTokens };
    return { requests: this.#requests, ...usage, cost: costOf(usage, this.#settings) };
  }
}
