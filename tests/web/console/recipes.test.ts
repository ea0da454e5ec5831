import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StoreReader } from '../../../graph/store/store.ts';
import { RECIPES } from '../../../web/panels/cypher/shelf/recipes.ts';
import { parametersIn, splitStatements } from '../../../web/panels/cypher/text/statements.ts';
import { sentOf } from '../../../web/state/console-parameters.ts';
import { fillStore } from '../../e2e/seed.ts';
import { describeStores, type OpenedStore } from '../../support/stores.ts';

/** Of what the seed has nothing: authors, a citation, gaps, and a concept that one paper alone speaks of. */
const MORE = [
  `MATCH (p:Paper) WHERE p.id IN ['p00', 'p01']
   CREATE (a:Author {id: 'a' + p.id, name: 'Author of ' + p.id})
   CREATE (a)-[:WROTE {position: 0}]->(p)`,
  `MATCH (a:Author {id: 'ap01'}) MATCH (p:Paper {id: 'p00'}) CREATE (a)-[:WROTE {position: 1}]->(p)`,
  `MATCH (a:Author {id: 'ap00'}) MATCH (p:Paper {id: 'p10'}) CREATE (a)-[:WROTE {position: 0}]->(p)`,
  `MATCH (p:Paper {id: 'p01'}) MATCH (q:Paper {id: 'p00'}) CREATE (p)-[:CITES]->(q)`,
  `MATCH (p:Paper {id: 'p00'}) MATCH (c:Concept {id: 'c20'})
   CREATE (g:Gap {id: 'g1', kind: 'question', rank: 1, score: 0.5, title: 'Does it hold?', observed: 0.0, expected: 1.5})
   CREATE (g)-[:BETWEEN]->(p)
   CREATE (g)-[:BETWEEN]->(c)`,
  `MATCH (p:Paper {id: 'p00'})
   CREATE (c:Concept:Term {id: 'c99', name: 'lone word', kind: 'Term', aliases: [], paperCount: 1})
   CREATE (p)-[:MENTIONS {count: 1, salience: 0.1, role: 'uses', spans: [], extractor: 'seed'}]->(c)`,
];

describeStores('every recipe runs', ({ open }) => {
  let opened: OpenedStore;
  let reader: StoreReader;
  beforeAll(async () => {
    opened = await open();
    await fillStore(opened.writer);
    await opened.writer.write(MORE.map((text) => ({ text, parameters: {} })));
    reader = opened.writer;
  });
  afterAll(() => opened?.cleanup());

  it.each(RECIPES.map((recipe) => [recipe.name, recipe] as const))('%s', async (_name, recipe) => {
    const { statement, parameters: rows = [] } = recipe;
    const names = parametersIn(statement);
    expect(splitStatements(statement)).toHaveLength(1);
    expect(rows.map((row) => row.name).sort()).toEqual([...names].sort());
    const { parameters } = sentOf(rows, names);
    const answer = await reader.ask(
      { text: statement, parameters: parameters as Record<string, string | number> },
      { timeoutMs: 20_000, maxRows: 100 },
    );
    expect(answer.rows.length).toBeGreaterThan(0);
  });
});
