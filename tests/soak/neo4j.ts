import { javaFor, neo4jClassPath } from '../support/neo4j-jars.ts';
import { type MoreOfServer, type RunningServer, startNeo4j } from '../support/neo4j-process.ts';
import { NEO4J_VERSIONS } from '../support/neo4j-server.ts';

/** Starts the long-term version by Java and Maven; null, said aloud, where they can't be had. */
export async function startOneNeo4j(more: MoreOfServer = {}): Promise<Required<RunningServer> | null> {
  const version = NEO4J_VERSIONS[0]!;
  const java = await javaFor(version);
  if (java !== null) return startNeo4j(version, java, await neo4jClassPath(version), more);
  console.warn(`SKIPPED: all on Neo4j ${version}: its Java is not to be had`);
  return null;
}
