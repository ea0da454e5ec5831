import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { buildApp } from '../../../graph/server/app.ts';
import { parseConfig } from '../../../graph/server/config.ts';
import { withInterrupt } from '../interrupt.ts';
import { createMcpServer } from '../mcp/mcp-server.ts';
import { locate, openForReading, say } from '../session.ts';

export interface McpFlags {
  store?: string;
}

/**
 * Serves a store to one program until that ends the input, or until the process is told to stop. Nothing but messages
 * of the protocol goes to standard output. There is no desk, so nothing can be changed.
 */
export async function runMcp(flags: McpFlags): Promise<void> {
  const config = parseConfig(process.env);
  const store = await withInterrupt((signal) => openForReading(locate(flags.store), signal));
  try {
    const ended = inputEnded();
    const app = await buildApp({ store, config });
    try {
      const { server, settled } = createMcpServer(app, config);
      server.onerror = (error) => say(`lacuna mcp: ${error.message}`);
      const closed = new Promise<void>((resolve) => {
        server.onclose = resolve;
      });
      await app.ready();
      await server.connect(new StdioServerTransport());
      await Promise.race([ended, closed]);
      // Who sends all at once and closes the pipe still reads the answers.
      await settled(config.closeMs);
      await server.close();
    } finally {
      await app.close();
    }
  } finally {
    await store.close();
  }
}

/** Resolves when nobody will ask any more. */
function inputEnded(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => resolve();
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    process.stdin.once('end', end);
    process.stdin.once('close', end);
    process.stdout.once('error', end);
  });
}
