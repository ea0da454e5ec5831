/**
 * A thread that keeps the most that its process (with its threads) and the processes that it started have resident together, looked
 * at every 50 ms however busy the process is: `workerData` is an Int32Array over shared memory, whose first value, in kB, the
 * process sets to 0 when a stage ends. Nothing where the system doesn't tell.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const EVERY_MS = 50;

const resident = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

function look() {
  try {
    const started = readdirSync('/proc/self/task').flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    const kilobytes = ['self', ...started].reduce((sum, pid) => sum + resident(pid), 0);
    if (kilobytes > Atomics.load(workerData, 0)) Atomics.store(workerData, 0, kilobytes);
  } catch {
    // A thread or a process has ended between two looks.
  }
}

setInterval(look, EVERY_MS);
