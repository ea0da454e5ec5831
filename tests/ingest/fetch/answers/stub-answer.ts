/** What a source is asked, and what it answers. */
import type { IncomingHttpHeaders } from 'node:http';

export interface AskedRequest {
  path: string;
  parameters: URLSearchParams;
  headers: IncomingHttpHeaders;
}

export interface StubAnswer {
  status?: number;
  type: string;
  body: string;
}
