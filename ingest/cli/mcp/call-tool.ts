import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { FastifyInstance } from 'fastify';
import inject from 'light-my-request';
import { errorSchema } from '../../../graph/contract.ts';
import { LacunaError } from '../../../graph/errors.ts';
import { whatIsWrong } from '../../../graph/server/validation.ts';
import { bounded } from './bounded.ts';
import type { Tool } from './tool.ts';

/** Calls a tool; throws what the route refused, as `LacunaError`. The answer takes at most so many bytes. */
export async function callTool(
  app: FastifyInstance,
  tool: Tool,
  given: unknown,
  bytes: number,
  signal: AbortSignal,
): Promise<CallToolResult> {
  const checked = tool.input.safeParse(given, { reportInput: true });
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    throw new LacunaError('input', whatIsWrong(tool.input, issue, 'call'), {
      details: { in: 'arguments', field: issue.path.join('.') },
    });
  }
  const { request, answer } = tool.plan(given);
  const { method, url, payload } = request;
  const reply = await inject(
    (incoming, outgoing) => {
      // As of a client that goes away, so that what it asked for is stopped. NOTE: `app.inject` can't do that.
      const leave = () => outgoing.destroy();
      signal.addEventListener('abort', leave, { once: true });
      outgoing.once('close', () => signal.removeEventListener('abort', leave));
      app.routing(incoming, outgoing);
    },
    { method, url, ...(payload && { payload }) },
  );
  const body: unknown = JSON.parse(reply.body);
  if (reply.statusCode !== 200) {
    const { code, message, details } = errorSchema.parse(body).error;
    throw new LacunaError(code, message, { details });
  }
  const { kept, leftOut } = bounded(answer(body), bytes);
  const structured = tool.output.parse({ ...kept, leftOut });
  return {
    content: [{ type: 'text', text: [tool.text(kept), ...leftOut.map(cutLine)].join('\n') }],
    structuredContent: structured,
  };
}

const cutLine = ({ list, kept, of }: { list: string; kept: number; of: number }): string =>
  `Cut: ${list} has ${kept} of ${of}.`;
