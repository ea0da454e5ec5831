import { Argument, type Command } from 'commander';
import { SOURCE_NAMES } from '../fetch/source-names.ts';
import {
  cacheOption,
  extractorOption,
  jsonOption,
  maxRejectedOption,
  positiveInteger,
  storeOption,
  yesOption,
} from './options.ts';

/** `lacuna fetch` */
export function addFetch(program: Command): void {
  program
    .command('fetch')
    .description('Get papers by query from a source on the network, and read them into the store')
    .addArgument(new Argument('<source>', 'whom to ask').choices(SOURCE_NAMES))
    .argument('<query>', "what to look for, in the source's own words")
    .addOption(storeOption())
    .option('--max <papers>', 'at most so many papers', positiveInteger)
    .option('--from <year>', 'published in this year or later', positiveInteger)
    .option('--to <year>', 'published in this year or before', positiveInteger)
    .option('--with-abstract', 'only papers with an abstract, where the source can tell')
    .option('--contact <address>', 'your e-mail address, sent to the source with every request')
    .option('--out <file>', 'file to write; one named after the query in .lacuna/fetched when left out')
    .option('--only-save', 'write the file, and leave the store alone')
    .option('--fresh', 'ask for all again, though the file is there')
    .option('--dry-run', 'ask only how many there are, print that and how long it would take, and stop')
    .option(
      '--url <address>',
      'where the interface is, if not at its usual place: https, or http on this machine',
    )
    .option('--threads <number>', 'worker threads for extraction; one a core when left out', positiveInteger)
    .addOption(extractorOption())
    .addOption(yesOption())
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(maxRejectedOption())
    .action(async (source, query, flags) =>
      (await import('./commands/fetch.ts')).runFetch(source, query, flags),
    );
}
