import type { Cell, StoreReader } from '../store/store.ts';
import { exportNodes, exportRelations } from './rows.ts';
import { ATTRIBUTES, escapeXml, nodeAttributes, weightOf } from './xml.ts';

/** GEXF 1.3 (gexf.net) with positions, as Gephi and Gephi Lite read it. Streams. */
export async function* exportGexf(store: StoreReader): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<meta><creator>Lacuna</creator></meta>\n<graph defaultedgetype="directed" mode="static">\n';
  for (const part of ['node', 'edge'] as const) {
    yield `<attributes class="${part}">`;
    for (const [name, type] of Object.entries(ATTRIBUTES[part])) {
      yield `<attribute id="${name}" title="${name}" type="${type}"/>`;
    }
    yield '</attributes>\n';
  }
  yield '<nodes>\n';
  for await (const node of exportNodes(store)) {
    const { label, ...rest } = nodeAttributes(node);
    yield `<node id="${node.id}" label="${escapeXml(String(label))}">${values(rest)}${position(node.properties)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  let number = 0;
  for await (const { source, target, type, properties } of exportRelations(store)) {
    yield `<edge id="${number}" source="${source}" target="${target}" weight="${weightOf(properties)}">${values({ type })}</edge>\n`;
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

const position = ({ x, y }: Record<string, Cell>): string =>
  typeof x === 'number' && typeof y === 'number' ? `<viz:position x="${x}" y="${y}" z="0"/>` : '';
