import { Argument, Command, CommanderError, Option } from 'commander';
import { diskFull, isDiskFull } from '../../graph/disk-full.ts';
import { type ErrorCode, isLacunaError, type LacunaError, messageOf } from '../../graph/errors.ts';
import { GAP_KINDS } from '../../graph/schema.ts';
import { addAsk } from './add-ask.ts';
import { addFetch } from './add-fetch.ts';
import { addKeeping } from './add-keeping.ts';
import { addMcp } from './add-mcp.ts';
import { addWorker } from './add-worker.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { Interrupted } from './interrupt.ts';
import {
  analysisOptions,
  cacheOption,
  dryRunOption,
  editableOption,
  extractorOption,
  jsonOption,
  openAccessOption,
  paramOption,
  portNumber,
  positiveInteger,
  queueOption,
  readOptions,
  storeOption,
  timeoutOption,
  wholeNumbers,
  yesOption,
} from './options.ts';
import { programVersion } from './version.ts';

/** Builds the program. Commands load their code when they run, so that `--help` and `query` start fast. */
export function createProgram(): Command {
  const program = new Command('lacuna')
    .description('A knowledge-graph explorer for research literature: abstracts in, themes and gaps out.')
    .version(programVersion())
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();

  for (const add of [
    addStart,
    addIngest,
    addFetch,
    addAnalyse,
    addThemes,
    addGaps,
    addServe,
    addQuery,
    addAsk,
    addMcp,
    addExport,
    addDecide,
    addExtract,
    addBacktest,
    addKeeping,
    addWorker,
  ])
    add(program);
  return program;
}

function addStart(program: Command): void {
  const start = program
    .command('start')
    .description('Ingest files (the sample corpus when there are none), analyse, and serve the explorer')
    .argument('[files...]', 'files of abstracts, any mix of formats')
    .addOption(storeOption())
    .option('--port <number>', 'port to listen on; 0 for any free one', portNumber)
    .option('--host <address>', 'address to listen on')
    .addOption(editableOption())
    .addOption(openAccessOption())
    .option('--once', 'stop after analysing; do not serve')
    .addOption(jsonOption())
    .action(async (files, options) => (await import('./commands/start.ts')).runStart(files, options));
  addAll(start, readOptions());
}

function addIngest(program: Command): void {
  const ingest = program
    .command('ingest')
    .description('Read files of abstracts into the store')
    .argument('<files...>', 'files of abstracts, any mix of formats; gzip is fine')
    .addOption(storeOption())
    .option('--threads <number>', 'worker threads for extraction; one a core when left out', positiveInteger)
    .addOption(queueOption())
    .addOption(cacheOption())
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .action(async (files, options) => (await import('./commands/ingest.ts')).runIngest(files, options));
  addAll(ingest, readOptions());
}

function addAnalyse(program: Command): void {
  const analyse = program
    .command('analyse')
    .description('Find themes and gaps, lay the map out, and write all back to the store')
    .addOption(storeOption())
    .addOption(jsonOption())
    .action(async (options) => (await import('./commands/analyse.ts')).runAnalyse(options));
  addAll(analyse, analysisOptions());
}

function addThemes(program: Command): void {
  const themes = program
    .command('themes')
    .description('Print the themes of a store; with other settings, those that they would give')
    .addOption(storeOption())
    .addOption(jsonOption())
    .action(async (options) => (await import('./commands/themes.ts')).runThemes(options));
  addAll(themes, analysisOptions());
}

function addGaps(program: Command): void {
  const gaps = program
    .command('gaps')
    .description('Print the gaps of a store, kind by kind')
    .addOption(storeOption())
    .addOption(new Option('--kind <name>', 'only gaps of this kind').choices(GAP_KINDS))
    .option('--limit <gaps>', 'at most so many of a kind', positiveInteger)
    .addOption(jsonOption())
    .action(async (options) => (await import('./commands/gaps.ts')).runGaps(options));
  addAll(gaps, analysisOptions());
}

function addServe(program: Command): void {
  program
    .command('serve')
    .description('Serve the explorer from a store')
    .addOption(storeOption())
    .option('--port <number>', 'port to listen on; 0 for any free one', portNumber)
    .option('--host <address>', 'address to listen on')
    .addOption(editableOption())
    .addOption(openAccessOption())
    .addOption(jsonOption())
    .action(async (options) => (await import('./commands/serve.ts')).runServe(options));
}

