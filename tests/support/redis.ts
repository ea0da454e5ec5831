import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A Redis of its own, in a folder of its own, that keeps nothing. */
export interface RunningRedis {
  uri: string;
  port: number;
  /** Ends it at once; what it held is gone. */
  kill: () => Promise<void>;
  /** Starts it again, empty. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Whether there is a Redis to start. Without one its tests are skipped aloud, or fail where `CI` is `true`. */
export function hasRedis(): boolean {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0) return true;
  const message = "no Redis: install Debian's redis-server";
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(`SKIPPED: all tests with a queue: ${message}`);
  return false;
}

export async function startRedis(more: readonly string[] = []): Promise<RunningRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    const keepNothing = ['--dir', folder, '--save', '', '--appendonly', 'no'];
    const options = ['--port', String(port), '--bind', '127.0.0.1', ...keepNothing, ...more];
    const started = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      started.stdout.on('data', (chunk) => {
        said += chunk;
        if (/Ready to accept connections/.test(said)) resolve();
      });
      started.once('exit', () => reject(new Error(`Redis ended by itself: ${said}`)));
    });
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    uri: `redis://127.0.0.1:${port}`,
    port,
    kill,
    start,
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
