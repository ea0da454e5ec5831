import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { annotate, pin } from '../../../graph/annotations.ts';
import type { Desk } from '../../../graph/server/desk.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { setApart } from '../../../graph/term-pairs.ts';

/** What an analysis of `ownDesk` takes as the sign to fail. */
export const UNLUCKY_SEED = 13;
/** Steps of its only stage; it stays at the third until it is cancelled, where the seed is this. */
export const STEPS = 4;
export const ENDLESS_SEED = 99;

/** A desk that writes to this store what it is told, as plainly as can be. */
export function ownDesk(store: StoreWriter): Desk {
  return {
    judge: (id, { verdict, note }) =>
      store.write([
        {
          text: 'MERGE (j:Judgement {id: $id}) SET j.verdict = $verdict, j.note = $note',
          parameters: { id, verdict, note },
        },
      ]),
    nameTheme: (id, label) =>
      store.write([
        {
          text: 'MATCH (t:Theme {id: $id}) SET t.label = coalesce($label, t.ownLabel)',
          parameters: { id, label },
        },
        {
          text: "MERGE (r:Run {id: 'judgements'}) SET r.revision = coalesce(r.revision, 0) + 1",
          parameters: {},
        },
      ]),
    annotate: (id, annotated) => annotate(store, id, annotated),
    pin: (pins) => pin(store, pins),
    decide: async () => ({ id: null, added: 0, removed: 0 }),
    setApart: (one, other, apart) => setApart(store, one, other, apart),
    uploads: join(tmpdir(), `lacuna-own-desk-${process.pid}`),
    changePapers: async () => {},
    changes: async () => [],
    fetching: () => ({ off: 'switched off', sources: [], hasContact: false, max: 0 }),
    countPapers: async () => ({ total: 0, records: 0, requests: 1, seconds: 0 }),
    async analyse({ resolution = 1, seed = 1 }, { progress, signal }) {
      for (let step = 1; step <= STEPS; step++) {
        progress('themes', step, STEPS);
        if (seed === UNLUCKY_SEED) throw new Error('secret of /home/somebody');
        if (seed === ENDLESS_SEED && step === 3) await setTimeout(600_000, undefined, { signal });
        await setTimeout(1, undefined, { signal });
      }
      await store.write([
        {
          text: "MATCH (r:Run {id: 'analysis'}) SET r.seed = $seed, r.resolution = $resolution",
          parameters: { seed, resolution },
        },
      ]);
    },
  };
}
