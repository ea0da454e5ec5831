import { LacunaError, messageOf } from '../../errors.ts';

/**
 * What a failed statement of the engine means, by its ISO GQL status.
 *
 * @param linesBefore lines put before the user's statement, so that positions can be told in theirs
 */
export function statementError(error: unknown, from: 'app' | 'stranger', linesBefore = 0): LacunaError {
  if (error instanceof LacunaError) return error;
  const status = String((error as { gqlStatus?: unknown })?.gqlStatus ?? '');
  const message = cleanMessage(messageOf(error));
  const details = { ...positionOf(messageOf(error), linesBefore), ...(status ? { status } : {}) };
  if (status === '25G03' || /Schema commands should be routed/.test(messageOf(error))) {
    return new LacunaError('refused', 'Only statements that read are allowed here.', {
      cause: error,
      details,
    });
  }
  const inStatement = /^(?:42|22)/.test(status) || /constraint violation/i.test(message);
  const code = from === 'stranger' || inStatement ? 'input' : 'internal';
  return new LacunaError(code, message, { cause: error, details });
}

/** What it means that the store did not open. */
export function openingError(error: unknown, path: string): LacunaError {
  const message = messageOf(error);
  if (/locked/.test(message)) {
    return new LacunaError(
      'unavailable',
      `The store ${path} is held by another process, perhaps a running explorer (lacuna serve or start): stop that one first, or copy the store.`,
      { cause: error },
    );
  }
  return new LacunaError(
    'unavailable',
    `The store ${path} can't be opened (${cleanMessage(message)}). It can be built again: move it away and ingest the same files.`,
    { cause: error },
  );
}

/** The sentence without the engine's own error numbers and its drawing of the place. */
function cleanMessage(message: string): string {
  const sentence = message.split('\n')[0]!;
  return sentence.replace(/^(?:[A-Z][\w ]* error: )?(?:GRAFEO-\w+: )?/, '').replace('[Cypher] ', '');
}

function positionOf(message: string, linesBefore: number): Record<string, number> {
  const match = /--> query:(\d+):(\d+)/.exec(message);
  if (!match) return {};
  return { line: Math.max(1, Number(match[1]) - linesBefore), column: Number(match[2]) };
}
