import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BOUNDS, type GraphView, graphViewSchema } from '../../../graph/contract.ts';
import { describeStores } from '../../support/stores.ts';
import { ask } from './asking.ts';
import { appOn, MENTIONS, openSeeded, PAPERS, type SeededStore } from './fixture.ts';

describeStores('the lens of a statement', (factory) => {
  let seeded: SeededStore;
  let app: FastifyInstance;

  beforeAll(async () => {
    seeded = await openSeeded(factory);
    app = await appOn(seeded.store, { rows: 20, queriesPerMinute: 40, queryMs: 60_000 });
  });
  afterAll(async () => {
    await app.close();
    await seeded.remove();
  });

  const address = (statement: string, more: Record<string, string> = {}) =>
    `/api/graph?${new URLSearchParams({ lens: 'query', statement, ...more })}`;
  const draw = (statement: string, more?: Record<string, string>): Promise<GraphView> =>
    ask(app, address(statement, more), graphViewSchema);
  const edgesOf = ({ nodes, edges }: GraphView): string[] =>
    edges.type.map((type, i) =>
      [nodes.id[edges.source[i]!], type, nodes.id[edges.target[i]!]].sort().join(' '),
    );

  it('draws the papers and concepts that are returned, and no others, with the ties among them', async () => {
    const statement = `MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) WHERE c.id = $id RETURN p, c ORDER BY p.id`;
    const view = await draw(statement, { parameters: '{"id": "c-embedding"}' });
    const papers = MENTIONS.flatMap(({ paper, concept }) =>
      concept === 'c-embedding' ? [paper] : [],
    ).sort();
    expect(view.nodes.id.toSorted()).toEqual(['c-embedding', ...papers]);
    const edges = edgesOf(view);
    for (const paper of papers)
      expect(edges.filter((edge) => edge.includes('c-embedding') && edge.includes(paper))).not.toEqual([]);
    expect(view.edges.type).toContain('SHARES');
    expect(view.cypher).toEqual({ text: statement, parameters: { id: 'c-embedding' } });
    expect(view.found).toEqual({ nodes: papers.length + 1, truncated: false, rows: papers.length });
    expect(view.shown.of).toBe(papers.length + 1);
  });

  it('keeps the order of the rows where the map holds fewer, and narrows what was found', async () => {
    const statement = 'MATCH (p:Paper) RETURN p ORDER BY p.id DESC';
    const sorted = PAPERS.map(({ id }) => id)
      .toSorted()
      .reverse();
    const few = await draw(statement, { limit: '2' });
    expect(few.nodes.id).toEqual(sorted.slice(0, 2));
    expect(few.shown).toMatchObject({ nodes: 2, of: sorted.length, cap: 2 });
    const late = await draw(statement, { from: '2017', to: '2017' });
    expect(late.nodes.id).toEqual(
      sorted.filter((id) => PAPERS.find((paper) => paper.id === id)!.year === 2017),
    );
    expect(late.years.length).toBeGreaterThan(1);
    expect((await draw(statement, { kinds: 'Method' })).nodes.id).toEqual([]);
    expect((await draw(statement, { relations: 'MENTIONS' })).edges.type).toEqual([]);
  });

  it('draws themes where only themes are returned; nothing where nothing is; and tells a cut', async () => {
    const themes = await draw('MATCH (t:Theme) WHERE t.level = 0 RETURN t');
    expect(new Set(themes.nodes.kind)).toEqual(new Set(['Theme']));
    expect(new Set(themes.edges.type)).toEqual(new Set(['LINKS']));
    const nothing = await draw('MATCH (a:Author) RETURN count(a) AS authors');
    expect([nothing.nodes.id, nothing.found]).toEqual([[], { nodes: 0, truncated: false, rows: 1 }]);
    const cut = await draw('UNWIND range(1, 100) AS n MATCH (p:Paper {id: "p-gcn"}) RETURN n, p');
    expect([cut.nodes.id, cut.found]).toEqual([['p-gcn'], { nodes: 1, truncated: true, rows: 20 }]);
  });

  it('takes types of parameters, answers 304 where it may, and never what notes may have changed', async () => {
    const typed = address('MATCH (p:Paper {id: "p-gcn"}) WHERE $x = 2.0 RETURN p', {
      parameters: '{"x": 2}',
      types: '{"x": "float"}',
    });
    const { nodes } = await ask(app, typed, graphViewSchema);
    expect(nodes.id).toEqual(['p-gcn']);
    const { etag } = (await app.inject(typed)).headers;
    expect((await app.inject({ url: typed, headers: { 'if-none-match': etag! } })).statusCode).toBe(304);
    const noted = await app.inject(address('MATCH (p:Paper), (a:Annotation) WHERE a.id = p.id RETURN p'));
    expect([noted.statusCode, noted.headers.etag]).toEqual([200, undefined]);
  });

  it('is refused as in the console: writes, mistakes, too much of it, too often', async () => {
    const said = async (url: string) => {
      const answer = await app.inject(url);
      return [answer.statusCode, answer.json().error?.code, answer.json().error?.details.limit];
    };
    expect(await said(address('MATCH (n) DETACH DELETE n'))).toEqual([403, 'refused', undefined]);
    expect(await said(address('MATCH (n RETURN n'))).toEqual([400, 'input', undefined]);
    expect(await said('/api/graph?lens=query')).toEqual([400, 'input', undefined]);
    expect(await said(address('RETURN 1', { parameters: '{' }))).toEqual([400, 'input', undefined]);
    expect(await said(address('RETURN 1', { parameters: '[1]' }))).toEqual([400, 'input', undefined]);
    expect(await said(address(`RETURN "${'x'.repeat(BOUNDS.lensStatement)}"`))).toEqual([
      400,
      'input',
      undefined,
    ]);
    const all = (await draw('MATCH (p:Paper) RETURN p')).nodes.id.length;
    expect(all).toBe(PAPERS.length);
    const answers = [];
    for (let n = 0; n < 45; n++) answers.push(await said(address(`RETURN ${n} AS n`)));
    expect(answers.at(-1)).toEqual([429, 'limit', 'queriesPerMinute']);
    // What was found before is known, so that narrowing it goes on.
    expect((await app.inject(address('MATCH (p:Paper) RETURN p', { from: '2018' }))).statusCode).toBe(200);
  });
});