function addQuery(program: Command): void {
  program
    .command('query')
    .description('Run a read-only Cypher statement')
    .argument('<cypher>', 'the statement')
    .addOption(storeOption())
    .addOption(paramOption())
    .option('--limit <rows>', 'at most so many rows', positiveInteger, 1000)
    .addOption(timeoutOption())
    .addOption(jsonOption())
    .action(async (cypher, options) => (await import('./commands/query.ts')).runQuery(cypher, options));
}

function addExport(program: Command): void {
  program
    .command('export')
    .description('Write the graph as a file that other tools read')
    .addOption(storeOption())
    .addOption(new Option('--format <name>', 'what to write').choices(EXPORT_FORMATS).default('json'))
    .option('--out <file>', 'file to write; standard output when left out')
    .addOption(
      new Option('--for <tool>', 'a folder for the bulk import of Neo4j, in place of a file').choices([
        'neo4j-admin',
      ]),
    )
    .argument('[folder]', 'with --for: an empty or new folder')
    .addOption(jsonOption())
    .action(async (folder, options) =>
      (await import('./commands/export.ts')).runExport({ ...options, folder }),
    );
}

function addDecide(program: Command): void {
  program
    .command('decide')
    .description('Keep decisions about concepts in the store; the next ingest replays them')
    .addArgument(
      new Argument('<action>', 'what to do').choices(['add', 'list', 'remove', 'import', 'export']),
    )
    .argument(
      '[what]',
      'the file to add: JSON or JSON Lines of decisions; the id to remove; the VOSviewer thesaurus to import or to write',
    )
    .addOption(storeOption())
    .addOption(jsonOption())
    .action(async (action, what, flags) =>
      (await import('./commands/decide.ts')).runDecide(action, what, flags),
    );
}

function addExtract(program: Command): void {
  program
    .command('extract')
    .description('Print what the extractor finds in each record of a file, one JSON object a line')
    .argument('<file>', 'JSON Lines of {id, title?, abstract}')
    .addOption(jsonOption())
    .addOption(extractorOption())
    .addOption(cacheOption())
    .addOption(yesOption())
    .addOption(dryRunOption())
    .action(async (file, flags) => (await import('./commands/extract.ts')).runExtract(file, flags));
}

function addBacktest(program: Command): void {
  const backtest = program
    .command('backtest')
    .description('Test on earlier years how well gaps between concepts were foreseen')
    .argument('[files...]', 'files of abstracts; the papers of the store when there are none')
    .option('--cuts <years>', 'last years that are taken as known, such as 2008,2011,2014', wholeNumbers)
    .option('--horizons <years>', 'years after a cut in which a pair may meet, such as 1,3,5', wholeNumbers)
    .option('--seed <number>', 'seed of the random generator', Number)
    .addOption(storeOption())
    .option('--threads <number>', 'worker threads for extraction; one a core when left out', positiveInteger)
    .addOption(cacheOption())
    .addOption(jsonOption())
    .action(async (files, flags) => (await import('./commands/backtest.ts')).runBacktest(files, flags));
  addAll(backtest, readOptions());
}

function addAll(command: Command, options: readonly Option[]): void {
  for (const option of options) command.addOption(option);
}

/** Runs the program; returns the exit code. Answers go to standard output, all else to standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  process.stdout.on('error', ignoreClosedPipe);
  try {
    await createProgram().parseAsync(argv, { from: 'user' });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (thrown) {
    const error = inWords(thrown);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      if (json) printError('input', error.message.replace(/^error: /, ''));
      return EXIT.input;
    }
    process.stderr.write(`${error instanceof Interrupted ? '' : 'lacuna: '}${messageOf(error)}\n`);
    if (error instanceof Interrupted) {
      if (json) printError('interrupted', messageOf(error));
      // What was left alone (a wait for a server, a worker) must not keep the process.
      process.exit(EXIT.interrupted);
    }
    if (!isLacunaError(error) && error instanceof Error && process.env.LACUNA_DEBUG) {
      process.stderr.write(`${error.stack}\n`);
    }
    if (json) {
      const known = isLacunaError(error);
      printError(known ? error.code : 'internal', messageOf(error), known ? error.details : {});
    }
    return exitCodeOf(error);
  }
}

/** The system says no more than that there is no room. */
function inWords(error: unknown): unknown {
  if (isLacunaError(error) || !isDiskFull(error)) return error;
  const advice = 'Make room there, then run the same again: what was finished is kept.';
  return diskFull(`The disk is full (${messageOf(error)}). ${advice}`, error);
}

/** Who has read enough (`| head`) closes the pipe; the work itself goes on to its end. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function printError(
  code: ErrorCode | 'interrupted',
  message: string,
  details: LacunaError['details'] = {},
): void {
  process.stdout.write(`${JSON.stringify({ error: { code, message, details } })}\n`);
}
