/** The server as it is run: with a desk that writes, on a socket. */
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { serve } from '../../../graph/server/serve.ts';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import { openShared } from '../../../graph/store/open-shared.ts';
import { createDesk } from '../../../ingest/cli/desk.ts';
import { seed } from '../../graph/server/fixture.ts';
import type { FuzzProperty } from '../run-property.ts';
import type { FuzzAnswer, Send } from './check-answer.ts';
import { fuzzedApp, routeProperties } from './properties.ts';
import type { FuzzRequest } from './requests.ts';

/** Milliseconds after which a socket on which nothing more is sent is closed from here. */
const QUIET = 200;

/** What may come instead of a request. */
const brokenRequest = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      'GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\r\n',
      'POST /api/search HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{"q":',
      'POST /api/cypher HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n',
      'POST /api/cypher HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\n{}',
      'GET /api/health HTTP/9.9\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`,
      `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(3_000)}\r\n`,
      'GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n',
      'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    )
    .map((text) => Buffer.from(text)),
);

interface Served {
  properties: FuzzProperty[];
  /** Stops the server; resolves to how many nodes the store holds when it is opened again. */
  close(): Promise<number>;
}

/** On a store of its own in this folder. */
export async function servedWithDesk(folder: string): Promise<Served> {
  const location = { kind: 'embedded', folder: join(folder, 'store') } as const;
  const writer = await openWriter(location);
  await seed(writer);
  await writer.close();
  const store = await openShared(location);
  const app = await fuzzedApp(store.reader, createDesk(store, folder));
  const listening = await serve(app, { host: '127.0.0.1', port: 0 });
  const port = Number(new URL(listening.url).port);
  const overSocket = sender(port);
  const routes = await routeProperties(app, overSocket);
  return {
    properties: [
      ...routes.map((property) => ({ ...property, name: `${property.name}, served with a desk` })),
      {
        name: 'no request at all, on the socket',
        arbitrary: brokenRequest as fc.Arbitrary<unknown>,
        check: async (bytes) => {
          await sendRaw(port, bytes as Buffer);
          const health = await overSocket({ method: 'GET', url: '/api/health', headers: {} });
          if (health?.statusCode !== 200) throw new Error(`health ${health?.statusCode}: ${health?.body}`);
          return true;
        },
      },
    ],
    async close() {
      await listening.close();
      await store.close();
      const reader = await openReader(location);
      const { rows } = await reader.read({ text: 'MATCH (n) RETURN count(n)', parameters: {} });
      await reader.close();
      return Number(rows[0]![0]);
    },
  };
}

const sender =
  (port: number): Send =>
  ({ method, url, headers, payload }: FuzzRequest) =>
    new Promise<FuzzAnswer | null>((resolve, reject) => {
      // Without its length, the body of a GET would be taken for another request.
      const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) };
      let asked: ReturnType<typeof httpRequest>;
      try {
        asked = httpRequest({ port, method, path: url, headers: { ...headers, ...length } });
      } catch {
        // Node sends no such path.
        resolve(null);
        return;
      }
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // A request too long to be read is answered with a body whatever its method, which is none of HEAD's.
        if (method === 'HEAD' && error.code === 'HPE_CLOSED_CONNECTION') resolve(null);
        else reject(error);
      });
      asked.on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ statusCode: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
      });
      asked.end(payload);
    });

/** Sends it, waits until the server closes or says nothing more, and closes. */
function sendRaw(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(QUIET, () => socket.destroy());
    // A server may well break such a connection off.
    socket.on('error', () => {});
    socket.on('data', () => {});
    socket.on('close', () => resolve());
  });
}
