import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskFull, isDiskFull } from '../../disk-full.ts';
import { LacunaError, messageOf } from '../../errors.ts';
import { rebuildAdvice } from '../journal/rebuild-advice.ts';
import { journalFile } from '../journal/store-files.ts';
import { offsetBefore, offsetOf, type Place, placeAt } from '../place.ts';
import { namedPlace } from './named-place.ts';

/** A statement as a stranger wrote it, and what was made of it. */
export interface Sent {
  written: string;
  made: string;
}

/**
 * What a failed statement of the engine means, by its ISO GQL status.
 *
 * @param sent what a stranger wrote, so that places are told in that
 * @param linesBefore lines that were put before it
 */
export function statementError(error: unknown, sent: Sent | null, linesBefore = 0): LacunaError {
  if (error instanceof LacunaError) return error;
  if (isDiskFull(error)) return outOfRoom(error);
  const status = String((error as { gqlStatus?: unknown })?.gqlStatus ?? '');
  const message = cleanMessage(messageOf(error));
  const place = sent && placeOf(messageOf(error), sent, linesBefore);
  const details = { ...place, ...(status ? { status } : {}) };
  if (status === '25G03' || /Schema commands should be routed/.test(messageOf(error))) {
    return new LacunaError('refused', 'Only statements that read are allowed here.', {
      cause: error,
      details,
    });
  }
  const inStatement = /^(?:42|22)/.test(status) || /constraint violation/i.test(message);
  const code = sent || inStatement ? 'input' : 'internal';
  return new LacunaError(code, message, { cause: error, details });
}

/** Whether a store did not open because another process has it. */
export const isHeld = (error: unknown): boolean => /locked/.test(messageOf(error));

/** What it means that the store did not open. */
export function openingError(error: unknown, path: string): LacunaError {
  if (error instanceof LacunaError) return error;
  if (isDiskFull(error)) return outOfRoom(error);
  const message = messageOf(error);
  if (isHeld(error)) {
    return new LacunaError(
      'unavailable',
      `The store ${path} is held by another process, perhaps a running explorer (lacuna serve or start): stop that one first, or copy the store.`,
      { cause: error },
    );
  }
  const advice = existsSync(journalFile(dirname(path)))
    ? rebuildAdvice(dirname(path))
    : 'It can be built again: move it away and ingest the same files.';
  return new LacunaError(
    'unavailable',
    `The store ${path} can't be opened (${cleanMessage(message)}). ${advice}`,
    {
      cause: error,
    },
  );
}

/** The engine has taken back what it could not write whole. */
const outOfRoom = (error: unknown): LacunaError =>
  diskFull(
    'The disk that the store is on is full, so this was not written; what was written before is there. ' +
      'Make room there, then do the same again.',
    error,
  );

/** The sentence and the engine's advice, without its own error numbers and its drawing of the place. */
function cleanMessage(message: string): string {
  const [first = '', ...others] = message.split('\n');
  const help = others.map((line) => /^\s*help: (.+)/.exec(line)?.[1]).find((said) => said !== undefined);
  const sentence = help ? `${first}. ${help}` : first;
  return sentence.replace(/^(?:[A-Z][\w ]* error: )?(?:GRAFEO-\w+: )?/, '').replace('[Cypher] ', '');
}

/** The engine counts lines and code points, from 1. */
function placeOf(message: string, { written, made }: Sent, linesBefore: number): Place | null {
  const match = /--> query:(\d+):(\d+)/.exec(message);
  if (!match) {
    const named = namedPlace(cleanMessage(message), written);
    return named === null ? null : placeAt(written, named);
  }
  const offset = offsetOf(made, Number(match[1]) - linesBefore, Number(match[2]));
  const before = offsetBefore(written, made, offset);
  return before === null ? null : placeAt(written, before);
}
