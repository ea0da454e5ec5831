import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');

/** When, where and on what figures were measured. */
export const runFacts = z.object({
  /** ISO 8601, the day. */
  date: z.string(),
  cores: z.int(),
  cpu: z.string(),
  node: z.string(),
  /** Of the program. */
  version: z.string(),
  /** Null where this is no checkout. */
  commit: z.string().nullable(),
  /** Whether the program differed from that commit. */
  changed: z.boolean(),
});
export type RunFacts = z.infer<typeof runFacts>;

function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

export function tellRun(): RunFacts {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.versions.node,
    version,
    commit: git('rev-parse', '--short=10', 'HEAD'),
    changed: (git('status', '--porcelain', '--', 'ingest', 'graph') ?? '') !== '',
  };
}
