/** Entry point of the child process that owns the engine: the parent ends runaway statements by killing it. */
import { rmSync, writeFileSync } from 'node:fs';
import { LacunaError, messageOf } from '../../errors.ts';
import { Engine, type Outcome } from './engine.ts';
import { watchMemory } from './memory-watch.ts';
import type { Envelope, OpenRequest, Reply, Request } from './protocol.ts';

let engine: Engine | null = null;
let busy = 0;

const say = (reply: Reply): void => {
  if (process.connected) process.send?.(reply);
};

async function open(request: OpenRequest): Promise<Outcome & { engine: string }> {
  spillInto(process.argv[2]);
  engine = await Engine.open(request);
  watchMemory(request, () => busy > 0);
  return { columns: [], truncated: false, engine: engine.version };
}

async function perform(id: number, request: Request): Promise<Outcome & { engine?: string }> {
  const nothing: Outcome = { columns: [], truncated: false };
  if (request.kind === 'open') return open(request);
  if (!engine) throw new LacunaError('internal', 'The engine is not open.');
  switch (request.kind) {
    case 'read':
      return engine.read(request, (rows) => say({ id, kind: 'rows', rows }));
    case 'ask':
      return engine.ask(request, (rows) => say({ id, kind: 'rows', rows }));
    case 'write':
      await engine.write(request.statements);
      return nothing;
    case 'prepare':
      await engine.prepare(request.statements);
      return nothing;
    case 'transactions':
      say({ id, kind: 'rows', rows: [[engine.transactions]] });
      return nothing;
    case 'checkpoint':
      await engine.checkpoint();
      return nothing;
    case 'close':
      await engine.close();
      engine = null;
      return nothing;
  }
}

async function answer({ id, request }: Envelope): Promise<void> {
  busy++;
  try {
    say({ id, kind: 'done', ...(await perform(id, request)) });
  } catch (error) {
    const known = error instanceof LacunaError ? error : new LacunaError('internal', messageOf(error));
    say({ id, kind: 'error', code: known.code, message: known.message, details: { ...known.details } });
  } finally {
    busy--;
  }
}

/** For what the engine does not keep in memory. NOTE: set only here, since the modules' loader has its cache in the usual place. */
function spillInto(temporary: string | undefined): void {
  if (temporary === undefined) return;
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = temporary;
}

/** When memory runs out, the system shall end this process rather than the app. */
function offerToBeKilledFirst(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // NOTE: only Linux has it.
  }
}

offerToBeKilledFirst();
process.on('message', (envelope: Envelope) => void answer(envelope));
// NOTE: Ctrl+C reaches the whole process group; the parent decides when this one ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// NOTE: an orderly exit would wait for the query that runs; acknowledged writes are in the log already.
process.on('disconnect', () => {
  // Nobody else is left to do it.
  if (process.argv[2]) rmSync(process.argv[2], { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
});
