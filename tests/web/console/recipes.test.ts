import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StoreReader } from '../../../graph/store/store.ts';
import { RECIPES } from '../../../web/panels/cypher/shelf/recipes.ts';
import { parametersIn, splitStatements } from '../../../web/panels/cypher/text/statements.ts';
import { sentOf } from '../../../web/state/console-parameters.ts';
import { fillStore } from '../../e2e/seed.ts';
import { describeStores, type OpenedStore } from '../../support/stores.ts';

/** Of what the seed has nothing: authors and a gap. */
const MORE = [
  `MATCH (p:Paper) WHERE p.id IN ['p00', 'p01']
   MERGE (a:Author {id: 'a' + p.id}) SET a.name = 'Author of ' + p.id`,
  `MATCH (a:Author), (p:Paper {id: 'p00'}) MERGE (a)-[w:WROTE]->(p) SET w.position = 0`,
  `MATCH (p:Paper {id: 'p00'}) MATCH (c:Concept {id: 'c30'})
   CREATE (g:Gap {id: 'g1', kind: 'question', rank: 1, score: 0.5, title: 'Does it hold?'})
   CREATE (g)-[:BETWEEN]->(p)
   CREATE (g)-[:BETWEEN]->(c)`,
];
/** Those that the seed has nothing for. */
const EMPTY = new Set([
  'Most cited papers of this collection',
  'Gaps around a concept',
  'Concepts of one paper only',
]);

describeStores('every recipe runs', ({ open }) => {
  let opened: OpenedStore;
  let reader: StoreReader;
  beforeAll(async () => {
    opened = await open();
    await fillStore(opened.writer);
    for (const text of MORE) await opened.writer.write([{ text, parameters: {} }]);
    reader = opened.writer;
  });
  afterAll(() => opened?.cleanup());

  it.each(RECIPES.map((recipe) => [recipe.name, recipe] as const))('%s', async (name, recipe) => {
    const { statement, parameters: rows = [] } = recipe;
    const names = parametersIn(statement);
    expect(splitStatements(statement)).toHaveLength(1);
    expect(rows.map((row) => row.name).sort()).toEqual([...names].sort());
    const { parameters } = sentOf(rows, names);
    const answer = await reader.ask(
      { text: statement, parameters: parameters as Record<string, string | number> },
      { timeoutMs: 20_000, maxRows: 100 },
    );
    if (!EMPTY.has(name)) expect(answer.rows.length).toBeGreaterThan(0);
  });
});
