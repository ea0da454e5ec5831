import { parentPort } from 'node:worker_threads';
import { TASKS, type TaskName } from './tasks.ts';

/** A task as it crosses the thread border. */
export interface Job {
  id: number;
  name: TaskName;
  input: unknown;
}

/** How far a job is, as a worker tells it. */
export interface JobProgress {
  job: number;
  done: number;
  total: number;
}

/** What a worker thread runs. */
export async function runInWorker({ id, name, input }: Job): Promise<unknown> {
  const task = TASKS[name] as (input: unknown, tick: (done: number, total: number) => void) => unknown;
  return task(input, (done, total) => {
    parentPort?.postMessage({ job: id, done, total } satisfies JobProgress);
  });
}
