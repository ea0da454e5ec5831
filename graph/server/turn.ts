import { LacunaError } from '../errors.ts';

export type LongWork = 'analysis' | 'papers' | 'terms';

/** Long pieces of work that change the graph: one at a time, since each goes by what the last one left. */
export interface Turn {
  /** Returns what gives the turn back. Throws `refused` with `details.job` while another has it. */
  take(work: LongWork): () => void;
}

const BUSY: Readonly<Record<LongWork, string>> = {
  analysis: 'An analysis is running: wait until it ends, or cancel it.',
  papers: 'Papers are being added or removed: wait until that ends, or cancel it.',
  terms: 'Terms are being changed: wait until that ends.',
};

export function createTurn(): Turn {
  let holder: LongWork | null = null;
  return {
    take(work) {
      if (holder) throw new LacunaError('refused', BUSY[holder], { details: { job: 'running' } });
      holder = work;
      return () => {
        holder = null;
      };
    },
  };
}
