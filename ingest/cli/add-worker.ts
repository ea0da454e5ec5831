import type { Command } from 'commander';
import { extractorOption, jsonOption, positiveInteger, queueOption, storeOption } from './options.ts';

/** `lacuna worker` */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('Extract papers that an ingest with --queue asks for, until it is told to stop')
    .addOption(queueOption().env('LACUNA_REDIS'))
    .addOption(storeOption())
    .addOption(extractorOption())
    .option('--threads <number>', 'threads that extract; one a core when left out', positiveInteger)
    .addOption(jsonOption())
    .action(async (options) => (await import('./commands/worker.ts')).runWorker(options));
}
