import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const SAMPLE = join(ROOT, 'samples/landmark-papers.jsonl');

/** What the program answered. */
export interface Answer {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Outcome extends Answer {
  signal: NodeJS.Signals | null;
}

/** Starts the real program; `done` resolves when it has ended, however it ended. */
export function startProgram(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string; stdin?: 'ignore' | 'pipe' } = {},
): { child: ChildProcess; done: Promise<Outcome> } {
  const child = spawn(process.execPath, [join(ROOT, 'bin/lacuna.mjs'), ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const done = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...output }));
  });
  return { child, done };
}

export const runProgram = (
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Outcome> => startProgram(args, options).done;

/**
 * Runs the program within this process, which spares a second of loading it: for what is no matter of processes, signals or pipes. One at a
 * time.
 */
export async function runHere(
  args: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Answer> {
  const { main } = await import('../../ingest/cli/main.ts');
  const output = { stdout: '', stderr: '' };
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  const put = (of: keyof typeof output) => {
    const write = (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
      output[of] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      const done = more.find((one) => typeof one === 'function');
      if (done) queueMicrotask(done as () => void);
      return true;
    };
    const { write: own } = process[of];
    process[of].write = write as typeof own;
    return () => {
      process[of].write = own;
    };
  };
  const folder = process.cwd();
  process.chdir(cwd);
  const restore = [put('stdout'), put('stderr')];
  Object.assign(process.env, env);
  try {
    const code = await main(args);
    return { code, ...output };
  } finally {
    for (const back of restore) back();
    process.chdir(folder);
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
