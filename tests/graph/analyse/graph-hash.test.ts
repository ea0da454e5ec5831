import { expect, it } from 'vitest';
import { graphHash } from '../../../graph/graph-hash.ts';
import type { Value } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';

describeStores('graphHash', (factory) => {
  it('is of what the graph holds, not of how it came there', async () => {
    const { writer, cleanup } = await factory.open();
    const write = (text: string, parameters: Record<string, Value> = {}) =>
      writer.write([{ text, parameters }]);
    try {
      await writer.prepare();
      await write(
        "CREATE (:Paper {id: 'p', year: 2001, keywords: ['x', 'y']}), (:Concept:Term {id: 'c', name: 'n'})",
      );
      await write('MATCH (p:Paper), (c:Concept) CREATE (p)-[:MENTIONS {count: 2, salience: 0.5}]->(c)');
      const hash = await graphHash(writer);

      await write("MERGE (r:Run {id: 'analysis'}) SET r.at = 'now'");
      await write('MATCH (p:Paper) SET p.venue = null');
      expect(await graphHash(writer)).toBe(hash);

      await write('MATCH (n:Paper) DETACH DELETE n');
      expect(await graphHash(writer)).not.toBe(hash);
      await write('MATCH (c:Concept) DELETE c');
      await write("CREATE (:Term:Concept {name: 'n', id: 'c'})");
      await write("CREATE (:Paper {keywords: ['x', 'y'], year: 2001, id: 'p'})");
      await write('MATCH (p:Paper), (c:Concept) CREATE (p)-[:MENTIONS {salience: 0.5, count: 2}]->(c)');
      expect(await graphHash(writer)).toBe(hash);

      for (const change of [
        'MATCH (p:Paper) SET p.year = 2002',
        "MATCH (p:Paper) SET p.year = 2001, p.keywords = ['y', 'x']",
        "MATCH (p:Paper) SET p.keywords = ['x', 'y'] CREATE (:Term {id: 'c'})",
        'MATCH (t:Term) WHERE NOT t:Concept DELETE t',
      ]) {
        await write(change);
        if (change.endsWith('DELETE t')) expect(await graphHash(writer)).toBe(hash);
        else expect(await graphHash(writer), change).not.toBe(hash);
      }
      await write(
        'MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) DELETE m CREATE (c)-[:MENTIONS {count: 2, salience: 0.5}]->(p)',
      );
      expect(await graphHash(writer)).not.toBe(hash);
    } finally {
      await cleanup();
    }
  });
});
