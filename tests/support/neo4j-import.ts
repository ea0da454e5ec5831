import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { openReader } from '../../graph/store/open.ts';
import { javaFor, neo4jClassPath } from './neo4j-jars.ts';
import { type MoreOfServer, type RunningServer, startNeo4j } from './neo4j-process.ts';
import { NEO4J_START_MS } from './neo4j-server.ts';

const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `server.jvm.additional=--add-opens=java.base/${name}=ALL-UNNAMED`,
);

export interface ImportedServer extends RunningServer {
  /** Of `neo4j-admin database import full` alone, and of what is to be run after it. */
  seconds: { admin: number; after: number };
}

/** A Neo4j started on what was imported from a folder that `lacuna export --for neo4j-admin` wrote; null without its Java. */
export async function startImported(
  version: string,
  folder: string,
  more: Pick<MoreOfServer, 'java'> = {},
): Promise<ImportedServer | null> {
  const java = await javaFor(version);
  if (java === null) return null;
  const classPath = await neo4jClassPath(version);
  const seconds = { admin: 0, after: 0 };
  const before = async (home: string): Promise<void> => {
    const command = ['database', 'import', 'full', '@import.args', '--overwrite-destination=true', 'neo4j'];
    const started = performance.now();
    await promisify(execFile)(
      java,
      ['-cp', classPath, 'org.neo4j.server.startup.Neo4jAdminCommand', ...command],
      {
        cwd: folder,
        env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf'), HEAP_SIZE: '1g' },
        maxBuffer: 2 ** 26,
      },
    );
    seconds.admin = (performance.now() - started) / 1000;
  };
  const running = await startNeo4j(version, java, classPath, { ...more, before, settings: OPENED });
  try {
    const { uri, username, password } = running.server;
    await (await openReader({ kind: 'neo4j', uri, username, password }, { waitMs: NEO4J_START_MS })).close();
    const started = performance.now();
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
    const session = driver.session();
    const text = await readFile(join(folder, 'after-import.cypher'), 'utf8');
    for (const statement of text.split(/;\n/).filter((part) => part.trim() !== ''))
      await session.run(statement);
    await session.run('CALL db.awaitIndexes()');
    await driver.close();
    seconds.after = (performance.now() - started) / 1000;
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { ...running, seconds };
}
