import type { Command } from 'commander';
import { jsonOption, plannerOption, storeOption, timeoutOption } from './options.ts';

/** `lacuna ask` */
export function addAsk(program: Command): void {
  program
    .command('ask')
    .description('Answer a question in plain words, with the papers and sentences that say so')
    .argument('<question>', 'the question, in English')
    .addOption(storeOption())
    .addOption(plannerOption())
    .addOption(timeoutOption())
    .addOption(jsonOption())
    .action(async (question, options) => (await import('./commands/ask.ts')).runAsk(question, options));
}
