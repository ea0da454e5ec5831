// What a worker thread starts with: sources are TypeScript, and a thread has no loader but its own.
import { register } from 'tsx/esm/api';

register();
const { runInWorker } = await import('./run-in-worker.ts');
export default runInWorker;
