/** A Neo4j that tests may wipe. */
export interface Neo4jServer {
  /** `neo4j 5.26.30`, or where it was found. */
  name: string;
  uri: string;
  username: string;
  password: string;
}

/** The long-term version and the current one. */
export const NEO4J_VERSIONS: readonly string[] = process.env.LACUNA_NEO4J_VERSION?.split(',') ?? [
  '5.26.30',
  '2026.08.1',
];

/** How long a server may take to come up on a busy machine, in milliseconds. */
export const NEO4J_START_MS = 240_000;

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Neo4jServer[];
  }
}
