/**
 * Changing terms: one change at a time, on the server. It is followed until it ends, whatever page is open, and then
 * all that is shown is asked for anew. Each is a step to undo.
 */
import { create } from 'zustand';
import type { ConceptChange, DecisionJob, StoredDecision } from '../../../graph/contract.ts';
import { ApiFailure, api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { useHistory } from '../../state/history.ts';
import { useSelection } from '../../state/selection.ts';
import { useTermBench } from '../../state/term-bench.ts';
import { termsApi } from './terms-api.ts';

/** Milliseconds between two looks at the job: most take less than a second. */
const PACE = 250;
/** So many looks may fail in a row; a server at work may be slow to answer. */
const PATIENCE = 5;

interface TermChangeState {
  /** What is being done, or was done last. */
  readonly label: string | null;
  readonly job: DecisionJob | null;
  readonly running: boolean;
  /** Why the last one failed. */
  readonly error: string | null;
  /** Rejects where it fails; records a step to undo. */
  decide(label: string, changes: readonly ConceptChange[]): Promise<void>;
  importThesaurus(label: string, text: string): Promise<void>;
  /** Takes back a decision, or all that was decided at once: these. */
  takeBack(label: string, id: string, decisions: readonly StoredDecision[]): Promise<void>;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PACE));

async function untilEnded(first: DecisionJob, tell: (job: DecisionJob) => void): Promise<DecisionJob> {
  let job = first;
  for (let failures = 0; job.state === 'running'; ) {
    tell(job);
    await pause();
    try {
      job = await termsApi.job();
      failures = 0;
    } catch (error) {
      if (++failures >= PATIENCE) throw error;
    }
  }
  if (job.state === 'failed') throw new ApiFailure('internal', job.message ?? 'It failed.');
  return job;
}

/** Terms may be gone; what is selected and is no more is let go of. */
async function refresh(): Promise<void> {
  useTermBench.getState().unmark();
  await queryClient.invalidateQueries();
  const { current, select } = useSelection.getState();
  if (current?.type !== 'concept') return;
  const { id } = current;
  await api.concept(id).catch((error: unknown) => {
    if (error instanceof ApiFailure && error.code === 'notFound') select(null);
  });
}

export const useTermChanges = create<TermChangeState>()((set, get) => {
  async function run(label: string, begin: () => Promise<DecisionJob>): Promise<DecisionJob> {
    if (get().running) throw new ApiFailure('refused', 'Terms are being changed: wait until that ends.');
    set({ label, running: true, error: null, job: null });
    try {
      const job = await untilEnded(await begin(), (standing) => set({ job: standing }));
      await refresh();
      set({ job });
      return job;
    } catch (error) {
      set({
        error: error instanceof ApiFailure ? error.message : 'Something went wrong in the page itself.',
      });
      throw error;
    } finally {
      set({ running: false });
    }
  }

  /** What it is undone by is another each time that it is done. */
  async function step(label: string, begin: () => Promise<DecisionJob>): Promise<void> {
    let { id } = await run(label, begin);
    useHistory.getState().record({
      label,
      undo: async () => {
        if (id !== null) await run(`undo: ${label}`, () => termsApi.undecide(id!));
      },
      redo: async () => {
        ({ id } = await run(label, begin));
      },
    });
  }

  return {
    label: null,
    job: null,
    running: false,
    error: null,
    decide: (label, changes) => step(label, () => termsApi.decide(changes)),
    importThesaurus: (label, text) => step(label, () => termsApi.importThesaurus(text)),
    takeBack: async (label, id, decisions) => {
      const take = async () => {
        await run(label, () => termsApi.undecide(id));
      };
      await take();
      const kept = decisions.map(({ id: own, at, note, content }) => ({ id: own, at, note, content }));
      useHistory.getState().record({
        label,
        undo: async () => {
          await run(`undo: ${label}`, () => termsApi.restore(kept));
        },
        redo: take,
      });
    },
  };
});
