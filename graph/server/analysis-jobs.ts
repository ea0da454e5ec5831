import type { AnalysisJob, AnalysisRequest } from '../contract.ts';
import { LacunaError } from '../errors.ts';
import type { Desk } from './desk.ts';
import { toAnswer } from './errors.ts';
import { type JobStage, paceOf, reached, secondsSince } from './job-stage.ts';
import type { Turn } from './turn.ts';

export interface AnalysisJobs {
  /** How the one that runs stands, or how the last one ended. */
  current(): AnalysisJob;
  /** Throws `refused` with `details.job` while one runs, or papers are changed. */
  start(desk: Desk, request: AnalysisRequest): void;
  /** Asks the one that runs to stop; does nothing when none does. */
  cancel(): void;
  /** Stops the one that runs, and resolves when it has. */
  close(): Promise<void>;
}

interface Options {
  turn: Turn;
  /** An analysis ended in whatever way, so the graph may be another. */
  ended(): void;
  failed(error: unknown): void;
}

interface Running {
  controller: AbortController;
  startedAt: number;
  stage: JobStage | null;
  ended: Promise<void>;
}

type Outcome = Pick<AnalysisJob, 'state' | 'seconds' | 'message'>;

const NOTHING_YET: Outcome = { state: 'idle', seconds: 0, message: null };

/** Analysing on demand, one job at a time. */
export function createAnalysisJobs({ turn, ended, failed }: Options): AnalysisJobs {
  let running: Running | null = null;
  let outcome = NOTHING_YET;

  const run = async (
    desk: Desk,
    request: AnalysisRequest,
    job: Running,
    giveBack: () => void,
  ): Promise<void> => {
    const end = (state: AnalysisJob['state'], message: string | null = null): void => {
      outcome = { state, seconds: secondsSince(job.startedAt), message };
    };
    try {
      await desk.analyse(request, {
        signal: job.controller.signal,
        progress(name, done, total) {
          // Its stages begin at nothing done, whenever they are first told of.
          job.stage = { ...reached(job.stage, name, Math.round(done), Math.round(total)), first: 0 };
        },
      });
      end('done');
    } catch (error) {
      if (job.controller.signal.aborted) {
        end('cancelled');
      } else {
        failed(error);
        end('failed', toAnswer(error).body.error.message);
      }
    }
    running = null;
    giveBack();
    ended();
  };

  return {
    current: () => (running ? standingOf(running) : { ...IDLE, ...outcome }),
    start(desk, request) {
      const giveBack = turn.take('analysis');
      const job: Running = {
        controller: new AbortController(),
        startedAt: performance.now(),
        stage: null,
        ended: Promise.resolve(),
      };
      running = job;
      job.ended = run(desk, request, job, giveBack);
    },
    cancel() {
      running?.controller.abort(new LacunaError('limit', 'The analysis was cancelled.'));
    },
    async close() {
      this.cancel();
      await running?.ended;
    },
  };
}

const IDLE = { stage: null, done: 0, total: 0, secondsLeft: null } as const;

function standingOf({ stage, startedAt }: Running): AnalysisJob {
  const seconds = secondsSince(startedAt);
  if (!stage) return { ...IDLE, state: 'running', seconds, message: null };
  const { name, done, total } = stage;
  const { secondsLeft } = paceOf(stage);
  return { state: 'running', stage: name, done, total: total ?? 0, secondsLeft, seconds, message: null };
}
