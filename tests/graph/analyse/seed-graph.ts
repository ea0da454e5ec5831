import { seededRandom } from '../../../graph/analysis/random.ts';
import type { Statement, StoreWriter } from '../../../graph/store/store.ts';

export interface SeededGraph {
  papers: string[];
  concepts: { id: string; name: string; kind: string }[];
  mentions: { paper: string; concept: string; salience: number }[];
}

const id = (what: string, number: number): string =>
  `${what}${((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}`;

/**
 * Planted topics: each paper speaks of `perPaper` concepts of its own topic, one of another, and one that
 * nobody else has; concept `t-i` is number `i` of topic `t`.
 */
export function plantedGraph({
  topics = 4,
  papersPerTopic = 12,
  conceptsPerTopic = 10,
  perPaper = 5,
  seed = 1,
} = {}): SeededGraph {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const concepts = Array.from({ length: topics * conceptsPerTopic }, (_, i) => ({
    id: id('c', i + 1),
    name: `topic${Math.floor(i / conceptsPerTopic)} idea${i % conceptsPerTopic}`,
    kind: 'Term',
  }));
  const papers: string[] = [];
  const mentions = new Map<string, SeededGraph['mentions'][number]>();
  const mention = (paper: string, concept: string): void => {
    mentions.set(`${paper} ${concept}`, {
      paper,
      concept,
      salience: Math.round((0.2 + 0.8 * random()) * 1000) / 1000,
    });
  };
  for (let p = 0; p < topics * papersPerTopic; p++) {
    const paper = id('p', p + 1);
    papers.push(paper);
    const topic = p % topics;
    const other = (topic + 1 + draw(topics - 1)) % topics;
    for (let i = 0; i < perPaper; i++)
      mention(paper, concepts[topic * conceptsPerTopic + draw(conceptsPerTopic)]!.id);
    if (topics > 1) mention(paper, concepts[other * conceptsPerTopic + draw(conceptsPerTopic)]!.id);
    const own = { id: id('u', p + 1), name: `own idea ${p}`, kind: 'Method' };
    concepts.push(own);
    mention(paper, own.id);
  }
  return { papers, concepts, mentions: [...mentions.values()] };
}

/** The facts as an ingest would leave them, in the order given. */
export async function seedGraph(writer: StoreWriter, graph: SeededGraph): Promise<void> {
  const rows = (text: string, all: Record<string, string | number>[]): Statement => ({
    text,
    parameters: { rows: all },
  });
  await writer.prepare();
  await writer.write([
    rows(
      'UNWIND $rows AS row MERGE (p:Paper {id: row.id}) SET p.title = row.id',
      graph.papers.map((paper) => ({ id: paper })),
    ),
    rows(
      'UNWIND $rows AS row MERGE (c:Concept {id: row.id}) SET c.name = row.name, c.kind = row.kind',
      graph.concepts,
    ),
    rows(
      `UNWIND $rows AS row MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept})
       MERGE (p)-[m:MENTIONS]->(c) SET m.salience = row.salience`,
      graph.mentions,
    ),
  ]);
}
