/**
 * Finding the themes again: one job at a time, on the server. It is followed until it ends, whatever page is open, and
 * then all that is shown is asked for anew.
 */
import { create } from 'zustand';
import type { AnalysisJob, AnalysisRequest } from '../../../graph/contract.ts';
import { ApiFailure, api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import { unrecorded } from '../../state/view-history.ts';

/** Milliseconds between two looks at the job. */
const PACE = 700;
/** So many looks may fail in a row; a server that analyses may be slow to answer. */
const PATIENCE = 5;

interface AnalysisRunState {
  /** Null until the first look. */
  job: AnalysisJob | null;
  /** Whether the job that `job` tells of was started or met running by this page. */
  followed: boolean;
  /** Why it could not be started, stopped or followed. */
  error: string | null;
  /** What the last run here was asked for, and with what the themes had been found before. */
  request: AnalysisRequest | null;
  former: AnalysisRequest | null;
  start(request: AnalysisRequest, former: AnalysisRequest | null): Promise<void>;
  cancel(): Promise<void>;
  /** Joins a job that runs already. */
  look(): Promise<void>;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PACE));

const reasonOf = (error: unknown) =>
  error instanceof ApiFailure ? error.message : 'Something went wrong in the page itself.';

/** Everything may be another now; what is gone is let go of. */
async function refresh(): Promise<void> {
  unrecorded(() => useView.getState().collapse());
  await queryClient.invalidateQueries();
  const { themes } = await queryClient.ensureQueryData({
    queryKey: ['themes'],
    queryFn: ({ signal }) => api.themes(signal),
  });
  const gone = (id: string | null | undefined) => !!id && !themes.some((theme) => theme.id === id);
  const { current, select } = useSelection.getState();
  if (current?.type === 'theme' && gone(current.id)) select(null);
  if (gone(useView.getState().theme)) unrecorded(() => useView.getState().isolate(null));
}

export const useAnalysisRun = create<AnalysisRunState>()((set, get) => {
  let following = false;

  async function follow(): Promise<void> {
    if (following) return;
    following = true;
    let failures = 0;
    while (get().job?.state === 'running') {
      await pause();
      try {
        const job = await api.analysis();
        failures = 0;
        // One that was stopped may have written a part.
        if (job.state !== 'running') await refresh();
        set({ job });
      } catch (error) {
        if (++failures < PATIENCE) continue;
        set({ job: null, error: reasonOf(error) });
      }
    }
    following = false;
  }

  return {
    job: null,
    followed: false,
    error: null,
    request: null,
    former: null,
    start: async (request, former) => {
      set({ error: null });
      try {
        set({ job: await api.analyse(request), request, former, followed: true });
        await follow();
      } catch (error) {
        set({ error: reasonOf(error) });
      }
    },
    cancel: async () => {
      try {
        await api.cancelAnalysis();
      } catch (error) {
        set({ error: reasonOf(error) });
      }
    },
    look: async () => {
      const job = await api.analysis().catch(() => null);
      if (job?.state !== 'running' || get().job?.state === 'running') return;
      set({ job, followed: true, error: null, request: null, former: null });
      await follow();
    },
  };
});
