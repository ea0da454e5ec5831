import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sourceNames } from '../read-papers.ts';

/** What a store knows of the files that were read into it. Lists of texts, so that any store can hold them. */
export interface Register {
  /** `name:sha256` of each file's bytes, sorted. */
  inputs: readonly string[];
  /** When each source was first read: the time in ISO 8601, a space, its name. */
  arrivals: readonly string[];
}

export interface RegisterChange {
  added: Register;
  dropped: Register;
}

export const EMPTY_REGISTER: Register = { inputs: [], arrivals: [] };

/** `name:sha256` of a file's bytes; null for a pipe and the like, whose bytes can be had once only. */
export async function fingerprint(file: string): Promise<string | null> {
  if (!(await stat(file)).isFile()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `${basename(file)}:${hash.digest('hex')}`;
}

/** What these files add to what is known. */
export async function additions(
  { inputs, arrivals }: Register,
  files: readonly string[],
  at: string,
): Promise<RegisterChange> {
  const prints = await Promise.all(files.map(fingerprint));
  const seen = new Set(arrivals.map(arrivedName));
  const names = [...sourceNames(files).values()].filter((name) => !seen.has(name));
  return {
    added: {
      inputs: prints.filter((print) => print !== null && !inputs.includes(print)) as string[],
      arrivals: names.map((name) => `${at} ${name}`),
    },
    dropped: EMPTY_REGISTER,
  };
}

/** A file whose papers go is no longer known, and may be read again. */
export function withoutFile({ inputs, arrivals }: Register, source: string): RegisterChange {
  const name = source.slice(source.lastIndexOf('/') + 1);
  return {
    added: EMPTY_REGISTER,
    dropped: {
      inputs: inputs.filter((print) => print.slice(0, print.lastIndexOf(':')) === name),
      arrivals: arrivals.filter((arrival) => arrivedName(arrival) === source),
    },
  };
}

export function changedRegister(register: Register, { added, dropped }: RegisterChange): Register {
  const changed = (list: keyof Register): string[] => {
    const gone = new Set(dropped[list]);
    return [...new Set([...register[list].filter((one) => !gone.has(one)), ...added[list]])].sort();
  };
  return { inputs: changed('inputs'), arrivals: changed('arrivals') };
}

export const arrivedName = (arrival: string): string => arrival.slice(arrival.indexOf(' ') + 1);
