import { createHash } from 'node:crypto';
import { LacunaError } from '../errors.ts';
import { isCurrent } from '../lease.ts';
import type { Cell, StoreReader } from '../store/store.ts';

/** What every change leaves a trace in: what runs, decisions, judgements and notes say. */
const TRACES = ['Run', 'Decision', 'Judgement', 'Annotation'];

/** A text that differs once the graph was changed. Throws `unavailable` while another program writes to it. */
export async function stateOf(store: StoreReader): Promise<string> {
  const hash = createHash('sha256');
  for (const label of TRACES) {
    const { rows } = await store.read({
      text: `MATCH (n:${label}) RETURN n.id AS id, properties(n) AS properties, timestamp() AS now ORDER BY n.id`,
      parameters: {},
    });
    const held = rows.find(([id, lease, now]) => id === 'writing' && isHeld(lease, now));
    if (label === 'Run' && held) {
      throw new LacunaError(
        'unavailable',
        'Another program is writing to this store: back it up when that has ended.',
      );
    }
    hash.update(JSON.stringify(rows.map(([id, properties]) => [id, sorted(properties)])));
  }
  return hash.digest('hex');
}

function isHeld(lease: Cell | undefined, now: Cell | undefined): boolean {
  const until = (lease as { until?: Cell } | null)?.until;
  return typeof until === 'number' && isCurrent(until, Number(now));
}

const sorted = (properties: Cell | undefined): unknown =>
  Object.entries((properties ?? {}) as object).sort(([a], [b]) => (a < b ? -1 : 1));
