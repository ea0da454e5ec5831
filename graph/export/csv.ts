/** Tables of nodes and of edges: RFC 4180, UTF-8 with a byte order mark, without which Excel garbles every accent. */
import { type CsvValue, csvCell } from './csv-cell.ts';
import {
  type GraphSource,
  isLabelled,
  kindOf,
  labelOf,
  numberIn,
  placeOf,
  textIn,
  textsIn,
} from './graph-source.ts';
import { weightOf } from './xml.ts';

const BYTE_ORDER_MARK = '\ufeff';
const NODE_COLUMNS = [
  'id',
  'kind',
  'title',
  'year',
  'venue',
  'authors',
  'doi',
  'arxivId',
  'pubmedId',
  'url',
  'keywords',
  'papers',
  'aliases',
  'theme',
  'x',
  'y',
] as const;
const EDGE_COLUMNS = ['source', 'target', 'type', 'weight', 'sourceLabel', 'targetLabel'] as const;

const row = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\r\n`;
const joined = (texts: readonly string[]): string | null => (texts.length > 0 ? texts.join('; ') : null);

export async function* exportNodeTable(graph: GraphSource): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + row(NODE_COLUMNS);
  for await (const node of graph.nodes()) {
    const { properties: p } = node;
    const place = placeOf(node);
    const cells: Record<(typeof NODE_COLUMNS)[number], CsvValue> = {
      id: node.id,
      kind: kindOf(node),
      title: labelOf(node),
      year: numberIn(p.year),
      venue: textIn(p.venue),
      authors: joined(textsIn(p.authors)),
      doi: textIn(p.doi),
      arxivId: textIn(p.arxivId),
      pubmedId: textIn(p.pubmedId),
      url: textIn(p.url),
      keywords: joined(textsIn(p.keywords)),
      papers: isLabelled(node, 'Paper') ? null : numberIn(p.paperCount),
      aliases: joined(textsIn(p.aliases)),
      theme: node.theme?.label ?? null,
      x: place?.x ?? null,
      y: place?.y ?? null,
    };
    yield row(NODE_COLUMNS.map((column) => cells[column]));
  }
}

export async function* exportEdgeTable(graph: GraphSource): AsyncGenerator<string> {
  const labels = new Map<string, string>();
  for await (const node of graph.nodes()) labels.set(node.id, labelOf(node));
  yield BYTE_ORDER_MARK + row(EDGE_COLUMNS);
  for await (const { source, target, type, properties } of graph.relations()) {
    yield row([
      source,
      target,
      type,
      weightOf(properties),
      labels.get(source) ?? null,
      labels.get(target) ?? null,
    ]);
  }
}
