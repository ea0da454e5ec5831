/**
 * Papers in and out: files are sent to the server part by part, then one job there does what is asked. It is followed until
 * it ends, whatever page is open; then all that is shown is asked for anew, and the change can be undone.
 */
import { create } from 'zustand';
import type { DataJob, DataOrder, FetchRequest, Upload } from '../../graph/contract.ts';
import { ApiFailure, api } from '../api.ts';
import { queryClient } from '../queries.ts';
import { type Change, useHistory } from './history.ts';
import { useSelection } from './selection.ts';
import { useView } from './view.ts';
import { unrecorded } from './view-history.ts';

export interface Sending {
  /** The file that is being sent. */
  readonly name: string;
  /** Bytes of all files. */
  readonly sent: number;
  readonly total: number;
  /** Milliseconds since the page was opened. */
  readonly startedAt: number;
}

interface IngestState {
  readonly sending: Sending | null;
  /** Whether the sending was cancelled before all of it had come. */
  readonly hungUp: boolean;
  /** The job that this page started or met running; null before. */
  readonly job: DataJob | null;
  /** Files that the server would not take. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
  /** Sent, but not in: for trying again. */
  readonly waiting: readonly Upload[];
  /** The last change that was made here, as the history has it. */
  readonly made: Change | null;
  /** Why something could not be started, stopped or followed. */
  readonly error: string | null;
  addFiles(files: readonly File[]): Promise<void>;
  /** Adds what waits, however many of its entries can't be read. */
  addWhatever(): Promise<void>;
  remove(source: string): Promise<void>;
  fetch(request: FetchRequest): Promise<void>;
  /** Takes an earlier change back. */
  takeBack(change: string, label: string): Promise<void>;
  cancel(): Promise<void>;
  /** Joins a job that runs already. */
  look(): Promise<void>;
  /** Lets go of what has ended. */
  clear(): void;
}

export const isBusy = ({ sending, job }: Pick<IngestState, 'sending' | 'job'>): boolean =>
  sending !== null || job?.state === 'running';

const BUSY = 'Papers are being added or removed: wait until that has ended.';

