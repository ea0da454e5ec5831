import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LacunaError, messageOf } from '../../graph/errors.ts';
import type { Extractor } from './extractor.ts';
import { loadRuntime } from './neural/runtime.ts';

/** What a module that brings an extractor exports. */
interface ExtractorModule {
  createExtractor(): Extractor | Promise<Extractor>;
}

/** An extractor by name, and the module that brings it. */
export interface ExtractorChoice {
  /** The extractor's own name with its version: part of the cache key. */
  readonly name: string;
  /** Address that a worker can import. */
  readonly module: string;
}

const moduleAt = (path: string): string => new URL(path, import.meta.url).href;

/** Of the rules that all extractors share; raise it with every change of what they find, so that caches are not believed. */
const RULES_VERSION = 3;
const HASH_DIGITS = 8;
/** Of a user's module; it becomes part of a file's name. */
const MAX_MODULE_NAME = 80;

/** The rules' version and the start of each model's hash, as its card tells it: another model is another extractor. */
function versionOf(...cards: string[]): string {
  const hashes = cards.map((card) => {
    const text = readFileSync(new URL(`./models/${card}.json`, import.meta.url), 'utf8');
    return (JSON.parse(text) as { sha256: string }).sha256.slice(0, HASH_DIGITS);
  });
  return [RULES_VERSION, ...hashes].join('-');
}

/** The extractors that come with the program, by the name to ask for them. Known without loading them. */
export const EXTRACTORS = {
  crf: { name: `crf-${versionOf('crf')}`, module: moduleAt('./crf/crf-extractor.ts') },
  neural: { name: `neural-${versionOf('neural', 'crf')}`, module: moduleAt('./neural/neural-extractor.ts') },
  rules: { name: `rules-${versionOf()}`, module: moduleAt('./rule-extractor.ts') },
} as const satisfies Record<string, ExtractorChoice>;

/** What is used where none is asked for. */
export const DEFAULT_EXTRACTOR: ExtractorChoice = EXTRACTORS.crf;

const BUILT_IN: ReadonlySet<string> = new Set(Object.values(EXTRACTORS).map(({ module }) => module));

const loaded = new Map<string, Promise<Extractor>>();

/** Loads an extractor once per thread; the answers of one that isn't ours are checked. Throws `input` where the module brings none. */
export function loadExtractor(module: string): Promise<Extractor> {
  let extractor = loaded.get(module);
  if (!extractor) {
    extractor = importExtractor(module);
    loaded.set(module, extractor);
  }
  return extractor;
}

async function importExtractor(module: string): Promise<Extractor> {
  const exported = (await import(module)) as Partial<ExtractorModule>;
  if (typeof exported.createExtractor !== 'function') {
    throw new LacunaError('input', `${module} exports no createExtractor()`);
  }
  const extractor = await exported.createExtractor();
  if (BUILT_IN.has(module)) return extractor;
  const { checkedExtractor } = await import('./checked-extractor.ts');
  return checkedExtractor(extractor);
}

/**
 * What a user's module is called: never as one of ours, and otherwise when the file changes, so that no cache believes what
 * another one found. What the file imports is not looked at. Throws `input` for a name that is none.
 */
async function nameOfModule(module: string, name: unknown): Promise<string> {
  if (typeof name !== 'string' || name === '' || name.length > MAX_MODULE_NAME) {
    throw new LacunaError('input', `its name is not a text of 1 to ${MAX_MODULE_NAME} characters`);
  }
  const bytes = await readFile(fileURLToPath(module));
  return `module:${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS)}`;
}

/**
 * The extractor that a user asks for: one of `EXTRACTORS`, or the path of a module of theirs that exports
 * `createExtractor()`. Throws `input` where there is none by that name, or it can't be loaded.
 */
export async function chooseExtractor(asked: string | undefined): Promise<ExtractorChoice> {
  if (asked === undefined) return DEFAULT_EXTRACTOR;
  // Told now, not after the files are read.
  if (asked === 'neural') await loadRuntime();
  if (Object.hasOwn(EXTRACTORS, asked)) return EXTRACTORS[asked as keyof typeof EXTRACTORS];
  if (!/[./\\]/.test(asked)) {
    const known = Object.keys(EXTRACTORS).join(', ');
    throw new LacunaError('input', `No extractor '${asked}'. Known: ${known}, or the path of a module.`);
  }
  const module = pathToFileURL(resolve(asked)).href;
  try {
    return { name: await nameOfModule(module, (await loadExtractor(module)).name), module };
  } catch (error) {
    throw new LacunaError('input', `The extractor ${asked} can't be loaded: ${messageOf(error)}`);
  }
}
