import { diskFull } from '../disk-full.ts';
import type { LacunaError } from '../errors.ts';

/** In words for whoever uses the explorer, who may not know what lies where. */
export const serversDiskFull = (cause?: unknown): LacunaError =>
  diskFull("The server's disk is full: make room there, then try again.", cause);
