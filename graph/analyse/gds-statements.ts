import type { Statement, Value } from '../store/store.ts';

/** Cypher for Neo4j's Graph Data Science library, which the embedded store does not have: tests/soak/gds.soak.ts runs it. */
const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

/** A row where Louvain may be called. */
export const readGdsProcedures = (): Statement =>
  statement("SHOW PROCEDURES YIELD name WHERE name = 'gds.louvain.stream' RETURN name", {});

export const readGdsVersion = (): Statement => statement('RETURN gds.version() AS version', {});

/** Tie `i` leads from node `source[i]` to `target[i]`; the numbers are of no node in the store. */
export const projectTies = (
  name: string,
  ties: { source: number[]; target: number[]; weight: number[] },
): Statement =>
  statement(
    `UNWIND range(0, size($source) - 1) AS i
     WITH $source[i] AS source, $target[i] AS target, $weight[i] AS weight
     WITH gds.graph.project($name, source, target,
       {relationshipProperties: {weight: weight}}, {undirectedRelationshipTypes: ['*']}) AS projected
     RETURN projected.nodeCount AS nodes`,
    { name, ...ties },
  );

/** On one thread, so that the same ties give the same communities. */
export const streamLouvain = (name: string): Statement =>
  statement(
    `CALL gds.louvain.stream($name, {
       relationshipWeightProperty: 'weight', concurrency: 1, maxLevels: 50, maxIterations: 200, tolerance: 0.0000001})
     YIELD nodeId, communityId RETURN nodeId, communityId`,
    { name },
  );

/** Says nothing where there is none. */
export const dropProjection = (name: string): Statement =>
  statement('CALL gds.graph.drop($name, false) YIELD graphName RETURN graphName', { name });
