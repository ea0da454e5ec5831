import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerArxiv } from './answers/arxiv.ts';
import { answerCrossref } from './answers/crossref.ts';
import { answerOpenAlex } from './answers/openalex.ts';
import { answerPubmed } from './answers/pubmed.ts';
import { answerSemanticScholar } from './answers/semantic-scholar.ts';
import type { AskedRequest, StubAnswer } from './answers/stub-answer.ts';

/** Takes a request before the interface answers it; `at` counts requests from 0. True where it has answered. */
export type Fault = (
  request: AskedRequest,
  response: ServerResponse,
  at: number,
) => boolean | Promise<boolean>;

export interface SourceServer {
  /** Base address of an interface, as a setting takes it. */
  url: (source: string) => string;
  requests: AskedRequest[];
  /** Most requests that were under way at the same time. */
  mostAtOnce: () => number;
  fault: Fault;
  /** Papers that every query finds. */
  papers: number;
  close(): Promise<void>;
}

const ANSWERS: Record<string, (request: AskedRequest, papers: number) => StubAnswer> = {
  openalex: answerOpenAlex,
  arxiv: answerArxiv,
  pubmed: answerPubmed,
  'semantic-scholar': answerSemanticScholar,
  crossref: answerCrossref,
};

/** The five interfaces on loopback, each as strict about its parameters and as odd in its paging as the real one. */
export async function startSources(papers = 25): Promise<SourceServer> {
  let now = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    now += 1;
    most = Math.max(most, now);
    response.once('close', () => {
      now -= 1;
    });
    const url = new URL(request.url ?? '', 'http://stub');
    const [, name = '', ...rest] = url.pathname.split('/');
    const asked = { path: `/${rest.join('/')}`, parameters: url.searchParams, headers: request.headers };
    self.requests.push(asked);
    if (await self.fault(asked, response, self.requests.length - 1)) return;
    const answer = ANSWERS[name]?.(asked, self.papers) ?? { status: 404, type: 'text/plain', body: 'no' };
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const self: SourceServer = {
    url: (source) => `http://127.0.0.1:${port}/${source}`,
    requests: [],
    mostAtOnce: () => most,
    fault: () => false,
    papers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** Answers the first requests, so many, with this status. */
export const failing =
  (times: number, status: number, headers: Record<string, string> = {}): Fault =>
  (_request, response, at) => {
    if (at >= times) return false;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"message":"later"}');
    return true;
  };

/** Answers everything from this request on with this. */
export const saying =
  (body: string | Buffer, headers: Record<string, string>, from = 0): Fault =>
  (_request, response, at) => {
    if (at < from) return false;
    response.writeHead(200, headers).end(body);
    return true;
  };
