import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LacunaError } from '../../graph/errors.ts';
import { isCurrent, LEASE_MS } from '../../graph/lease.ts';
import type { StoreWriter } from '../../graph/store/store.ts';

/** Milliseconds; a lease is renewed several times before it is over. */
const TIMES = { leaseMs: LEASE_MS, renewMs: 15_000 };
type Times = typeof TIMES;

interface Lease {
  owner: string;
  /** Milliseconds by the clock of the server; another one after each renewal. */
  until: number;
  isCurrent: boolean;
}

/**
 * Keeps two programs from writing one Neo4j at the same time: a node names who writes, and until when. (An
 * embedded store is held by one process anyway.) A writer of this machine that is no longer alive gives way
 * at once; one of another machine when its time is over by the server's clock and it has not renewed it while that was waited for: clocks
 * are set. Throws `unavailable` while somebody else writes. What it returns gives the lease back, and throws `unavailable` where
 * another writer took over meanwhile, as after this machine was asleep.
 */
export async function holdWriterLease(
  store: StoreWriter,
  times: Readonly<Times> = TIMES,
): Promise<() => Promise<void>> {
  const owner = `${hostname()}:${process.pid}`;
  await store.prepare();
  const before = await leaseOf(store, times);
  if (before && before.owner !== owner && (await isDead(store, before, times))) {
    await remove(store, before.owner, before.until);
  }
  await claim(store, owner, times);
  const now = await leaseOf(store, times);
  if (now?.owner !== owner) {
    throw new LacunaError(
      'unavailable',
      `Another Lacuna (${now?.owner ?? 'unknown'}) is writing to this store: wait until it has finished.`,
    );
  }
  const stopped = new AbortController();
  const renewing = renew(store, owner, times, stopped.signal);
  return async () => {
    stopped.abort();
    await renewing;
    const last = await leaseOf(store, times);
    await remove(store, owner);
    if (last && last.owner !== owner) throw takenOver(last.owner);
  };
}

async function renew(store: StoreWriter, owner: string, times: Times, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(times.renewMs, undefined, { signal, ref: false }).catch(() => {});
    // A failure here shows itself in the work as well.
    if (!signal.aborted) await claim(store, owner, times).catch(() => {});
  }
}

/** Takes the lease when it is free, or ours; the node's own lock makes that one step. */
const claim = (store: StoreWriter, owner: string, { leaseMs }: Times): Promise<void> =>
  store.write([
    {
      text: `MERGE (r:Run {id: 'writing'})
             SET r.owner = CASE WHEN r.owner IS NULL OR r.owner = $owner THEN $owner ELSE r.owner END
             SET r.until = CASE WHEN r.owner = $owner THEN timestamp() + $leaseMs ELSE r.until END`,
      parameters: { owner, leaseMs },
    },
  ]);

/** With a time, only if it was not renewed since. */
const remove = (store: StoreWriter, owner: string, until: number | null = null): Promise<void> =>
  store.write([
    {
      text: `MATCH (r:Run {id: 'writing'})
             WHERE r.owner = $owner AND ($until IS NULL OR r.until = $until)
             DELETE r`,
      parameters: { owner, until },
    },
  ]);

async function leaseOf(store: StoreWriter, { leaseMs }: Times): Promise<Lease | null> {
  const { rows } = await store.read({
    text: "MATCH (r:Run {id: 'writing'}) RETURN r.owner AS owner, r.until AS until, timestamp() AS now",
    parameters: {},
  });
  const [owner, until, now] = rows[0] ?? [];
  if (typeof owner !== 'string') return null;
  return { owner, until: Number(until), isCurrent: isCurrent(Number(until), Number(now), leaseMs) };
}

async function isDead(store: StoreWriter, lease: Lease, times: Times): Promise<boolean> {
  if (isDeadHere(lease.owner)) return true;
  if (lease.isCurrent) return false;
  // NOTE: its time is over by a clock that may have been set just now, so who lives gets the chance to show it.
  await sleep(1.5 * times.renewMs);
  const later = await leaseOf(store, times);
  return later === null || (later.owner === lease.owner && later.until === lease.until);
}

function isDeadHere(owner: string): boolean {
  const at = owner.lastIndexOf(':');
  if (owner.slice(0, at) !== hostname()) return false;
  try {
    process.kill(Number(owner.slice(at + 1)), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const takenOver = (owner: string): LacunaError =>
  new LacunaError(
    'unavailable',
    `Another Lacuna (${owner}) took over the writing while this one stood still: run the same again when that has finished.`,
  );
