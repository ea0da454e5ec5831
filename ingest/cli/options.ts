import { InvalidArgumentError, Option } from 'commander';
import { ALGORITHMS, LOUVAIN_RUNNERS } from '../../graph/schema.ts';
import type { Value } from '../../graph/store/store.ts';
import { EXTRACTORS } from '../extract/extractor-module.ts';

/** Where graphs are kept when nobody says otherwise, beside the user's files. */
export const DEFAULT_STORE = 'file:.lacuna/graph';
export const SAMPLE_STORE = 'file:.lacuna/sample';
export const DEFAULT_QUERY_SECONDS = 30;

export const storeOption = (): Option =>
  new Option(
    '--store <location>',
    'file:FOLDER, bolt://, neo4j:// or neo4j+s://; user and password come from NEO4J_USERNAME and NEO4J_PASSWORD',
  ).env('LACUNA_STORE');

export const jsonOption = (): Option => new Option('--json', 'print one JSON object on standard output');

export const extractorOption = (): Option =>
  new Option(
    '--extractor <name>',
    `${Object.keys(EXTRACTORS).join(', ')}, llm (a language model), or the path of a module`,
  );

export const yesOption = (): Option =>
  new Option('--yes', 'with --extractor llm: go on whatever it is estimated to cost');

export const dryRunOption = (): Option =>
  new Option('--dry-run', 'with --extractor llm: print what it would cost, and stop');

export const editableOption = (): Option =>
  new Option(
    '--editable',
    'let whoever reaches the explorer judge gaps, name themes, analyse again, add and remove papers, from other machines too',
  );

export const openAccessOption = (): Option =>
  new Option('--open-access', 'with --host: let whoever reaches the explorer in, though no token is set');

export const cacheOption = (): Option =>
  new Option('--cache <folder>', 'where extractions are kept between runs');

export const queueOption = (): Option =>
  new Option(
    '--queue <address>',
    'redis:// or rediss://, where workers take their work; user and password come from REDIS_USERNAME and REDIS_PASSWORD',
  );

export const maxRejectedOption = (): Option =>
  new Option('--max-rejected <share>', 'fail when more than this share of the entries is rejected').argParser(
    share,
  );

/** How files are read, for every command that takes some. */
export const readOptions = (): Option[] => [
  extractorOption(),
  yesOption(),
  new Option('--format <name>', 'read all files as this format instead of by content'),
  new Option('--columns <map>', 'CSV and TSV: field=header pairs, such as title=Article,abstract=Text'),
  new Option('--encoding <name>', 'text encoding, when the guess is wrong'),
  maxRejectedOption(),
];

/** How themes are found, for every command that finds some. */
export const analysisOptions = (): Option[] => [
  new Option('--algorithm <name>', 'how themes are found').choices(ALGORITHMS),
  new Option(
    '--louvain <by>',
    "who runs it: Lacuna (own), Neo4j's Graph Data Science library (gds), or that where it is installed (auto)",
  ).choices(LOUVAIN_RUNNERS),
  new Option('--resolution <number>', 'higher gives more, smaller themes').argParser(Number),
  new Option('--runs <number>', 'seeded runs that the themes are the consensus of').argParser(
    positiveInteger,
  ),
  new Option('--seed <number>', 'seed of the random generator').argParser(Number),
];

/** Who reads a question. */
export const plannerOption = (): Option =>
  new Option('--by <reader>', 'model: let the language model that is set in the environment write the plan')
    .choices(['words', 'model'])
    .default('words');

export const timeoutOption = (): Option =>
  new Option('--timeout <seconds>', 'stop the query after so long')
    .argParser(positiveInteger)
    .default(DEFAULT_QUERY_SECONDS);

export const paramOption = (): Option =>
  new Option('--param <name=value>', 'a parameter, read as JSON, else as text; give it again for more')
    .argParser((text: string, before: Record<string, Value> = {}) => {
      const at = text.indexOf('=');
      if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
      return { ...before, [text.slice(0, at)]: jsonOrText(text.slice(at + 1)) };
    })
    .default({});

function jsonOrText(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}

const MOST_PORT = 65_535;

/** 0 is any free port, as in the settings. */
export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > MOST_PORT) {
    throw new InvalidArgumentError(`Give a whole number from 0 (any free port) to ${MOST_PORT}.`);
  }
  return value;
}

/** Whole numbers from 1 with commas between. */
export const wholeNumbers = (text: string): number[] => text.split(',').map(positiveInteger);

export function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give a number from 0 to 1.');
  return value;
}
