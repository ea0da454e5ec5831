import { errorSchema } from '../../../graph/contract.ts';
import type { FuzzRequest } from './requests.ts';

/** Documented answers that say that it is us who can't, and why. */
const OURS = new Set([503, 504, 507]);
/** Anything of this machine or of the program's insides. */
const LEAKS = /\bat \S+ \(|node_modules|\.ts:\d+|\/(?:work|home|usr|tmp|root)\/|node:internal/;

export interface FuzzAnswer {
  statusCode: number;
  body: string;
}

/** Null: it can't be sent this way. */
export type Send = (request: FuzzRequest) => Promise<FuzzAnswer | null>;

/** Sends it and throws where the answer is not one that a stranger may get; resolves to whether it was refused. */
export async function checkAnswer(send: Send, request: FuzzRequest): Promise<boolean> {
  const answer = await send(request);
  if (answer === null) return false;
  const { statusCode: status, body } = answer;
  const said = () => `${request.method} ${request.url.slice(0, 300)} ${status}: ${body.slice(0, 600)}`;
  if (status < 200 || (status >= 500 && !OURS.has(status))) throw new Error(said());
  if (status < 400) return false;
  if (LEAKS.test(body.replaceAll(request.url, ''))) throw new Error(`a leak: ${said()}`);
  if (request.method !== 'HEAD' && !errorSchema.safeParse(JSON.parse(body)).success) {
    throw new Error(`not the shape of errors: ${said()}`);
  }
  return true;
}
