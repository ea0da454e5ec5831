import { isRetryableError, Neo4jError } from 'neo4j-driver';
import { type ErrorCode, LacunaError, messageOf } from '../../errors.ts';
import { placeAt } from '../place.ts';

const CONNECTION_CODES = ['ServiceUnavailable', 'SessionExpired'];
/** No server takes this now, and one will: it starts, stops, or its cluster has no leader yet. */
const OUTAGE =
  /^Neo\.(?:ClientError\.Cluster|TransientError\.(?:Cluster|Database|General\.DatabaseUnavailable))/;
/** By the beginning of Neo4j's status code; the first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^Neo\.ClientError\.Security\.Forbidden/, 'refused'],
  [/^Neo\.ClientError\.Security\./, 'unavailable'],
  [/^Neo\.ClientError\.Statement\.AccessMode/, 'refused'],
  [/^Neo\.ClientError\.General\.(?:Forbidden|Write)OnReadOnly/, 'refused'],
  [/^Neo\.ClientError\.(?:Statement|Schema|Procedure)\./, 'input'],
  [/^Neo\.\w+\.Transaction\.TransactionTimedOut/, 'limit'],
  [/^Neo\.TransientError\.General\..*(?:OutOfMemory|MemoryPool)/, 'limit'],
  [/^Neo\.\w+\.Transaction\.Terminated/, 'limit'],
  [/^Neo\.ClientError\.(?:Database|Cluster)\./, 'unavailable'],
  [/^Neo\.TransientError\./, 'unavailable'],
];

/** Worth another try when it happens on connecting: the server may still be starting. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Neo4jError && (CONNECTION_CODES.includes(error.code) || isRetryableError(error));

/** The server went away, or is not the one to ask: worth another try once there is one again. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Neo4jError && (CONNECTION_CODES.includes(error.code) || OUTAGE.test(error.code));

/**
 * What a failure of the driver means.
 *
 * @param sent a stranger's statement, and the length of what was put before it, so that places are told in theirs
 */
export function storeError(
  error: unknown,
  from: 'app' | 'stranger',
  sent: { text: string; before: number } = { text: '', before: 0 },
): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const details = { ...placeOf(error.message, sent), status: error.code };
  const code = meaningOf(error, from);
  return new LacunaError(code, sentenceFor(error, code), { cause: error, details });
}

export function connectionError(error: unknown, uri: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const details = { status: error.code };
  if (/^Neo\.ClientError\.Security\.CredentialsExpired/.test(error.code)) {
    const message = `The password of ${uri} is Neo4j's initial one, which must be changed before use.`;
    return new LacunaError('unavailable', message, { cause: error, details });
  }
  if (/^Neo\.ClientError\.Security\./.test(error.code)) {
    const message = `${uri} turned down user and password (${firstLine(error)}): check NEO4J_USERNAME and NEO4J_PASSWORD.`;
    return new LacunaError('unavailable', message, { cause: error, details });
  }
  const message = `Neo4j at ${uri} can't be reached: ${firstLine(error)} Is it running, and is the port right?`;
  return new LacunaError('unavailable', message, { cause: error, details });
}

function meaningOf(error: Neo4jError, from: 'app' | 'stranger'): ErrorCode {
  if (CONNECTION_CODES.includes(error.code)) return 'unavailable';
  const known = MEANINGS.find(([pattern]) => pattern.test(error.code))?.[1];
  return known ?? (from === 'stranger' ? 'input' : 'internal');
}

function sentenceFor(error: Neo4jError, code: ErrorCode): string {
  if (code === 'refused') return 'Only statements that read are allowed here.';
  if (code === 'unavailable') return `Neo4j is not available: ${firstLine(error)}`;
  return firstLine(error);
}

/** Neo4j draws the statement below its sentence, and the driver adds advice of its own. */
const firstLine = (error: unknown): string =>
  messageOf(error)
    .split('\n')[0]!
    .replace(/ Please ensure that your database is listening .* in Neo4j 4\.0\./, '')
    .replace(/ \(line \d+, column \d+ \(offset: \d+\)\)$/, '');

function placeOf(
  message: string,
  { text, before }: { text: string; before: number },
): Record<string, number> {
  const offset = /\(line \d+, column \d+ \(offset: (\d+)\)\)/.exec(message)?.[1];
  return (offset !== undefined && placeAt(text, Number(offset) - before)) || {};
}
