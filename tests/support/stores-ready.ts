import { beforeAll, inject } from 'vitest';
import { openReader } from '../../graph/store/open.ts';
import { NEO4J_START_MS } from './neo4j-server.ts';

/** The servers start while other tests run; here is where the store suites wait for them. */
beforeAll(async () => {
  for (const { uri, username, password } of inject('neo4j')) {
    const location = { kind: 'neo4j', uri, username, password } as const;
    await (await openReader(location, { waitMs: NEO4J_START_MS })).close();
  }
}, 2 * NEO4J_START_MS);
