/** The JSON that VOSviewer and VOSviewer Online open (app.vosviewer.com/docs/file-types/json-file-type). */
import { escapeHtml } from './escape-html.ts';
import {
  type ExportNode,
  type GraphSource,
  kindOf,
  labelOf,
  numberIn,
  placeOf,
  textIn,
} from './graph-source.ts';
import { weightOf } from './xml.ts';

/** The format's own bound: clusters are numbered from 1 to this. */
const MOST_CLUSTERS = 1000;

interface Cluster {
  cluster: number;
  label: string;
  colour: string | null;
}

/**
 * Items are the nodes, clusters their themes. The format knows one link between two items, so relations between the
 * same two are one link with the sum of their weights; a node's links to itself are left out.
 */
export async function* exportVosviewer(graph: GraphSource): AsyncGenerator<string> {
  const clusters = new Map<string, Cluster>();
  yield '{"network":{"items":[';
  let comma = '';
  for await (const node of graph.nodes()) {
    yield `${comma}\n${JSON.stringify(itemOf(node, clusterOf(clusters, node)))}`;
    comma = ',';
  }
  yield '\n],"links":[';
  comma = '';
  for (const [pair, strength] of await strengths(graph)) {
    const [source_id, target_id] = JSON.parse(pair) as [string, string];
    yield `${comma}\n${JSON.stringify({ source_id, target_id, strength })}`;
    comma = ',';
  }
  const named = [...clusters.values()].map(({ cluster, label }) => ({ cluster, label }));
  const coloured = [...clusters.values()].flatMap(({ cluster, colour }) =>
    colour ? [{ cluster, color: colour }] : [],
  );
  yield `\n],"clusters":${JSON.stringify(named)}},`;
  yield `"config":${JSON.stringify({
    ...(coloured.length > 0 && { color_schemes: { cluster_colors: coloured } }),
    terminology: { cluster: 'Theme', clusters: 'Themes' },
  })},`;
  yield `"info":${JSON.stringify({ title: escapeHtml(graph.title), description: 'Made with Lacuna.' })}}\n`;
}

function clusterOf(clusters: Map<string, Cluster>, { theme, look }: ExportNode): number | null {
  if (!theme) return null;
  const known = clusters.get(theme.id);
  if (known) return known.cluster;
  if (clusters.size >= MOST_CLUSTERS) return null;
  const cluster = clusters.size + 1;
  clusters.set(theme.id, { cluster, label: theme.label, colour: look?.colour ?? null });
  return cluster;
}

function itemOf(node: ExportNode, cluster: number | null) {
  const { properties: p } = node;
  const doi = textIn(p.doi);
  const url = doi ? `https://doi.org/${encodeURI(doi)}` : textIn(p.url);
  const papers = numberIn(p.paperCount);
  const year = numberIn(p.year);
  const venue = textIn(p.venue);
  const facts = [kindOf(node), venue, year].filter((fact) => fact !== null).join(', ');
  return {
    id: node.id,
    label: labelOf(node),
    // A description is read as HTML.
    description: `<b>${escapeHtml(labelOf(node))}</b><br>${escapeHtml(facts)}`,
    ...(url && /^https?:\/\//i.test(url) && { url }),
    ...placeOf(node),
    ...(cluster !== null && { cluster }),
    weights: { Papers: Math.max(0, papers ?? 1) },
    ...(year !== null && { scores: { Year: year } }),
  };
}

/** By the pair of ids, as JSON, the lower first. */
async function strengths(graph: GraphSource): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for await (const { source, target, properties } of graph.relations()) {
    if (source === target) continue;
    const pair = JSON.stringify(source < target ? [source, target] : [target, source]);
    sums.set(pair, (sums.get(pair) ?? 0) + weightOf(properties));
  }
  return sums;
}
