import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown> & { messages: { role: string; content: string }[] };
  /** The text that the user's message holds. */
  text: { title?: string; abstract?: string };
}

/** Answers one request; `at` counts them from 0. */
export type StubHandler = (
  request: StubRequest,
  response: ServerResponse,
  at: number,
) => void | Promise<void>;

export interface StubServer {
  /** `http://127.0.0.1:PORT/v1` */
  url: string;
  requests: StubRequest[];
  /** Most requests that were under way at the same time. */
  mostAtOnce: () => number;
  close(): Promise<void>;
}

/** An OpenAI-compatible server on loopback that does as it is told. */
export async function startStub(handler: StubHandler): Promise<StubServer> {
  const requests: StubRequest[] = [];
  let now = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    now += 1;
    most = Math.max(most, now);
    response.once('close', () => {
      now -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as StubRequest['body'];
    const user = body.messages.find(({ role }) => role === 'user')!;
    const seen = {
      path: request.url ?? '',
      headers: request.headers,
      body,
      text: JSON.parse(user.content) as StubRequest['text'],
    };
    requests.push(seen);
    await handler(seen, response, requests.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A chat answer with these words of the model. */
export function say(response: ServerResponse, content: unknown, more: Record<string, unknown> = {}): void {
  const words = typeof content === 'string' ? content : JSON.stringify(content);
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: words } }],
      usage: { prompt_tokens: 900, completion_tokens: 100 },
      ...more,
    }),
  );
}

export const fail = (
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, headers).end('{"error":{"message":"no"}}');
};
