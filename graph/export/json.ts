import type { ExportNode, GraphSource } from './graph-source.ts';

const record = ({ id, labels, properties }: ExportNode) => ({ id, labels, properties });

/** One object: `{"nodes": [{id, labels, properties}], "edges": [{source, target, type, properties}]}`. */
export async function* exportJson(graph: GraphSource): AsyncGenerator<string> {
  yield '{"nodes":[';
  let comma = '';
  for await (const node of graph.nodes()) {
    yield `${comma}\n${JSON.stringify(record(node))}`;
    comma = ',';
  }
  yield '\n],"edges":[';
  comma = '';
  for await (const relation of graph.relations()) {
    yield `${comma}\n${JSON.stringify(relation)}`;
    comma = ',';
  }
  yield '\n]}\n';
}

/** The same things, one a line, each with `"record": "node"` or `"edge"`. */
export async function* exportJsonLines(graph: GraphSource): AsyncGenerator<string> {
  for await (const node of graph.nodes()) yield `${JSON.stringify({ record: 'node', ...record(node) })}\n`;
  for await (const relation of graph.relations())
    yield `${JSON.stringify({ record: 'edge', ...relation })}\n`;
}
