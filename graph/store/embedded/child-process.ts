import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Envelope, Reply } from './protocol.ts';

const ENTRY = fileURLToPath(new URL('./engine-start.cjs', import.meta.url));
const COMPLAINT_LENGTH = 2000;

export interface ChildEvents {
  onReply: (reply: Reply) => void;
  /** Once, when the process is gone and its lock with it. */
  onExit: (status: number | null, complaint: string) => void;
}

export interface Child {
  send: (envelope: Envelope) => void;
  kill: () => void;
}

/**
 * Where the engine puts what does not fit into memory. It makes a folder there for each store that it opens and leaves it when it is
 * ended, so each process gets a place of its own that goes with it. Null where none can be made.
 */
function spillFolder(): string | null {
  try {
    return mkdtempSync(join(tmpdir(), 'lacuna-engine-'));
  } catch {
    return null;
  }
}

/**
 * Starts the process that owns the engine. It runs from source, and is told no password.
 *
 * @param heapBytes what its answers may take as objects, before it breaks down
 */
export function startChild({ onReply, onExit }: ChildEvents, heapBytes?: number): Child {
  const { NEO4J_PASSWORD: _, NODE_OPTIONS: __, ...env } = process.env;
  const spill = spillFolder();
  const heap = heapBytes ? [`--max-old-space-size=${Math.ceil(heapBytes / 2 ** 20)}`] : [];
  const child: ChildProcess = fork(ENTRY, spill ? [spill] : [], {
    execArgv: heap,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env,
  });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_LENGTH);
  });
  let gone = false;
  const exited = (status: number | null): void => {
    if (gone) return;
    gone = true;
    if (spill) rmSync(spill, { recursive: true, force: true });
    onExit(status, complaint.trim());
  };
  child.on('message', (reply) => onReply(reply as Reply));
  child.on('exit', exited);
  child.on('error', (error) => {
    complaint = `${complaint}\n${error.message}`;
    if (child.pid === undefined) exited(null);
  });
  return {
    send: (envelope) => {
      // NOTE: a failed send means that the process is ending; its exit is what gets reported.
      if (child.connected) child.send(envelope, () => {});
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
