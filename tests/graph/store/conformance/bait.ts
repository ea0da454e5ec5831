import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { isLacunaError, type LacunaError, messageOf } from '../../../../graph/errors.ts';
import type { AskMode, StoreReader } from '../../../../graph/store/store.ts';
import { ASK, statement } from './fixture.ts';

const SECRET = 'secret-that-must-not-be-read';
const FILE = 'secret.csv';
/** Of the parameters that the statements speak of. */
const KEY = 'title';

export interface Bait {
  /** What became of a hostile statement: why it was turned down, or its answer. */
  fate(store: StoreReader, text: string, mode?: AskMode): Promise<LacunaError | string>;
  /** Throws when someone took it. */
  untouched(): Promise<void>;
}

/** A file to be read, a folder to be written to and a server to be visited, for the suite that calls this. */
export function bait(): Bait {
  let folder = '';
  let server: Server;
  let visits = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-secret-'));
    await writeFile(join(folder, FILE), `${SECRET}\n`);
    server = createServer((_, response) => {
      visits++;
      response.end(`${SECRET}\n`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    fate: async (store, text, mode = 'run') => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const aimed = text
        .replaceAll('<file>', join(folder, FILE).slice(1))
        .replaceAll('<folder>', folder)
        .replaceAll('<url>', url);
      const parameters = { key: KEY, url: `${url}/${FILE}`, name: 'paper_year', ids: ['x'] };
      const given = /\$(?:key|url|name|ids)\b/.test(aimed) ? parameters : {};
      try {
        return `answered: ${JSON.stringify(await store.ask(statement(aimed, given), { ...ASK, mode }))}`;
      } catch (error) {
        expect(messageOf(error)).not.toContain(SECRET);
        return isLacunaError(error) ? error : `threw ${error}`;
      }
    },
    untouched: async () => {
      expect(visits).toBe(0);
      expect(await readdir(folder)).toEqual([FILE]);
    },
  };
}
