import type { StoreReader } from '../store/store.ts';
import { exportNodes, exportRelations } from './rows.ts';

/** One object: `{"nodes": [{id, labels, properties}], "edges": [{source, target, type, properties}]}`. */
export async function* exportJson(store: StoreReader): AsyncGenerator<string> {
  yield '{"nodes":[';
  let comma = '';
  for await (const node of exportNodes(store)) {
    yield `${comma}\n${JSON.stringify(node)}`;
    comma = ',';
  }
  yield '\n],"edges":[';
  comma = '';
  for await (const relation of exportRelations(store)) {
    yield `${comma}\n${JSON.stringify(relation)}`;
    comma = ',';
  }
  yield '\n]}\n';
}

/** The same things, one a line, each with `"record": "node"` or `"edge"`. */
export async function* exportJsonLines(store: StoreReader): AsyncGenerator<string> {
  for await (const node of exportNodes(store)) yield `${JSON.stringify({ record: 'node', ...node })}\n`;
  for await (const relation of exportRelations(store))
    yield `${JSON.stringify({ record: 'edge', ...relation })}\n`;
}
