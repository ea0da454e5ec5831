import { spawnSync } from 'node:child_process';
import { graphHash } from '../../../graph/graph-hash.ts';
import { openReader } from '../../../graph/store/open.ts';
import type { StoreLocation } from '../../../graph/store/store.ts';

/** What one fault did to the program. */
export interface FaultRow {
  fault: string;
  /** What was done while it held. */
  done: string;
  /** In the words of the program, folders and addresses left out. */
  told: string;
  after: string;
  ok: boolean;
}

export interface FaultContext {
  folder: string;
  quick: boolean;
  /** A file of papers, and a second one. */
  corpora: readonly [string, string];
  say(line: string): void;
}

export async function hashAt(location: StoreLocation): Promise<string> {
  const reader = await openReader(location);
  try {
    return await graphHash(reader);
  } finally {
    await reader.close();
  }
}

/** The sentence in which the program, run with `--json`, says why it ended. */
export function reasonIn(stdout: string): string {
  try {
    const { error } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { error?: { message: string } };
    return error?.message ?? '';
  } catch {
    return '';
  }
}

export const messageIn = (answer: unknown): string =>
  (answer as { error?: { message?: string } } | null)?.error?.message ?? '';

/** Without what is another on each machine, and no longer than a table bears. */
export const plain = (text: string): string =>
  text
    .replace(/(?:file:)?\/[\w./-]+/g, '…')
    .replace(/(?:(?:bolt|neo4j):)?…(?::\d+)?|127\.0\.0\.1:\d+|\b[\w.-]+:\d+(?=\))/g, '…')
    .replaceAll('|', '/')
    .slice(0, 300);

export const runsHere = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
