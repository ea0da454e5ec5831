import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/** Beside an embedded store; without it, whoever is signed in has to sign in again. */
const keyFileIn = (folder: string): string => join(folder, 'session.key');

/**
 * 32 random bytes that nobody but the user of the server can read, the same after a restart. Where they can't be kept they are new ones: then
 * sessions end with the process.
 */
export function sessionKeyIn(folder: string | null): Buffer {
  const fresh = randomBytes(BYTES);
  if (folder === null) return fresh;
  const path = keyFileIn(folder);
  const kept = keptKey(path);
  if (kept !== null) return kept;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch {
    // Another server on this folder may have been first.
    return keptKey(path) ?? fresh;
  }
}

/** Null where there is none, or what is there is none. */
function keptKey(path: string): Buffer | null {
  try {
    const kept = readFileSync(path);
    return kept.length === BYTES ? kept : null;
  } catch {
    return null;
  }
}
