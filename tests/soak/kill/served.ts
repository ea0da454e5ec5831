import { setTimeout as sleep } from 'node:timers/promises';
import { startVictim, type Victim } from './victim.ts';

const POLL_MS = 40;

/** An explorer in a process of its own, asked over HTTP as the page asks it. */
export interface Served {
  victim: Victim;
  /** Status and answer; null where the connection broke. */
  send(method: string, path: string, body?: unknown): Promise<{ status: number; answer: unknown } | null>;
  /** Waits for the job at the path to end; false where the server is gone before it says so. */
  jobDone(path: string): Promise<boolean>;
}

export async function startServed(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Served> {
  const victim = startVictim(['serve', ...args, '--port', '0', '--json'], {
    ...env,
    LACUNA_WRITES_PER_MINUTE: '100000',
    LACUNA_REQUESTS_PER_MINUTE: '100000',
  });
  const { url } = JSON.parse(await victim.firstLine) as { url: string };
  const send: Served['send'] = async (method, path, body) => {
    const bytes = body instanceof Uint8Array;
    try {
      const response = await fetch(new URL(path, url), {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': bytes ? 'application/octet-stream' : 'application/json' },
          body: bytes ? Buffer.from(body) : JSON.stringify(body),
        }),
      });
      return { status: response.status, answer: await response.json() };
    } catch {
      return null;
    }
  };
  return {
    victim,
    send,
    jobDone: async (path) => {
      for (;;) {
        const job = (await send('GET', path))?.answer as { state?: string; error?: unknown } | undefined;
        if (job === undefined) return false;
        if (job.state === 'failed') throw new Error(`${path}: ${JSON.stringify(job)}`);
        if (job.state === 'done') return true;
        await sleep(POLL_MS);
      }
    },
  };
}
