import type { DecisionJob } from '../contract.ts';
import type { Desk, TermWork } from './desk.ts';
import { toAnswer } from './errors.ts';
import { type JobStage, paceOf, reached, secondsSince } from './job-stage.ts';
import type { Turn } from './turn.ts';

export interface DecisionJobs {
  /** How the one that runs stands, or how the last one ended. */
  current(): DecisionJob;
  /** Throws `refused` with `details.job` while something else changes the graph. */
  start(desk: Desk, work: TermWork): void;
  /** Stops the one that runs, and resolves when it has. */
  close(): Promise<void>;
}

interface Options {
  turn: Turn;
  /** A change ended in whatever way, so the graph may be another. */
  ended(): void;
  failed(error: unknown): void;
}

interface Running {
  readonly controller: AbortController;
  readonly startedAt: number;
  stage: JobStage | null;
  ended: Promise<void>;
}

const IDLE: DecisionJob = {
  number: 0,
  state: 'idle',
  stage: null,
  done: 0,
  total: 0,
  secondsLeft: null,
  seconds: 0,
  message: null,
  id: null,
  added: 0,
  removed: 0,
};

/** Changing terms on demand, one change at a time. */
export function createDecisionJobs({ turn, ended, failed }: Options): DecisionJobs {
  let running: Running | null = null;
  let last = IDLE;

  const run = async (desk: Desk, work: TermWork, job: Running): Promise<void> => {
    const number = last.number + 1;
    last = { ...IDLE, number };
    try {
      const done = await desk.decide(work, {
        signal: job.controller.signal,
        progress(name, done, total) {
          job.stage = reached(job.stage, name, done, total ?? 0);
        },
      });
      last = { ...last, ...done, state: 'done', seconds: secondsSince(job.startedAt) };
    } catch (error) {
      if (!job.controller.signal.aborted) failed(error);
      const { message } = toAnswer(error).body.error;
      last = { ...last, state: 'failed', seconds: secondsSince(job.startedAt), message };
    }
  };

  return {
    current: () => (running ? { ...last, ...standingOf(running), state: 'running' } : last),
    start(desk, work) {
      const giveBack = turn.take('terms');
      const job: Running = {
        controller: new AbortController(),
        startedAt: performance.now(),
        stage: null,
        ended: Promise.resolve(),
      };
      running = job;
      job.ended = run(desk, work, job).then(() => {
        running = null;
        giveBack();
        ended();
      });
    },
    async close() {
      running?.controller.abort();
      await running?.ended;
    },
  };
}

function standingOf({ stage, startedAt }: Running): Partial<DecisionJob> {
  const seconds = secondsSince(startedAt);
  if (!stage) return { seconds };
  const { name, done, total } = stage;
  return { stage: name, done, total: total ?? 0, secondsLeft: paceOf(stage).secondsLeft, seconds };
}
