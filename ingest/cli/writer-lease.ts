import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LacunaError } from '../../graph/errors.ts';
import type { StoreWriter } from '../../graph/store/store.ts';

/** A writer that says nothing for so long is taken for dead. */
const LEASE_MS = 60_000;
const RENEW_MS = 15_000;

/**
 * Keeps two programs from writing one Neo4j at the same time: a node names who writes, and until when. (An
 * embedded store is held by one process anyway.) A writer of this machine that is no longer alive gives way
 * at once, one of another machine when its time is over. Throws `unavailable` while somebody else writes.
 */
export async function holdWriterLease(store: StoreWriter): Promise<() => Promise<void>> {
  const owner = `${hostname()}:${process.pid}`;
  await store.prepare();
  const before = await holder(store);
  if (before && before !== owner && isDeadHere(before)) await release(store, before);
  await claim(store, owner);
  const now = await holder(store);
  if (now !== owner) {
    throw new LacunaError(
      'unavailable',
      `Another Lacuna (${now ?? 'unknown'}) is writing to this store: wait until it has finished.`,
    );
  }
  const stopped = new AbortController();
  const renewing = renew(store, owner, stopped.signal);
  return async () => {
    stopped.abort();
    await renewing;
    await release(store, owner);
  };
}

async function renew(store: StoreWriter, owner: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(RENEW_MS, undefined, { signal, ref: false }).catch(() => {});
    // A failure here shows itself in the work as well.
    if (!signal.aborted) await claim(store, owner).catch(() => {});
  }
}

/** Takes the lease when it is free, over, or ours; the node's own lock makes that one step. */
const claim = (store: StoreWriter, owner: string): Promise<void> =>
  store.write([
    {
      text: `MERGE (r:Run {id: 'writing'})
             SET r.owner = CASE WHEN r.owner IS NULL OR r.owner = $owner OR r.until < $now
                                THEN $owner ELSE r.owner END
             SET r.until = CASE WHEN r.owner = $owner THEN $until ELSE r.until END`,
      parameters: { owner, now: Date.now(), until: Date.now() + LEASE_MS },
    },
  ]);

const release = (store: StoreWriter, owner: string): Promise<void> =>
  store.write([
    { text: "MATCH (r:Run {id: 'writing'}) WHERE r.owner = $owner DELETE r", parameters: { owner } },
  ]);

async function holder(store: StoreWriter): Promise<string | null> {
  const { rows } = await store.read({
    text: "MATCH (r:Run {id: 'writing'}) RETURN r.owner AS owner",
    parameters: {},
  });
  const owner = rows[0]?.[0];
  return typeof owner === 'string' ? owner : null;
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
