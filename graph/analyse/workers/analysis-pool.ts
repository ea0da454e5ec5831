import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Tick } from '../../analysis/force-atlas.ts';
import type { Job, JobProgress } from './run-in-worker.ts';
import { TASKS, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';

const WORKER = fileURLToPath(new URL('./analysis-worker.mjs', import.meta.url));
const MAX_THREADS = 8;

export interface AnalysisPool {
  /** How many tasks can run at the same time. */
  readonly threads: number;
  /** Throws the signal's reason once that is aborted. */
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, tick?: Tick): Promise<TaskOutput<Name>>;
  close(): Promise<void>;
}

/** Runs tasks in this thread, one after the other, for what is done sooner than a worker would start. */
export function inThisThread(signal?: AbortSignal): AnalysisPool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    threads: 1,
    run(name, input, tick = () => {}) {
      const task = TASKS[name] as (given: typeof input, tick: Tick) => unknown;
      const run = last.then(() => {
        signal?.throwIfAborted();
        return task(input, tick);
      });
      last = run.catch(() => {});
      return run as Promise<TaskOutput<typeof name>>;
    },
    close: async () => {},
  };
}

/** Runs tasks in worker threads, one a core; an aborted signal ends them at once. */
export function inWorkers(signal?: AbortSignal): AnalysisPool {
  const threads = Math.max(1, Math.min(availableParallelism(), MAX_THREADS));
  const workers = new Piscina({ filename: WORKER, minThreads: 1, maxThreads: threads });
  const ticks = new Map<number, (done: number, total: number) => Promise<void>>();
  let jobs = 0;
  workers.on('message', ({ job, done, total }: JobProgress) => void ticks.get(job)?.(done, total));
  return {
    threads,
    async run(name, input, tick) {
      signal?.throwIfAborted();
      const id = ++jobs;
      // What a tick throws ends its task; thrown to who emitted the message, it would end the process.
      const failed = new AbortController();
      const ended = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
      if (tick) {
        ticks.set(id, async (done, total) => {
          try {
            await tick(done, total);
          } catch (error) {
            failed.abort(error);
          }
        });
      }
      try {
        return await workers.run({ id, name, input } satisfies Job, { signal: ended });
      } catch (error) {
        ended.throwIfAborted();
        throw error;
      } finally {
        ticks.delete(id);
      }
    },
    close: () => workers.destroy(),
  };
}
