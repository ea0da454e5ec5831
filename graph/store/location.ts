import { resolve } from 'node:path';
import { LacunaError } from '../errors.ts';
import type { StoreLocation } from './store.ts';

const NEO4J_SCHEMES = ['bolt', 'neo4j', 'bolt+s', 'neo4j+s'];
const EXAMPLES = 'file:FOLDER, bolt://HOST:7687, neo4j://HOST:7687, bolt+s://HOST or neo4j+s://HOST';
const DEFAULT_USERNAME = 'neo4j';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `--store`. User and password of a Neo4j server come from `NEO4J_USERNAME` (default `neo4j`) and
 * `NEO4J_PASSWORD` only, since what stands in a command line is seen by every user of the machine.
 * Throws `input`.
 *
 * @example parseLocation('file:.lacuna/graph', process.env) // { kind: 'embedded', folder: '/…/.lacuna/graph' }
 */
export function parseLocation(text: string, env: Environment): StoreLocation {
  const trimmed = text.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === 'file') return parseFolder(trimmed);
  if (scheme !== undefined && NEO4J_SCHEMES.includes(scheme)) return parseServer(trimmed, env);
  const hint = scheme === undefined ? ` For a folder, write file:${trimmed || 'FOLDER'}.` : '';
  throw new LacunaError('input', `"${hideSecrets(trimmed)}" is not a store: use ${EXAMPLES}.${hint}`);
}

function parseFolder(text: string): StoreLocation {
  const path = text.slice('file:'.length).replace(/^\/\/(?=\/)/, '');
  if (path === '' || path.includes('\0')) {
    throw new LacunaError('input', 'The store file: needs the path of a folder, as in file:.lacuna/graph.');
  }
  return { kind: 'embedded', folder: resolve(path) };
}

function parseServer(text: string, env: Environment): StoreLocation {
  if (text.includes('@')) {
    throw new LacunaError(
      'input',
      'Leave user and password out of the address of the store: set NEO4J_USERNAME and NEO4J_PASSWORD instead.',
    );
  }
  if (!URL.canParse(text) || new URL(text).hostname === '') {
    throw new LacunaError('input', `"${text}" is not the address of a server: use ${EXAMPLES}.`);
  }
  const url = new URL(text);
  if ((url.pathname !== '' && url.pathname !== '/') || url.hash !== '') {
    throw new LacunaError('input', `"${text}" has a path: the address of a store ends after host and port.`);
  }
  const password = env.NEO4J_PASSWORD;
  if (password === undefined || password === '') {
    throw new LacunaError('input', `Set NEO4J_PASSWORD to the password of ${text}.`, {
      details: { variable: 'NEO4J_PASSWORD' },
    });
  }
  return {
    kind: 'neo4j',
    uri: text.replace(/\/$/, ''),
    username: env.NEO4J_USERNAME || DEFAULT_USERNAME,
    password,
  };
}

const hideSecrets = (text: string): string => text.replace(/\/\/[^@]*@/, '//…@');
