import type { Command } from 'commander';
import { extractorOption, jsonOption, storeOption } from './options.ts';

/** The commands that take papers out of a store again, and keep it safe. */
export function addKeeping(program: Command): void {
  for (const add of [addRemove, addBackup, addRestore, addCheck, addMigrate]) add(program);
}

function addBackup(program: Command): void {
  program
    .command('backup')
    .description('Write all that a store holds into one file')
    .argument('<file>', 'the file to write')
    .addOption(storeOption())
    .option('--verify', 'read this backup through instead, and say whether it is whole')
    .option('--replace', 'put the backup in place of a file of that name')
    .addOption(jsonOption())
    .action(async (file, flags) => (await import('./commands/backup.ts')).runBackup(file, flags));
}

function addRestore(program: Command): void {
  program
    .command('restore')
    .description('Make a store from a backup, or an embedded one again from its journal')
    .argument('[file]', 'the backup')
    .addOption(storeOption())
    .option('--journal', 'build the embedded store again from the journal beside it')
    .option('--replace', 'put the backup in place of what the store holds')
    .addOption(jsonOption())
    .action(async (file, flags) => (await import('./commands/restore.ts')).runRestore(file, flags));
}

function addCheck(program: Command): void {
  program
    .command('check')
    .description('Say whether a store is whole, as it was written, and of this version')
    .addOption(storeOption())
    .option('--journal', 'build the store once more from its journal, and compare the two')
    .option('--strict', 'fail too where the journal beside the store is damaged, lags behind or is missing')
    .addOption(jsonOption())
    .action(async (flags) => (await import('./commands/check.ts')).runCheck(flags));
}

function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Make the graph of an older version anew from the papers in it; notes and decisions stay')
    .addOption(storeOption())
    .addOption(extractorOption())
    .addOption(jsonOption())
    .action(async (flags) => (await import('./commands/migrate.ts')).runMigrate(flags));
}

function addRemove(program: Command): void {
  program
    .command('remove')
    .description('Take what a source tells out of the store again; papers of no other source go')
    .argument('[source]', 'the file, by the name that papers have in `sources`')
    .addOption(storeOption())
    .option('--undo <id>', 'take a change back, by the id that it was told with')
    .option('--dry-run', 'print what would go, and stop')
    .addOption(extractorOption())
    .addOption(jsonOption())
    .action(async (source, flags) => (await import('./commands/remove.ts')).runRemove(source, flags));
}
