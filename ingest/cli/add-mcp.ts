import type { Command } from 'commander';
import { storeOption } from './options.ts';

/** `lacuna mcp` */
export function addMcp(program: Command): void {
  program
    .command('mcp')
    .description('Answer programs that speak the Model Context Protocol, over standard input and output')
    .addOption(storeOption())
    .action(async (options) => (await import('./commands/mcp.ts')).runMcp(options));
}
