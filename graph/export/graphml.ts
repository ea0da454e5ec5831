import { type GraphSource, placeOf } from './graph-source.ts';
import { ATTRIBUTES, escapeXml, nodeAttributes, weightOf } from './xml.ts';

const TYPES = { string: 'string', integer: 'int', double: 'double' } as const;

/** GraphML (graphml.graphdrawing.org) with positions as `x` and `y`. Streams. */
export async function* exportGraphml(graph: GraphSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const part of ['node', 'edge'] as const) {
    for (const [name, type] of Object.entries(ATTRIBUTES[part])) {
      yield `<key id="${part}-${name}" for="${part}" attr.name="${name}" attr.type="${TYPES[type as keyof typeof TYPES]}"/>\n`;
    }
  }
  for (const axis of ['x', 'y'])
    yield `<key id="node-${axis}" for="node" attr.name="${axis}" attr.type="double"/>\n`;
  yield '<graph edgedefault="directed">\n';
  for await (const node of graph.nodes()) {
    const fields = data('node', { ...nodeAttributes(node), ...placeOf(node) });
    yield `<node id="${escapeXml(node.id)}">${fields}</node>\n`;
  }
  for await (const { source, target, type, properties } of graph.relations()) {
    const fields = data('edge', { type, weight: weightOf(properties) });
    yield `<edge source="${escapeXml(source)}" target="${escapeXml(target)}">${fields}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

const data = (part: 'node' | 'edge', fields: Record<string, string | number>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<data key="${part}-${name}">${escapeXml(String(value))}</data>`)
    .join('');
