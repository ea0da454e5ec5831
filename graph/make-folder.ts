import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LacunaError, messageOf } from './errors.ts';

/**
 * Makes a folder and those above it. Throws `input` where it can't be. One at a time: Node's own recursive
 * form never ends where the system answers that the folder above isn't there, as under /proc.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder);
  try {
    for (const folder of missing) if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    throw new LacunaError('input', `The folder ${path} can't be made: ${messageOf(error)}`, { cause: error });
  }
}
