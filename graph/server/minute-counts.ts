import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Addresses that are remembered; past it the longest known is forgotten. */
const ADDRESSES = 5000;

type Tell = Parameters<FastifyRateLimitStore['incr']>[1];

/**
 * Requests of each address in its current minute, for the plugin that limits them. Its own store goes by the time of day, so that a clock
 * which is set back would keep out for as long whoever is at the limit.
 */
export class MinuteCounts implements FastifyRateLimitStore {
  private readonly counts = new Map<string, { count: number; until: number }>();
  private readonly now: () => number;

  constructor(_options: unknown = null, now: () => number = () => performance.now()) {
    this.now = now;
  }

  incr(key: string, tell: Tell, timeWindow = 60_000): void {
    const now = this.now();
    const known = this.counts.get(key);
    const current = known && known.until > now ? known : { count: 0, until: now + timeWindow };
    current.count += 1;
    this.counts.delete(key);
    this.counts.set(key, current);
    if (this.counts.size > ADDRESSES) this.counts.delete(this.counts.keys().next().value ?? '');
    tell(null, { current: current.count, ttl: current.until - now });
  }

  /** For routes with a limit of their own, which they may share: their keys tell them apart. */
  child(): MinuteCounts {
    return this;
  }
}
