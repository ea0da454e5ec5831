/** The real command line in processes of its own, with the memory of all of them together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LACUNA = join(import.meta.dirname, '../../bin/lacuna.mjs');
const SAMPLE_MS = 250;
const TAIL = 4000;
const CLOSE_MS = 30_000;
const MEGABYTE = 2 ** 20;

export interface Ran {
  seconds: number;
  /** The most that the process and its descendants took at one moment, resident, MB. */
  megabytes: number;
}

export interface Serving extends Ran {
  url: string;
  /** From the start of the process until it listened. */
  startedMs: number;
  stop(): Promise<Ran>;
}

/** Runs a command to its end. Throws with the end of its output when it fails. */
export async function lacuna(parameters: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const running = start(parameters, env);
  const status = await running.ended;
  if (status !== 0) throw new Error(`lacuna ${parameters[0]} ended with ${status}:\n${running.output()}`);
  return running.ran();
}

/** Serves a store until it is stopped. */
export async function serving(store: string, env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const running = start(['serve', '--store', store, '--port', '0'], env);
  const started = performance.now();
  const url = await new Promise<string>((resolve, reject) => {
    running.child.stdout?.on('data', () => {
      const told = /Lacuna is at (\S+)/.exec(running.output());
      if (told) resolve(told[1]!);
    });
    void running.ended.then(() => reject(new Error(`lacuna serve ended:\n${running.output()}`)));
  });
  return {
    ...running.ran(),
    url,
    startedMs: performance.now() - started,
    stop: async () => {
      running.child.kill('SIGTERM');
      const late = setTimeout(() => running.child.kill('SIGKILL'), CLOSE_MS);
      await running.ended;
      clearTimeout(late);
      return running.ran();
    },
  };
}

interface Running {
  child: ChildProcess;
  ended: Promise<number | null>;
  output(): string;
  ran(): Ran;
}

function start(parameters: readonly string[], env: NodeJS.ProcessEnv): Running {
  const began = performance.now();
  const child = spawn(process.execPath, [LACUNA, ...parameters], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let megabytes = 0;
  let seconds = 0;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-TAIL);
    });
  const sample = (): void => {
    if (child.pid !== undefined) megabytes = Math.max(megabytes, treeMegabytes(child.pid));
  };
  const timer = setInterval(sample, SAMPLE_MS);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (status) => {
      clearInterval(timer);
      seconds = (performance.now() - began) / 1000;
      resolve(status);
    });
  });
  return { child, ended, output: () => output, ran: () => ({ seconds, megabytes }) };
}

/** What a process and all that descend from it hold in memory; pages that they share count for each of them. Linux only: else 0. */
function treeMegabytes(root: number): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of listed()) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isOurs(parents.get(pid)));
  let bytes = 0;
  for (const [pid, held] of resident) if (isOurs(pid)) bytes += held;
  return bytes / MEGABYTE;
}

function listed(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
