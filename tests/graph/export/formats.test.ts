import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FILE_FORMAT_NAMES } from '../../../graph/contract.ts';
import { csvCell } from '../../../graph/export/csv-cell.ts';
import { WRITERS } from '../../../graph/export/writers.ts';
import { toDocument } from '../../../ingest/clean/document.ts';
import { readRows } from '../../../ingest/read/formats/delimited/rows.ts';
import { readLines } from '../../../ingest/read/input/lines.ts';
import { DEFAULT_READ_LIMITS } from '../../../ingest/read/limits.ts';
import { read } from '../../../ingest/read/read.ts';
import { FORMULA, GRAPH, NODES } from './hostile-graph.ts';

async function text(format: keyof typeof WRITERS): Promise<string> {
  let all = '';
  for await (const part of WRITERS[format](GRAPH)) all += part;
  return all;
}

/** What our own reader makes of a list of references. */
async function readBack(name: string, content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'formats-'));
  try {
    const file = join(folder, name);
    await writeFile(file, content);
    const documents = [];
    for await (const item of read(file)) {
      if (item.rejection) throw new Error(item.rejection.reason);
      const outcome = toDocument({ ...item.record, file });
      if ('document' in outcome) documents.push(outcome.document);
    }
    return documents;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function cells(content: string): Promise<string[][]> {
  const limits = DEFAULT_READ_LIMITS;
  const head = content.replace(/^\ufeff/, '');
  async function* whole() {
    yield head;
  }
  const source = { file: 'x.csv', head, headIsAll: true, text: whole };
  const rows: string[][] = [];
  for await (const row of readRows(readLines(source, limits.lineCharacters), ',', limits)) {
    if (row.cells) rows.push(row.cells.map((cell) => cell.trim()));
  }
  return rows;
}

/** As its documentation says. */
const vosviewerSchema = z.strictObject({
  network: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        description: z.string(),
        url: z.url().optional(),
        x: z.number().optional(),
        y: z.number().optional(),
        cluster: z.number().int().min(1).max(1000).optional(),
        weights: z.record(z.string(), z.number().nonnegative()),
        scores: z.record(z.string(), z.number()).optional(),
      }),
    ),
    links: z.array(
      z.strictObject({ source_id: z.string(), target_id: z.string(), strength: z.number().nonnegative() }),
    ),
    clusters: z.array(z.strictObject({ cluster: z.number().int().min(1), label: z.string() })),
  }),
  config: z.strictObject({
    color_schemes: z
      .strictObject({ cluster_colors: z.array(z.strictObject({ cluster: z.number(), color: z.string() })) })
      .optional(),
    terminology: z.strictObject({ cluster: z.string(), clusters: z.string() }),
  }),
  info: z.strictObject({ title: z.string(), description: z.string() }),
});

describe('files for other programs', () => {
  it('has a writer for each format of the page', () => {
    for (const name of FILE_FORMAT_NAMES) expect(WRITERS, name).toHaveProperty(name);
  });

  it('keeps places, colours and themes in GEXF and GraphML', async () => {
    const drawn = gexf.parse(Graph, await text('gexf'));
    const plain = graphml.parse(Graph, await text('graphml'));
    for (const graph of [drawn, plain]) {
      expect([graph.order, graph.size]).toEqual([3, 3]);
      expect(graph.getNodeAttributes('p1')).toMatchObject({
        x: 5,
        y: -6,
        theme: NODES[0]!.theme!.label,
        label: FORMULA,
      });
    }
    expect(drawn.getNodeAttributes('p1')).toMatchObject({ size: 3, color: 'rgb(26,115,213)' });
  });

  it('writes VOSviewer JSON as its schema has it: one link a pair, descriptions without markup of strangers', async () => {
    const { network, config } = vosviewerSchema.parse(JSON.parse(await text('vosviewer')));
    expect(network.items.map(({ cluster }) => cluster)).toEqual([1, undefined, 1]);
    expect(network.links).toEqual([
      { source_id: 'c1', target_id: 'p1', strength: 1.75 },
      { source_id: 'c1', target_id: 'p2', strength: 0.25 },
    ]);
    expect(network.items[0]).toMatchObject({ url: 'https://doi.org/10.1234/x_y', scores: { Year: 2020 } });
    expect(network.items[1]).not.toHaveProperty('url');
    expect(network.items[2]!.description).not.toMatch(/<(?!\/?b>|br>)/);
    expect(config.color_schemes!.cluster_colors).toEqual([{ cluster: 1, color: '#1a73d5' }]);
  });

  it('writes node-link JSON with a key for each of two relations', async () => {
    const data = JSON.parse(await text('node-link'));
    expect(data).toMatchObject({ directed: true, multigraph: true, graph: { title: GRAPH.title } });
    expect(data.nodes).toHaveLength(3);
    expect(data.links.map(({ key }: { key: string }) => key)).toEqual(['MENTIONS', 'INTRODUCES', 'MENTIONS']);
  });

  it('writes tables that our reader reads back, and no spreadsheet runs', async () => {
    for (const start of ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1']) {
      expect(csvCell(start).replace(/^"/, '')).toMatch(/^'/);
    }
    expect(csvCell(-1.5)).toBe('-1.5');
    const [header, ...rows] = await cells(await text('csv'));
    const column = (name: string) => rows.map((row) => row[header!.indexOf(name)]);
    expect(column('title')).toEqual([
      `'${FORMULA}`,
      expect.stringContaining('No title here'),
      `'${NODES[2]!.properties.name}`,
    ]);
    expect(column('authors')).toEqual(['Green, Ada; Bo Brown', "'@admin", '']);
    expect(column('y')).toEqual(['-6', '', '']);
    expect((await text('csv')).split('\r\n')[0]).toMatch(/^\ufeffid,kind,/);
    const [, first] = await cells(await text('csv-edges'));
    expect(first!.slice(0, 4)).toEqual(['p1', 'c1', 'MENTIONS', '0.75']);
  });

  it('writes references that our readers read back, one a paper, whatever stands in them', async () => {
    for (const [format, name] of [
      ['bibtex', 'x.bib'],
      ['ris', 'x.ris'],
      ['csl', 'x.json'],
    ] as const) {
      const content = await text(format);
      expect(content, format).not.toContain('Not to be in');
      const documents = await readBack(name, content);
      // Without an abstract an entry is kept by its title.
      expect(
        documents.map(({ title }) => title?.slice(0, 10)),
        format,
      ).toHaveLength(2);
      expect(documents[0], format).toMatchObject({ doi: '10.1234/x_y', year: 2020 });
      expect(documents[0]!.authors, format).toHaveLength(2);
    }
  });
});
