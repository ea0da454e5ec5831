import type { z } from 'zod';
import type { exportRequestSchema } from '../contract.ts';
import { LacunaError } from '../errors.ts';
import type { ExportNode, ExportRelation, GraphSource, NodeLook } from '../export/graph-source.ts';
import type { Cell } from '../store/store.ts';
import type { Catalogue } from './catalogue.ts';
import type { Context } from './context.ts';
import { edgesAmong } from './edges-among.ts';
import { notFound } from './errors.ts';
import { readConceptNodes } from './export-statements.ts';
import { readPapers } from './finding-statements.ts';
import { propertiesOf, queryByIds, type Row, text } from './rows.ts';

export type ExportAsked = Omit<z.output<typeof exportRequestSchema>, 'format'>;

/**
 * The records of what is asked for, with the ties that were named or else all that the store has among them. Throws
 * `input` for columns of different lengths, `notFound` for a theme that is not there.
 */
export async function exportSource(context: Context, asked: ExportAsked): Promise<GraphSource> {
  const { catalogue } = await context.live.current();
  const ids = idsOf(catalogue, asked, context.config.exportNodes);
  checkColumns(asked);
  const papers = ids.filter((id) => catalogue.papers.has(id));
  const concepts = ids.filter((id) => catalogue.concepts.has(id));
  const [paperRows, conceptRows] = await Promise.all([
    queryByIds(context.store, readPapers, papers, context.config),
    queryByIds(context.store, readConceptNodes, concepts, context.config),
  ]);
  const stored = new Map<string, StoredNode>();
  for (const row of paperRows) keep(stored, row.p);
  for (const row of conceptRows) keep(stored, row.c);
  for (const id of ids) {
    const theme = catalogue.themes.get(id);
    if (theme) stored.set(id, { labels: ['Theme'], properties: propertiesOfTheme(theme) });
  }
  const looks = looksOf(asked);
  const nodes = ids.flatMap((id): ExportNode[] => {
    const node = stored.get(id);
    if (!node) return [];
    const home = homeOf(catalogue, id);
    return [{ id, ...node, theme: home, look: looks.get(id) ?? null }];
  });
  const there = new Set(nodes.map(({ id }) => id));
  const relations = asked.edges ? namedEdges(asked) : await storedEdges(context, [...there]);
  return {
    title: asked.title,
    nodes: () => nodes,
    relations: () => relations.filter(({ source, target }) => there.has(source) && there.has(target)),
  };
}

interface StoredNode {
  labels: string[];
  properties: Record<string, Cell>;
}

function keep(stored: Map<string, StoredNode>, cell: Row[string] | undefined): void {
  const properties = propertiesOf(cell);
  const { labels } = (cell as { $node: { labels: string[] } }).$node;
  stored.set(text(properties.id) ?? '', { labels: [...labels].sort(), properties });
}

function idsOf(catalogue: Catalogue, { nodes, theme }: ExportAsked, most: number): string[] {
  const ids = nodes ? [...new Set(nodes.id)] : theme ? membersOf(catalogue, theme) : null;
  if (!ids) {
    throw new LacunaError('input', 'Say what to export: nodes, or a theme.', {
      details: { in: 'body', field: 'nodes' },
    });
  }
  if (ids.length > most) {
    throw new LacunaError('limit', `At most ${most.toLocaleString('en')} nodes go into one file.`, {
      details: { limit: 'exportNodes', nodes: ids.length },
    });
  }
  return ids;
}

function membersOf({ themes, papers, concepts }: Catalogue, theme: string): string[] {
  if (!themes.has(theme)) throw notFound('theme', theme);
  return [...papers.values(), ...concepts.values()]
    .filter((member) => member.theme === theme || member.subTheme === theme)
    .map(({ id }) => id);
}

function checkColumns({ nodes, edges }: ExportAsked): void {
  for (const columns of [nodes, edges]) {
    const lengths = Object.values(columns ?? {}).flatMap((column) => (column ? [column.length] : []));
    if (new Set(lengths).size <= 1) continue;
    throw new LacunaError('input', 'All columns must be of one length.', {
      details: { in: 'body', field: columns === nodes ? 'nodes' : 'edges' },
    });
  }
}

function looksOf({ nodes }: ExportAsked): Map<string, NodeLook> {
  const looks = new Map<string, NodeLook>();
  nodes?.id.forEach((id, i) => {
    looks.set(id, {
      x: nodes.x?.[i] ?? null,
      y: nodes.y?.[i] ?? null,
      size: nodes.size?.[i] ?? null,
      colour: nodes.colour?.[i] ?? null,
    });
  });
  return looks;
}

function homeOf({ papers, concepts, themes }: Catalogue, id: string): ExportNode['theme'] {
  const theme = themes.get((papers.get(id) ?? concepts.get(id))?.theme ?? id);
  return theme ? { id: theme.id, label: theme.label } : null;
}

function propertiesOfTheme({ id, label, level, size, paperCount, topConcepts }: Theme): Record<string, Cell> {
  return { id, label, level, size, paperCount, topConcepts };
}
type Theme = Catalogue['themes'] extends ReadonlyMap<string, infer Value> ? Value : never;

/** As drawn: each by the positions of its ends among the nodes. */
function namedEdges({ nodes, edges }: ExportAsked): ExportRelation[] {
  return (edges?.source ?? []).flatMap((from, i): ExportRelation[] => {
    const source = nodes?.id[from];
    const target = nodes?.id[edges!.target[i]!];
    if (source === undefined || target === undefined) return [];
    return [{ source, target, type: edges!.type[i]!, properties: { weight: edges!.weight[i]! } }];
  });
}

async function storedEdges({ live }: Context, ids: string[]): Promise<ExportRelation[]> {
  const ties = await (await live.current()).ties();
  const tied = ids.filter((id) => ties.numberOf.has(id));
  const numbers = tied.map((id) => ties.numberOf.get(id)!);
  const { source, target, type, weight } = edgesAmong(
    ties,
    ['MENTIONS', 'INTRODUCES', 'CO_OCCURS', 'SHARES'],
    numbers,
  );
  return source.map((from, i) => ({
    source: tied[from]!,
    target: tied[target[i]!]!,
    type: type[i]!,
    properties: { weight: weight[i]! },
  }));
}
