import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import { openWriter, type StoreOptions } from '../../graph/store/open.ts';
import type { StoreLocation, StoreWriter } from '../../graph/store/store.ts';
import { NEO4J_START_MS, type Neo4jServer } from './neo4j-server.ts';
import { wipe } from './wipe.ts';

export interface OpenedStore {
  writer: StoreWriter;
  location: StoreLocation;
  /** Closes the writer and removes what it wrote. */
  cleanup: () => Promise<void>;
}

export interface StoreFactory {
  name: string;
  available: boolean;
  /** An empty store; on Neo4j there is one at a time. */
  open: (options?: StoreOptions) => Promise<OpenedStore>;
}

const embedded: StoreFactory = {
  name: 'embedded',
  available: true,
  open: async (options) => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-store-'));
    const location = { kind: 'embedded', folder } as const;
    const writer = await openWriter(location, options);
    const cleanup = async (): Promise<void> => {
      await writer.close();
      await rm(folder, { recursive: true, force: true });
    };
    return { writer, location, cleanup };
  },
};

const onServer = ({ name, uri, username, password }: Neo4jServer): StoreFactory => ({
  name,
  available: true,
  open: async (options) => {
    const location = { kind: 'neo4j', uri, username, password } as const;
    const writer = await openWriter(location, { waitMs: NEO4J_START_MS, ...options });
    await wipe(writer);
    return { writer, location, cleanup: () => writer.close() };
  },
});

const servers = inject('neo4j') ?? [];

/** Every kind of store that there is on this machine, and what there is not, for skipping it by name. */
export const STORES: readonly StoreFactory[] = [
  embedded,
  ...servers.map(onServer),
  ...(servers.length > 0 ? [] : [{ name: 'neo4j', available: false, open: () => Promise.reject() }]),
];

/** What differs between versions of Neo4j is the conformance suite's to find, so other suites run on one of them. */
const [FIRST_SERVER] = servers;
/** False of the second and further versions of Neo4j. */
export const isFirstOfItsKind = ({ name }: StoreFactory): boolean =>
  FIRST_SERVER === undefined || name === 'embedded' || name === FIRST_SERVER.name;

export const ONE_OF_A_KIND: readonly StoreFactory[] = STORES.filter(isFirstOfItsKind);

function describeOn(
  stores: readonly StoreFactory[],
  name: string,
  suite: (factory: StoreFactory) => void,
): void {
  for (const factory of stores) {
    describe.skipIf(!factory.available)(`${name} (${factory.name})`, () => suite(factory));
  }
}

/** Runs a suite on the embedded store and on one Neo4j; files with such suites run one after the other. */
export function describeStores(name: string, suite: (factory: StoreFactory) => void): void {
  describeOn(ONE_OF_A_KIND, name, suite);
}

/** As `describeStores`, on every version of Neo4j there is. */
export function describeEveryStore(name: string, suite: (factory: StoreFactory) => void): void {
  describeOn(STORES, name, suite);
}
