import { type GraphSource, placeOf } from './graph-source.ts';
import { nodeAttributes, weightOf } from './xml.ts';

/**
 * Node-link JSON as networkx reads it (`node_link_graph(data, edges="links")`) and D3 draws it. A multigraph: two nodes
 * may be tied by more than one type of relation, and `key` tells them apart. Streams.
 */
export async function* exportNodeLink(graph: GraphSource): AsyncGenerator<string> {
  const about = { title: graph.title, creator: 'Lacuna' };
  yield `{"directed":true,"multigraph":true,"graph":${JSON.stringify(about)},"nodes":[`;
  let comma = '';
  for await (const node of graph.nodes()) {
    const { size = null, colour = null } = node.look ?? {};
    const look = { ...(size !== null && { size }), ...(colour !== null && { color: colour }) };
    const fields = { id: node.id, ...nodeAttributes(node), ...placeOf(node), ...look };
    yield `${comma}\n${JSON.stringify(fields)}`;
    comma = ',';
  }
  yield '\n],"links":[';
  comma = '';
  for await (const { source, target, type, properties } of graph.relations()) {
    const link = { source, target, key: type, type, weight: weightOf(properties) };
    yield `${comma}\n${JSON.stringify(link)}`;
    comma = ',';
  }
  yield '\n]}\n';
}
