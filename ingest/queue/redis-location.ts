import { LacunaError } from '../../graph/errors.ts';

/** Where a queue is; user and password come from the environment, never from the address. */
export interface RedisLocation {
  /** As it may be shown. */
  uri: string;
  host: string;
  port: number;
  database: number;
  isEncrypted: boolean;
  username?: string;
  password?: string;
}

const DEFAULT_PORT = 6379;
const EXAMPLES = 'redis://HOST:6379 or rediss://HOST:6379';

/**
 * Reads `--queue`. User and password come from `REDIS_USERNAME` and `REDIS_PASSWORD` only, since what stands in a
 * command line is seen by every user of the machine. Throws `input`.
 */
export function parseRedis(text: string, env: Readonly<Record<string, string | undefined>>): RedisLocation {
  const uri = text.trim().replace(/\/$/, '');
  if (uri.includes('@')) {
    throw new LacunaError(
      'input',
      'Leave user and password out of the address of the queue: set REDIS_USERNAME and REDIS_PASSWORD instead.',
    );
  }
  const url = /^rediss?:\/\//i.test(uri) && URL.canParse(uri) ? new URL(uri) : null;
  const database = /^\/?(\d{0,3})$/.exec(url?.pathname ?? '-')?.[1];
  if (!url || url.hostname === '' || database === undefined || url.search !== '' || url.hash !== '') {
    throw new LacunaError('input', `"${uri}" is not the address of a queue: use ${EXAMPLES}.`);
  }
  const { REDIS_USERNAME: username, REDIS_PASSWORD: password } = env;
  return {
    uri,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || DEFAULT_PORT),
    database: Number(database),
    isEncrypted: url.protocol === 'rediss:',
    ...(username && { username }),
    ...(password && { password }),
  };
}
