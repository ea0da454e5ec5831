import { setImmediate } from 'node:timers/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../../../graph/server/config.ts';
import { toAnswer } from '../../../graph/server/errors.ts';
import { programVersion } from '../version.ts';
import { callTool } from './call-tool.ts';
import { INSTRUCTIONS } from './graph-words.ts';
import { describeTool } from './tool.ts';
import { TOOLS } from './tools.ts';

export interface OpenMcpServer {
  server: McpServer['server'];
  /** Resolves when every call is answered, and at the latest after so many milliseconds. */
  settled(patienceMs: number): Promise<void>;
}

/**
 * The tools over a server of ours. A call goes through the route of that server, so that checks, limits and answers are
 * those of HTTP.
 */
export function createMcpServer(app: FastifyInstance, config: ServerConfig): OpenMcpServer {
  // NOTE: the handlers are ours, since the SDK's own would tell mistakes in other words than the routes do.
  const { server } = new McpServer(
    { name: 'lacuna', title: 'Lacuna', version: programVersion() },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const underway = new Set<Promise<unknown>>();
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(describeTool) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) => {
    const tool = TOOLS.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name.slice(0, 40)}.`);
    const call = callTool(app, tool, params.arguments ?? {}, config.mcpBytes, signal).catch(failure);
    underway.add(call);
    return call.finally(() => underway.delete(call));
  });
  return {
    server,
    async settled(patienceMs) {
      let patience: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, patienceMs);
      });
      // Messages that were read are handed on, and answers written, a turn later.
      await setImmediate();
      await Promise.race([Promise.all(underway), late]);
      clearTimeout(patience);
      await setImmediate();
    },
  };
}

/** What went wrong, by our code and message, as an answer that whoever called can mend. */
function failure(error: unknown): CallToolResult {
  const { body } = toAnswer(error);
  return {
    isError: true,
    content: [{ type: 'text', text: `${body.error.code}: ${body.error.message}` }],
    _meta: { error: body.error },
  };
}
