import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./writing-child.ts', import.meta.url));

/** Has a process write to a store, and kills it, so that its log is not folded into its file. */
export async function killedWriter(folder: string): Promise<void> {
  const child = fork(CHILD, [folder], { execArgv: ['--import', 'tsx'] });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('The writer ended by itself.')));
  });
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  // The engine's own process ends with it, a moment later.
  await new Promise((resolve) => setTimeout(resolve, 2000));
}
