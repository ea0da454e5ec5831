import type { Clock } from './clock.ts';
import { FetchFailure } from './failure.ts';
import { get } from './get.ts';
import { paceOf } from './pace.ts';
import type { Asking, Page, PaperSource } from './paper-source.ts';
import { addressSetting, type FetchSettings, intervalSetting } from './settings.ts';

/** Asks one source, never faster than it wants, and again where that may help. */
export class PoliteClient {
  readonly #source: PaperSource;
  readonly #settings: FetchSettings;
  readonly #clock: Clock;
  readonly #signal: AbortSignal | undefined;
  readonly #key: string | null;
  #intervalMs: number;
  #waitedMs = 0;
  #requests = 0;

  constructor(source: PaperSource, settings: FetchSettings, clock: Clock, signal: AbortSignal | undefined) {
    this.#source = source;
    this.#settings = settings;
    this.#clock = clock;
    this.#signal = signal;
    this.#key = settings.keyOf(source.name);
    this.#intervalMs = intervalOf(source, settings);
  }

  get requests(): number {
    return this.#requests;
  }

  /** Milliseconds from one request to the next, as the source asks for by now. */
  get intervalMs(): number {
    return this.#intervalMs;
  }

  /** One page. Throws `FetchFailure`, or the signal's reason when it is aborted. */
  async page(asked: Omit<Asking, 'settings' | 'key'>): Promise<Page> {
    const asking: Asking = { ...asked, settings: this.#settings, key: this.#key };
    for (let attempt = 1; ; attempt++) {
      try {
        return this.#source.read(await this.#body(asking), asking);
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error;
        const failure = this.#withoutKey(error);
        if (!failure.isPassing) throw failure;
        if (attempt >= this.#settings.attempts) throw tried(failure, attempt);
        await this.#waitBefore(attempt, failure);
      }
    }
  }

  async #body(asking: Asking): Promise<string> {
    const { path, parameters, headers = {} } = this.#source.ask(asking);
    const address = this.#settings[addressSetting(this.#source.name)];
    const answer = await paceOf(address).run(this.#intervalMs, this.#clock, this.#signal, () => {
      this.#requests += 1;
      return get(`${address}${path}?${new URLSearchParams(parameters)}`, {
        headers: { ...headers, 'user-agent': this.#userAgent() },
        contentType: this.#source.contentType(asking.state),
        timeoutMs: this.#settings.timeoutMs,
        answerBytes: this.#settings.answerBytes,
        signal: this.#signal,
        now: () => this.#clock.now(),
      });
    });
    this.#intervalMs = Math.max(this.#intervalMs, answer.intervalMs);
    return answer.body;
  }

  #userAgent(): string {
    const { contact } = this.#settings;
    return contact === null ? 'lacuna' : `lacuna (mailto:${contact})`;
  }

  /** Doubled each time, and up to a half more by chance so that not all come back at once; at least as asked for. */
  async #waitBefore(attempt: number, failure: FetchFailure): Promise<void> {
    const { backoffMs, maxWaitMs, maxTotalWaitMs } = this.#settings;
    const backoff = backoffMs * 2 ** (attempt - 1) * (1 + this.#clock.random() / 2);
    const wait = Math.ceil(Math.max(Math.min(backoff, maxWaitMs), failure.retryAfterMs));
    if (wait > maxWaitMs) {
      throw new FetchFailure(
        `${failure.message}; it asks to wait ${Math.ceil(wait / 1000)} s, longer than setting maxWaitMs allows`,
      );
    }
    if (this.#waitedMs + wait > maxTotalWaitMs) {
      throw new FetchFailure(`${failure.message}; waited for it as long as setting maxTotalWaitMs allows`);
    }
    this.#waitedMs += wait;
    const address = this.#settings[addressSetting(this.#source.name)];
    if (failure.retryAfterMs > 0) paceOf(address).hold(wait, this.#clock);
    await this.#clock.sleep(wait, this.#signal);
  }

  /** A source may say the address back to us, with the key in it. */
  #withoutKey(failure: FetchFailure): FetchFailure {
    if (this.#key === null || !failure.message.includes(this.#key)) return failure;
    return new FetchFailure(failure.message.replaceAll(this.#key, '…'), failure);
  }
}

const tried = (failure: FetchFailure, attempts: number): FetchFailure =>
  attempts === 1
    ? failure
    : new FetchFailure(`${failure.message}; asked ${attempts} times (setting attempts)`, {
        code: failure.code,
      });

function intervalOf(source: PaperSource, settings: FetchSettings): number {
  if (source.name === 'pubmed' && settings.keyOf('pubmed') !== null) return settings.pubmedKeyIntervalMs;
  return settings[intervalSetting(source.name)];
}
