import type { Statement, StoreWriter, Value } from '../../../graph/store/store.ts';
import type { PlantedMentions } from '../analysis/planted-mentions.ts';

/** The facts as an ingest would leave them, in the order given. */
export async function seedGraph(writer: StoreWriter, graph: PlantedMentions): Promise<void> {
  const rows = (text: string, all: object[]): Statement => ({ text, parameters: { rows: all as Value[] } });
  await writer.prepare();
  await writer.write([
    rows(
      'UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p.title = row.id',
      graph.papers.map((id) => ({ id })),
    ),
    rows(
      'UNWIND $rows AS row MERGE (c:Concept {id: row.id}) SET c.name = row.name, c.kind = row.kind',
      graph.concepts,
    ),
    rows(
      `UNWIND $rows AS row MATCH (p:Paper {id: row.paperId}) MATCH (c:Concept {id: row.conceptId})
       MERGE (p)-[m:MENTIONS]->(c) SET m.salience = row.salience`,
      graph.mentions,
    ),
  ]);
}
