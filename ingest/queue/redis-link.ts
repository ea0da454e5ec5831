import { Redis } from 'ioredis';
import { LacunaError, messageOf } from '../../graph/errors.ts';
import { shortReason } from './job.ts';
import type { RedisLocation } from './redis-location.ts';

const LONGEST_PAUSE_MS = 2000;
const REFUSED = /WRONGPASS|NOAUTH|NOPERM/;

/** One connection to Redis that is taken up again by itself, and tells when it is gone. */
export class RedisLink {
  readonly client: Redis;
  private readonly location: RedisLocation;
  private readonly waitMs: number;
  private readonly say: (message: string) => void;
  /** Fires when Redis was away for longer than is waited for. */
  private readonly given = new AbortController();
  /** Fires then, or when nobody wants it any longer. */
  private readonly over: AbortSignal;
  private lastError: unknown = null;
  private timer: NodeJS.Timeout | undefined;
  private isReady = false;
  private closed = false;

  private constructor(
    location: RedisLocation,
    waitMs: number,
    say: (message: string) => void,
    signal?: AbortSignal,
  ) {
    const { host, port, database, isEncrypted, username, password } = location;
    this.location = location;
    this.waitMs = waitMs;
    this.say = say;
    this.over = signal ? AbortSignal.any([this.given.signal, signal]) : this.given.signal;
    this.client = new Redis({
      host,
      port,
      db: database,
      ...(username && { username }),
      ...(password && { password }),
      ...(isEncrypted && { tls: {} }),
      lazyConnect: true,
      // Commands wait for the connection to be back: how long is for `reached` to say.
      maxRetriesPerRequest: null,
      // Once it is closed, its duplicates, which the queue makes to wait for jobs, give up too: they would keep the process alive.
      retryStrategy: (times) => (this.closed ? null : Math.min(100 * times, LONGEST_PAUSE_MS)),
    });
    const duplicate = this.client.duplicate.bind(this.client);
    this.client.duplicate = (override) => this.endsWithThis(duplicate(override));
    this.client.on('error', (error: unknown) => this.onError(error));
    this.client.on('ready', () => this.onReady());
    this.client.on('close', () => this.onGone());
  }

  /**
   * Throws `unavailable` when nobody answers in time, and at once when Redis turns the password down; the signal's reason once it is aborted,
   * here and in `reached`.
   */
  static async open(
    location: RedisLocation,
    waitMs: number,
    say: (message: string) => void,
    signal?: AbortSignal,
  ): Promise<RedisLink> {
    const link = new RedisLink(location, waitMs, say, signal);
    link.startTimer();
    link.client.connect().catch(() => {});
    try {
      await link.reached(new Promise((resolve) => link.client.once('ready', resolve)));
    } catch (error) {
      link.close();
      throw error;
    }
    return link;
  }

  /** Whether Redis is there now. */
  get isThere(): boolean {
    return this.isReady;
  }

  /** Whether it is waited for no longer. */
  get isLost(): boolean {
    return this.over.aborted;
  }

  /** What a command answers; throws `unavailable` once Redis was away for too long, and where it turned the command down. */
  async reached<T>(command: Promise<T>): Promise<T> {
    const { over } = this;
    let leave = (): void => {};
    const lost = new Promise<never>((_, reject) => {
      leave = () => reject(over.reason);
      if (over.aborted) leave();
      else over.addEventListener('abort', leave, { once: true });
    });
    command.catch(() => {});
    try {
      return await Promise.race([command, lost]);
    } catch (error) {
      if (over.aborted) throw over.reason;
      const why = shortReason(messageOf(error));
      throw new LacunaError(
        'unavailable',
        `Redis at ${this.location.uri} holds what was not put there by an ingest or a worker: ${why}`,
        { cause: error },
      );
    } finally {
      over.removeEventListener('abort', leave);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.client.disconnect();
  }

  /** NOTE: the queue connects its duplicate once more where that was just coming back as it was closed. */
  private endsWithThis(duplicate: Redis): Redis {
    return duplicate.on('connect', () => {
      if (this.closed) duplicate.disconnect();
    });
  }

  private onError(error: unknown): void {
    this.lastError = error;
    if (REFUSED.test(messageOf(error))) {
      this.giveUp(
        `turned down user and password (${messageOf(error)}): check REDIS_USERNAME and REDIS_PASSWORD.`,
      );
    }
  }

  private onReady(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lastError !== null) this.say(`Redis at ${this.location.uri} is there again.`);
    this.lastError = null;
    this.isReady = true;
  }

  private onGone(): void {
    if (this.closed || this.timer) return;
    this.lastError ??= new Error('the connection was closed');
    this.startTimer();
    const left = `waiting for another ${Math.round(this.waitMs / 1000)} s at most`;
    if (this.isReady) this.say(`Redis at ${this.location.uri} went away: ${left}`);
    this.isReady = false;
  }

  private startTimer(): void {
    this.timer = setTimeout(
      () => this.giveUp(`can't be reached: ${messageOf(this.lastError ?? 'nobody answers')}. Is it running?`),
      this.waitMs,
    );
  }

  private giveUp(why: string): void {
    this.given.abort(new LacunaError('unavailable', `Redis at ${this.location.uri} ${why}`));
  }
}
