import { type ExportNode, type GraphSource, placeOf } from './graph-source.ts';
import { ATTRIBUTES, escapeXml, nodeAttributes, weightOf } from './xml.ts';

/** GEXF 1.3 (gexf.net) with positions, colours and sizes, as Gephi and Gephi Lite read it. Streams. */
export async function* exportGexf(graph: GraphSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta><creator>Lacuna</creator><description>${escapeXml(graph.title)}</description></meta>\n`;
  yield '<graph defaultedgetype="directed" mode="static">\n';
  for (const part of ['node', 'edge'] as const) {
    yield `<attributes class="${part}">`;
    for (const [name, type] of Object.entries(ATTRIBUTES[part])) {
      yield `<attribute id="${name}" title="${name}" type="${type}"/>`;
    }
    yield '</attributes>\n';
  }
  yield '<nodes>\n';
  for await (const node of graph.nodes()) {
    const { label, ...rest } = nodeAttributes(node);
    yield `<node id="${escapeXml(node.id)}" label="${escapeXml(String(label))}">${values(rest)}${look(node)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  let number = 0;
  for await (const { source, target, type, properties } of graph.relations()) {
    const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
    yield `<edge id="${number}" ${ends} weight="${weightOf(properties)}">${values({ type })}</edge>\n`;
    number += 1;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function values(attributes: Record<string, string | number>): string {
  const entries = Object.entries(attributes).map(
    ([name, value]) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`,
  );
  return entries.length > 0 ? `<attvalues>${entries.join('')}</attvalues>` : '';
}

function look(node: ExportNode): string {
  const place = placeOf(node);
  const colour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(node.look?.colour ?? '');
  const size = node.look?.size;
  let text = '';
  if (colour) {
    const [r, g, b] = colour.slice(1).map((part) => Number.parseInt(part, 16));
    text += `<viz:color r="${r}" g="${g}" b="${b}"/>`;
  }
  if (place) text += `<viz:position x="${place.x}" y="${place.y}" z="0"/>`;
  if (typeof size === 'number') text += `<viz:size value="${size}"/>`;
  return text;
}
