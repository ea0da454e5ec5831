import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { expect, it } from 'vitest';
import { exportGexf } from '../../../graph/export/gexf.ts';
import type { GraphSource } from '../../../graph/export/graph-source.ts';
import { exportGraphml } from '../../../graph/export/graphml.ts';
import { exportJson, exportJsonLines } from '../../../graph/export/json.ts';
import { storedGraph } from '../../../graph/export/rows.ts';
import { escapeXml } from '../../../graph/export/xml.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { describeStores } from '../../support/stores.ts';

const HOSTILE = 'Tags <script>alert("x")</script> & "quotes" \u0007 in a title';

async function fill(store: StoreWriter): Promise<void> {
  await store.prepare();
  await store.write([
    {
      text: `CREATE (p:Paper {id: 'p1', title: $title, year: 2020, x: 1.5, y: -2.5})
             CREATE (q:Paper {id: 'p2', abstract: 'No title here.'})
             CREATE (c:Concept:Method {id: 'c1', name: 'graph drawing', kind: 'Method', aliases: ['drawing graphs'], paperCount: 2})
             CREATE (p)-[:MENTIONS {count: 2, salience: 0.75, role: 'uses'}]->(c)
             CREATE (q)-[:MENTIONS {count: 1, salience: 0.25, role: 'uses'}]->(c)
             CREATE (r:Run {id: 'ingest', kind: 'ingest'})`,
      parameters: { title: HOSTILE },
    },
  ]);
}

async function text(
  write: (graph: GraphSource) => AsyncGenerator<string>,
  store: StoreWriter,
): Promise<string> {
  let all = '';
  for await (const part of write(storedGraph(store))) all += part;
  return all;
}

it('keeps out of XML what XML cannot hold', () => {
  expect(escapeXml('a\u0000b\ud800c\ufffed<&>"\n🙂')).toBe('abcd&lt;&amp;&gt;&quot;&#10;🙂');
});

describeStores('exports', (factory) => {
  it('are read back by other programs, whatever stands in a title', async () => {
    const { writer, cleanup } = await factory.open();
    try {
      await fill(writer);
      const readers = {
        gexf: gexf.parse(Graph, await text(exportGexf, writer)),
        graphml: graphml.parse(Graph, await text(exportGraphml, writer)),
      };
      for (const [name, graph] of Object.entries(readers)) {
        expect(graph.order, name).toBe(3);
        expect(graph.size, name).toBe(2);
        expect(graph.getNodeAttribute('p1', 'label'), name).toBe(HOSTILE.replace('\u0007', ''));
        expect(graph.getNodeAttributes('c1'), name).toMatchObject({ kind: 'Method', papers: 2 });
        expect(graph.getNodeAttribute('p1', 'x'), name).toBe(1.5);
        expect(Number(graph.getEdgeAttribute(graph.edge('p1', 'c1')!, 'weight')), name).toBe(0.75);
      }

      const whole = JSON.parse(await text(exportJson, writer));
      expect(whole.nodes.map((node: { id: string }) => node.id)).toEqual(['p1', 'p2', 'c1']);
      expect(whole.edges).toHaveLength(2);
      expect(whole.edges[0]).toEqual({
        source: 'p1',
        target: 'c1',
        type: 'MENTIONS',
        properties: { count: 2, salience: 0.75, role: 'uses' },
      });
      const lines = (await text(exportJsonLines, writer))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map((line) => line.record)).toEqual(['node', 'node', 'node', 'edge', 'edge']);
    } finally {
      await cleanup();
    }
  });
});