export const useIngest = create<IngestState>()((set, get) => {
  let hangUp = new AbortController();

  const fail = (error: unknown) => set({ error: reasonOf(error) });

  /** Resolves once the job of this number has ended. */
  function ended(number: number): Promise<DataJob> {
    return new Promise((resolve, reject) => {
      const stop = api.followIngest((job) => {
        if (job.number < number) return;
        set({ job });
        if (job.state === 'running') return;
        stop();
        resolve(job);
      }, reject);
    });
  }

  /** Does it and follows it to its end. Rejects only where it could not be started or followed. */
  async function run(order: DataOrder, done: (job: DataJob) => void = () => {}): Promise<DataJob> {
    const started = await api.startIngest(order);
    set({ job: started, error: null });
    const job = await ended(started.number);
    done(job);
    await refresh();
    return job;
  }

  /** As `run`, for a change that this page's user makes: it can be undone, and done again. */
  async function change(order: DataOrder, label: string): Promise<DataJob> {
    // Before the page has caught up, so that what is said to be done can be undone.
    return run(order, (job) => {
      if (job.change !== null) remember(label, job.change);
    });
  }

  function remember(label: string, first: string): void {
    let last = first;
    // What takes a change back is a change itself, which can be taken back.
    const swap = async () => {
      if (isBusy(get())) throw new ApiFailure('refused', BUSY);
      const job = await run({ what: 'takeBack', change: last });
      if (job.state !== 'done') throw new ApiFailure('refused', job.message ?? 'It was stopped.');
      last = job.change ?? last;
    };
    const made = { label, undo: swap, redo: swap };
    useHistory.getState().record(made);
    set({ made });
  }

  async function attempt(order: DataOrder, label: string): Promise<DataJob | null> {
    if (isBusy(get())) {
      set({ error: BUSY });
      return null;
    }
    set({ error: null, refused: [], hungUp: false });
    return change(order, label).catch((error: unknown) => {
      fail(error);
      return null;
    });
  }

  async function addWaiting(whatever: boolean): Promise<void> {
    const { waiting, refused } = get();
    if (waiting.length === 0) return;
    const uploads = waiting.map(({ id }) => id);
    const job = await attempt({ what: 'add', uploads, whatever }, `add ${namesOf(waiting)}`);
    set({ refused, ...(job?.state === 'done' && { waiting: [] }) });
  }

  async function send(files: readonly File[]): Promise<void> {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const startedAt = performance.now();
    let before = 0;
    for (const file of files) {
      const tell = (sent: number) =>
        set({ sending: { name: file.name, sent: before + sent, total, startedAt } });
      tell(0);
      try {
        const upload = await sendFile(file, tell, hangUp.signal);
        set(({ waiting }) => ({ waiting: [...waiting, upload] }));
      } catch (error) {
        hangUp.signal.throwIfAborted();
        set(({ refused }) => ({ refused: [...refused, { name: file.name, reason: reasonOf(error) }] }));
      }
      before += file.size;
    }
  }

  async function giveUpWaiting(): Promise<void> {
    const { waiting } = get();
    set({ waiting: [] });
    await Promise.all(waiting.map(({ id }) => api.giveUpFile(id).catch(() => {})));
  }

  return {
    sending: null,
    hungUp: false,
    job: null,
    refused: [],
    waiting: [],
    made: null,
    error: null,
    addFiles: async (files) => {
      if (files.length === 0) return;
      if (isBusy(get())) return set({ error: BUSY });
      hangUp = new AbortController();
      await giveUpWaiting();
      set({ refused: [], error: null, job: null, hungUp: false });
      try {
        await send(files);
      } catch (error) {
        await giveUpWaiting();
        if (hangUp.signal.aborted) set({ hungUp: true });
        else fail(error);
      }
      set({ sending: null });
      await addWaiting(false);
    },
    addWhatever: () => addWaiting(true),
    remove: async (source) => {
      await attempt({ what: 'remove', source }, `remove ${source}`);
    },
    fetch: async (request) => {
      await attempt({ what: 'fetch', ...request }, `add papers for “${request.text}”`);
    },
    takeBack: async (id, label) => {
      await attempt({ what: 'takeBack', change: id }, `take back: ${label}`);
    },
    cancel: async () => {
      if (get().sending) hangUp.abort();
      else await api.cancelIngest().catch(fail);
    },
    look: async () => {
      if (isBusy(get())) return;
      const job = await api.ingest().catch(() => null);
      if (job?.state !== 'running' || isBusy(get())) return;
      set({ job, error: null, refused: [] });
      await ended(job.number).then(refresh).catch(fail);
    },
    clear: () => {
      if (isBusy(get())) return;
      set({ job: null, refused: [], error: null, hungUp: false });
      void giveUpWaiting();
    },
  };
});

/** `refs.bib`, `3 files`. */
function namesOf(files: readonly { name: string }[]): string {
  return files.length === 1 ? files[0]!.name : `${files.length} files`;
}

const reasonOf = (error: unknown): string =>
  error instanceof ApiFailure ? error.message : 'It can’t be read; is it a folder?';

async function sendFile(file: File, tell: (sent: number) => void, signal: AbortSignal): Promise<Upload> {
  let upload = await api.announceFile(file.name, file.size, signal);
  while (upload.received < file.size) {
    const part = file.slice(upload.received, upload.received + upload.partBytes);
    upload = await api.sendPart(upload.id, upload.received, part, signal);
    tell(upload.received);
  }
  return upload;
}

/** Everything may be another now; what is gone is let go of. The camera stays where it is. */
async function refresh(): Promise<void> {
  unrecorded(() => useView.getState().collapse());
  await queryClient.invalidateQueries();
  const { current, select } = useSelection.getState();
  if (!current) return;
  const error = queryClient.getQueryState([current.type, current.id])?.error;
  if (error instanceof ApiFailure && error.code === 'notFound') select(null);
}
