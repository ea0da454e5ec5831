// What a worker thread starts with: sources are TypeScript, and a thread has no loader but its own.
import { register } from 'tsx/esm/api';

register();
const { extractTask } = await import('./extract-task.ts');
export default extractTask;
