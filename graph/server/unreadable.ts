import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../errors.ts';

interface ClientError extends Error {
  code?: string;
}

/** Requests whose address can't be decoded, until they are answered. */
const unreadable = new WeakMap<IncomingMessage, Error>();

/** An address that can be, under which an unreadable one goes through the same checks as all others. */
const STAND_IN = '/';

/** For Fastify's `frameworkErrors`, which would answer past every hook: without headers, without checks. */
export function sendThroughHooks(app: () => FastifyInstance) {
  return (error: Error, { raw }: FastifyRequest, reply: FastifyReply): void => {
    unreadable.set(raw, error);
    raw.url = STAND_IN;
    app().routing(raw, reply.raw);
  };
}

/** After the checks of who asks: refuses what `sendThroughHooks` has kept. */
export function refuseUnreadable(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    const error = unreadable.get(raw);
    if (error) throw error;
  });
}

/** What there is to say when not even the head of a request could be read; the connection ends with it. */
export function answerClientError(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const [status, code, message, details] = clientAnswer(error.code);
  const body = JSON.stringify({ error: { code, message, details } });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy: same-origin',
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function clientAnswer(cause: string | undefined): [string, ErrorCode, string, Record<string, string>] {
  switch (cause) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['408 Request Timeout', 'limit', 'The request took too long to arrive.', { limit: 'requestMs' }];
    case 'HPE_HEADER_OVERFLOW':
      return [
        '431 Request Header Fields Too Large',
        'limit',
        'The headers are too large.',
        { limit: 'headers' },
      ];
    default:
      return ['400 Bad Request', 'input', 'This is no HTTP request that can be read.', {}];
  }
}
