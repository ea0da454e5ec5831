import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ApiError, errorSchema } from '../contract.ts';
import { isDiskFull } from '../disk-full.ts';
import { type ErrorCode, isLacunaError, LacunaError } from '../errors.ts';
import { serversDiskFull } from './disk-full.ts';
import { addressWithoutToken } from './token-address.ts';

/** `limit` says by `details.limit` which setting was reached; one of these, else the store stopped a query. */
const LIMIT_STATUS: Readonly<Record<string, number>> = {
  bodyBytes: 413,
  askLength: 413,
  askParameterLength: 413,
  askNesting: 413,
  askClauses: 413,
  askSubqueries: 413,
  askRelations: 413,
  askTerms: 413,
  answerBytes: 413,
  uploadBytes: 413,
  uploadTotalBytes: 413,
  uploadFiles: 413,
  disk: 507,
  requestsPerMinute: 429,
  queriesPerMinute: 429,
  writesPerMinute: 429,
  signInsPerMinute: 429,
  requestsAtOnce: 503,
  queriesAtOnce: 429,
  eventStreams: 429,
  exportNodes: 413,
  shareBatch: 413,
};

/** NOTE: not 408, which makes Chromium send the same request again when its connection was used before. */
const STOPPED_STATUS = 504;

const STATUS = { input: 400, refused: 403, notFound: 404 } as const;

/** Codes for what Fastify and its plugins refuse by themselves; else it is the request that is wrong. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = { 403: 'refused', 404: 'notFound' };
const BAD_ADDRESS = 'FST_ERR_BAD_URL';

/** `input` with `details.allow`: the address knows other methods. */
const METHOD_STATUS = 405;

/** `refused` with `details.job`: not now, since the graph is being changed. */
const BUSY_STATUS = 409;

/** `refused` with `details.signIn`: not before signing in, which is done there. */
const SIGN_IN_STATUS = 401;

const WITHHELD = 'Something went wrong on the server; its log tells more.';
/** The store's own words may name folders, hosts and users. */
const STORE_AWAY = "The store can't be reached at the moment; the server's log tells more.";

/** The answers that any route may give beside its own, for its response schema. */
export const errorAnswers = { '4xx': errorSchema, '5xx': errorSchema } as const;

export interface ErrorAnswer {
  status: number;
  body: ApiError;
}

/** What a stranger is told about a failure: all of what is theirs to mend, nothing of what is ours. */
export function toAnswer(given: unknown): ErrorAnswer {
  // The store's own words name folders.
  const error = isDiskFull(given) ? serversDiskFull(given) : given;
  if (isLacunaError(error)) {
    if (error.code === 'internal') return answer(500, 'internal', WITHHELD);
    if (error.code === 'unavailable') return answer(503, 'unavailable', STORE_AWAY);
    return answer(statusOf(error.code, error.details), error.code, error.message, { ...error.details });
  }
  const { statusCode: status, code, message } = (error ?? {}) as Partial<FastifyError>;
  if (code === BAD_ADDRESS) return answer(400, 'input', "The address can't be decoded.", { in: 'address' });
  if (status === 413) return answer(413, 'limit', 'The request is too large.', { limit: 'bodyBytes' });
  if (status !== undefined && status >= 400 && status < 500) {
    return answer(status, CODE_OF_STATUS[status] ?? 'input', message ?? '');
  }
  return answer(500, 'internal', WITHHELD);
}

function statusOf(
  code: Exclude<ErrorCode, 'internal' | 'unavailable'>,
  details: LacunaError['details'],
): number {
  if (code === 'limit') return LIMIT_STATUS[String(details.limit)] ?? STOPPED_STATUS;
  if (code === 'input' && details.allow !== undefined) return METHOD_STATUS;
  if (code === 'refused' && details.job !== undefined) return BUSY_STATUS;
  if (code === 'refused' && details.signIn !== undefined) return SIGN_IN_STATUS;
  return STATUS[code];
}

function answer(
  status: number,
  code: ErrorCode,
  message: string,
  details: Record<string, string | number> = {},
): ErrorAnswer {
  return { status, body: { error: { code, message, details } } };
}

export function notFound(what: string, id: string): LacunaError {
  return new LacunaError('notFound', `There is no ${what} with this id.`, { details: { id } });
}

/** Every failure leaves as one shape; what is withheld is logged. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body } = toAnswer(error);
    if (body.error.code === 'internal' || body.error.code === 'unavailable') {
      request.log.error({ err: error, url: addressWithoutToken(request.url).rest }, 'request failed');
    }
    const { seconds } = body.error.details;
    if (body.error.code === 'limit' && seconds !== undefined) reply.header('retry-after', seconds);
    if (status === METHOD_STATUS) reply.header('allow', body.error.details.allow);
    reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(body);
  });
}
