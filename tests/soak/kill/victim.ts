import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export interface Victim {
  /** Resolves with what ended it, once its output is read to the end. */
  done: Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** Resolves with the first line of standard output; rejects when it ends without one. */
  firstLine: Promise<string>;
  /** What it has said on standard error so far. */
  said(): string;
  /** The program and all that it started, at once and without a chance to clean up. */
  kill(signal?: NodeJS.Signals): void;
}

/** Starts the program in a process group of its own, so that its engine dies in the same moment. */
export function startVictim(args: readonly string[], env: Readonly<Record<string, string>>): Victim {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'bin/lacuna.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let [stdout, stderr] = ['', ''];
  let line: (text: string) => void;
  let none: (error: Error) => void;
  const firstLine = new Promise<string>((resolve, reject) => {
    [line, none] = [resolve, reject];
  });
  // Whoever waits for it is told; nobody need.
  firstLine.catch(() => {});
  child.stdout!.on('data', (chunk) => {
    stdout += chunk;
    if (stdout.includes('\n')) line(stdout.split('\n', 1)[0]!);
  });
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  const done = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => {
      none(new Error(`It ended and said nothing: ${stderr}`));
      resolve({ code, stdout, stderr });
    });
  });
  return {
    done,
    firstLine,
    said: () => stderr,
    kill: (signal = 'SIGKILL') => {
      try {
        process.kill(-child.pid!, signal);
      } catch {
        // It has ended by itself.
      }
    },
  };
}

/** Runs the program to its end. Throws what it said when it failed. */
export async function runWhole(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { code, stdout, stderr } = await startVictim(args, env).done;
  if (code !== 0) throw new Error(`lacuna ${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}
