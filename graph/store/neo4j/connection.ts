import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type BookmarkManager, type Driver, type Session } from 'neo4j-driver';
import { LacunaError } from '../../errors.ts';
import type { StoreLimits, StoreOptions } from '../options.ts';
import type { Bookmarks, StoreLocation } from '../store.ts';
import { connectionError, isOutage, isPassing, storeError } from './neo4j-errors.ts';

export type ServerLocation = Extract<StoreLocation, { kind: 'neo4j' }>;

const TRY_AGAIN_MS = 1000;
const TELL_EVERY_MS = 5000;

/** One driver, its sessions, and the wait for a server that is still starting. */
export class Connection {
  private readonly location: ServerLocation;
  private readonly limits: StoreLimits;
  private readonly onWait: StoreOptions['onWait'];
  private readonly driver: Driver;
  /** Lets each session see what the others wrote, on a cluster too. */
  private readonly bookmarkManager: BookmarkManager = neo4j.bookmarkManager();
  private closed = false;
  readonly bookmarks: Bookmarks = {
    current: async () => [...(await this.bookmarkManager.getBookmarks())],
    follow: (bookmarks) => this.follow(bookmarks),
  };

  constructor(location: ServerLocation, limits: StoreLimits, onWait: StoreOptions['onWait']) {
    this.location = location;
    this.limits = limits;
    this.onWait = onWait;
    try {
      this.driver = neo4j.driver(location.uri, neo4j.auth.basic(location.username, location.password), {
        useBigInt: true,
        connectionTimeout: limits.connectTimeoutMs,
        maxTransactionRetryTime: limits.retryMs,
        telemetryDisabled: true,
        userAgent: 'lacuna',
      });
    } catch (error) {
      throw new LacunaError('input', `"${location.uri}" is not the address of a Neo4j server.`, {
        cause: error,
      });
    }
  }

  session(mode: 'READ' | 'WRITE'): Session {
    return this.driver.session({ defaultAccessMode: mode, bookmarkManager: this.bookmarkManager });
  }

  /**
   * Runs work that may be run again, once more for each time that the server went away under it or was no leader. Nobody
   * knows then whether its last transaction was kept, so it must lead to the same whether it was or not.
   */
  async throughOutages<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const patienceMs = Math.max(this.limits.outageMs, this.limits.retryMs);
    const begun = performance.now();
    let told = Number.NEGATIVE_INFINITY;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const waited = performance.now() - begun;
        const isHopeless = this.closed || signal.aborted || !isOutage(error);
        if (isHopeless || waited + TRY_AGAIN_MS > patienceMs) throw error;
        if (this.limits.outageMs > 0 && waited - told >= TELL_EVERY_MS) {
          const seconds = Math.round((patienceMs - waited) / 1000);
          this.onWait?.(`Neo4j at ${this.location.uri} went away: waiting for another ${seconds} s at most`);
          told = waited;
        }
        await sleep(TRY_AGAIN_MS, undefined, { signal }).catch(() => {});
        if (signal.aborted) throw signal.reason;
      }
    }
  }

  /** NOTE: tried before they count: with one that the server doesn't know, every later transaction would fail. */
  private async follow(bookmarks: readonly string[]): Promise<void> {
    if (bookmarks.length === 0) return;
    try {
      await this.throughOutages(new AbortController().signal, async () => {
        const session = this.driver.session({ defaultAccessMode: 'READ', bookmarks: [...bookmarks] });
        await session
          .executeRead((transaction) => transaction.run('RETURN 1'))
          .finally(() => session.close());
      });
    } catch (error) {
      throw storeError(error, 'app');
    }
    await this.bookmarkManager.updateBookmarks([], bookmarks);
  }

  /** Tries until the server answers a real query; what `verifyAuthentication` says does not mean that it will. */
  async wait(): Promise<string> {
    const begun = performance.now();
    let told = Number.NEGATIVE_INFINITY;
    for (;;) {
      try {
        return await this.version();
      } catch (error) {
        const waited = performance.now() - begun;
        if (this.closed || !isPassing(error) || waited + TRY_AGAIN_MS > this.limits.waitMs) {
          throw connectionError(error, this.location.uri);
        }
        if (waited - told >= TELL_EVERY_MS) {
          const seconds = Math.round((this.limits.waitMs - waited) / 1000);
          this.onWait?.(`Waiting for Neo4j at ${this.location.uri} (for another ${seconds} s at most)`);
          told = waited;
        }
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.driver.close();
  }

  private async version(): Promise<string> {
    const session = this.session('READ');
    try {
      const { records } = await session.run(
        'CALL dbms.components() YIELD versions RETURN versions[0] AS version',
      );
      return `neo4j ${records[0]?.get('version') ?? 'of unknown version'}`;
    } finally {
      await session.close();
    }
  }
}
