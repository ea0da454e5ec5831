import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { openReader, openWriter } from '../../graph/store/open.ts';
import { javaFor, neo4jClassPath } from './neo4j-jars.ts';
import { type RunningServer, startNeo4j } from './neo4j-process.ts';
import { NEO4J_START_MS, NEO4J_VERSIONS, type Neo4jServer } from './neo4j-server.ts';
import { wipe } from './wipe.ts';

const PROBE_MS = 10_000;

/**
 * Finds or starts Neo4j for the store suites: one that `NEO4J_URI` names, else in Docker, else by Java and
 * Maven. Without any, the tests on Neo4j are skipped, or fail where `CI` is `true`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = (await givenServer()) ?? (await inDocker()) ?? (await byJava());
  if (running.length === 0) {
    const message = 'no Neo4j: set NEO4J_URI and NEO4J_PASSWORD, or have Docker, or Java 17 with Maven';
    if (process.env.CI === 'true') throw new Error(message);
    console.warn(`SKIPPED: all tests on Neo4j: ${message}`);
  }
  project.provide(
    'neo4j',
    running.map(({ server }) => server),
  );
  return async () => {
    await Promise.all(running.map(({ stop }) => stop()));
  };
}

async function givenServer(): Promise<RunningServer[] | null> {
  const { NEO4J_URI: uri, NEO4J_USERNAME: username = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (!uri) return null;
  const server = { name: 'neo4j', uri, username, password };
  await refuseUnlessEmpty(server);
  return [{ server, stop: () => leaveEmpty(server) }];
}

/** The suites wipe the database, so it must be one that nobody misses. */
async function refuseUnlessEmpty({ uri, username, password }: Neo4jServer): Promise<void> {
  const location = { kind: 'neo4j', uri, username, password } as const;
  const reader = await openReader(location, { waitMs: NEO4J_START_MS });
  const { rows } = await reader.read({ text: 'MATCH (n) RETURN count(n)', parameters: {} });
  await reader.close();
  if (rows[0]?.[0] !== 0) {
    throw new Error(
      `The tests wipe the database at NEO4J_URI, and it holds ${rows[0]?.[0]} nodes: empty it first.`,
    );
  }
}

/** As it was found; what is left of a run that crashed must be removed by hand. */
async function leaveEmpty({ uri, username, password }: Neo4jServer): Promise<void> {
  const writer = await openWriter({ kind: 'neo4j', uri, username, password });
  await wipe(writer);
  await writer.close();
}

async function inDocker(): Promise<RunningServer[] | null> {
  const answers = spawnSync('docker', ['info'], { stdio: 'ignore', timeout: PROBE_MS }).status === 0;
  if (!answers) return null;
  const { Neo4jContainer } = await import('@testcontainers/neo4j');
  return Promise.all(
    NEO4J_VERSIONS.map(async (version) => {
      const container = await new Neo4jContainer(`neo4j:${version}`)
        .withStartupTimeout(NEO4J_START_MS)
        .start();
      const server = {
        name: `neo4j ${version}`,
        uri: container.getBoltUri(),
        username: container.getUsername(),
        password: container.getPassword(),
      };
      return { server, stop: async () => void (await container.stop()) };
    }),
  );
}

async function byJava(): Promise<RunningServer[]> {
  const started = await Promise.all(
    NEO4J_VERSIONS.map(async (version) => {
      const java = await javaFor(version);
      if (java === null) return skip(version, 'its Java is not to be had');
      try {
        return await startNeo4j(version, java, await neo4jClassPath(version));
      } catch (error) {
        return skip(version, String(error).split('\n')[0]!);
      }
    }),
  );
  return started.filter((one) => one !== null);
}

function skip(version: string, reason: string): null {
  const message = `tests on Neo4j ${version}: ${reason}`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
  return null;
}
