import type { DataJob, IngestReport } from '../contract.ts';
import { isLacunaError, LacunaError } from '../errors.ts';
import type { DataWork, Desk } from './desk.ts';
import { toAnswer } from './errors.ts';
import { type JobStage, paceOf, reached, secondsSince } from './job-stage.ts';
import type { Turn } from './turn.ts';

export interface DataJobs {
  /** How the one that runs stands, or how the last one ended. */
  current(): DataJob;
  /** Throws `refused` with `details.job` while this or an analysis runs. `ended` is called however it ends. */
  start(desk: Desk, work: DataWork, ended?: (job: DataJob) => void): void;
  /** Asks the one that runs to stop; does nothing when none does. */
  cancel(): void;
  /** Calls back whenever the job stands otherwise, now and then at most; returns what ends that. */
  follow(listener: (job: DataJob) => void): () => void;
  /** Stops the one that runs, and resolves when it has. */
  close(): Promise<void>;
}

interface Options {
  turn: Turn;
  /** Milliseconds between two calls of who follows. */
  paceMs: number;
  /** A job ended in whatever way; false where it failed before it wrote anything. */
  ended(mayHaveWritten: boolean): void;
  failed(error: unknown): void;
}

interface Running {
  readonly work: DataWork;
  readonly controller: AbortController;
  readonly startedAt: number;
  stage: (JobStage & { readonly part: 'fetch' | 'papers' | 'map' }) | null;
  report: IngestReport | null;
  change: string | null;
  ended: Promise<void>;
}

const NO_STAGE = { part: null, stage: null, done: 0, total: null, rate: null, secondsLeft: null } as const;

const NOTHING_YET: DataJob = {
  ...NO_STAGE,
  number: 0,
  state: 'idle',
  what: null,
  names: [],
  seconds: 0,
  message: null,
  tooManyRejected: false,
  report: null,
  change: null,
};

/** Changing the papers on demand, one job at a time. */
export function createDataJobs({ turn, paceMs, ended, failed }: Options): DataJobs {
  let running: Running | null = null;
  let last = NOTHING_YET;
  const listeners = new Set<(job: DataJob) => void>();
  let pending: NodeJS.Timeout | null = null;

  const current = (): DataJob => (running ? standingOf(running, last.number) : last);
  function tell(): void {
    if (pending) clearTimeout(pending);
    pending = null;
    const job = current();
    for (const listener of listeners) listener(job);
  }
  function tellSoon(): void {
    pending ??= setTimeout(tell, paceMs);
  }

  async function run(desk: Desk, job: Running): Promise<void> {
    const { work, controller } = job;
    let outcome: Pick<DataJob, 'state' | 'message'> & { tooManyRejected?: boolean };
    try {
      await desk.changePapers(work, {
        signal: controller.signal,
        progress(part, name, done, total) {
          const before = job.stage?.part === part ? job.stage : null;
          job.stage = { part, ...reached(before, name, done, total) };
          tellSoon();
        },
        changes(id) {
          job.change = id;
        },
        stored(report) {
          job.report = report;
        },
      });
      outcome = { state: 'done', message: null };
    } catch (error) {
      if (controller.signal.aborted) outcome = { state: 'cancelled', message: keptBy(job) };
      else {
        if (!isTheirs(error)) failed(error);
        const tooManyRejected = isLacunaError(error) && error.details.setting === 'maxRejectedShare';
        outcome = { state: 'failed', message: toAnswer(error).body.error.message, tooManyRejected };
      }
    }
    last = { ...standingOf(job, last.number), ...NO_STAGE, report: job.report, ...outcome };
    running = null;
  }

  return {
    current,
    start(desk, work, whenEnded = () => {}) {
      const giveBack = turn.take('papers');
      const job: Running = {
        work,
        controller: new AbortController(),
        startedAt: performance.now(),
        stage: null,
        report: null,
        change: null,
        ended: Promise.resolve(),
      };
      last = { ...last, number: last.number + 1 };
      running = job;
      job.ended = run(desk, job).then(() => {
        giveBack();
        ended(last.state !== 'failed' || last.change !== null);
        whenEnded(last);
        tell();
      });
      tell();
    },
    cancel() {
      running?.controller.abort(new LacunaError('limit', 'This was cancelled.'));
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      this.cancel();
      await running?.ended;
      if (pending) clearTimeout(pending);
    },
  };
}

function standingOf(job: Running, number: number): DataJob {
  const { work, stage } = job;
  return {
    ...NO_STAGE,
    ...(stage && {
      part: stage.part,
      stage: stage.name,
      done: stage.done,
      total: stage.total,
      ...paceOf(stage),
    }),
    number,
    state: 'running',
    what: work.what,
    names: namesOf(work),
    seconds: secondsSince(job.startedAt),
    message: null,
    tooManyRejected: false,
    // Sent once it is whole: it may list a thousand entries.
    report: null,
    change: job.change,
  };
}

function namesOf(work: DataWork): string[] {
  if (work.what === 'add') return [...work.names];
  if (work.what === 'remove') return [work.source];
  return work.what === 'fetch' ? [work.text] : [];
}

/** What a stopped job has left, in words. Papers are stored some at a time, each with all that hangs on it. */
function keptBy({ work, stage, report }: Running): string {
  if (report)
    return 'All papers are stored. Themes, gaps and places are those from before; the themes page finds them anew.';
  if (stage?.part === 'fetch')
    return 'No paper was changed. What was got is kept: asking for the same again goes on from there.';
  const again = work.what === 'add' ? 'Adding the files again' : 'Doing it again';
  if (stage?.name === 'load' && stage.done > 0) {
    const of = stage.total === null ? '' : ` of ${stage.total.toLocaleString('en')}`;
    return `${stage.done.toLocaleString('en')}${of} papers were changed before it stopped. ${again} completes it; undo takes them back.`;
  }
  return 'No paper was changed.';
}

/** Who asked is told all there is, and can mend it. */
const isTheirs = (error: unknown): boolean =>
  isLacunaError(error, 'input') ||
  isLacunaError(error, 'notFound') ||
  isLacunaError(error, 'refused') ||
  (isLacunaError(error, 'limit') && error.details.limit !== 'disk');
