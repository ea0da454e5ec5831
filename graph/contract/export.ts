/** Files for other programs: which there are, and what may be asked to be in one. */
import { z } from 'zod';
import { BOUNDS, idSchema, NO_DIRECTION_MARKS, ONE_LINE } from './common.ts';

interface FileFormat {
  readonly label: string;
  /** Who reads it. */
  readonly note: string;
  readonly ending: string;
  readonly type: string;
  /** What is in it: the graph, or only its papers. */
  readonly holds: 'graph' | 'papers';
}

export const FILE_FORMATS = {
  gexf: {
    label: 'GEXF',
    note: 'Gephi, with places and colours',
    ending: 'gexf',
    type: 'application/gexf+xml',
    holds: 'graph',
  },
  graphml: {
    label: 'GraphML',
    note: 'Cytoscape, yEd, igraph',
    ending: 'graphml',
    type: 'application/graphml+xml',
    holds: 'graph',
  },
  'node-link': {
    label: 'JSON, node-link',
    note: 'networkx, D3',
    ending: 'json',
    type: 'application/json',
    holds: 'graph',
  },
  vosviewer: {
    label: 'JSON, VOSviewer',
    note: 'VOSviewer and VOSviewer Online',
    ending: 'vosviewer.json',
    type: 'application/json',
    holds: 'graph',
  },
  csv: {
    label: 'CSV, nodes',
    note: 'Spreadsheets',
    ending: 'nodes.csv',
    type: 'text/csv',
    holds: 'graph',
  },
  'csv-edges': {
    label: 'CSV, edges',
    note: 'Spreadsheets',
    ending: 'edges.csv',
    type: 'text/csv',
    holds: 'graph',
  },
  json: {
    label: 'JSON, all fields',
    note: 'Programs of your own',
    ending: 'json',
    type: 'application/json',
    holds: 'graph',
  },
  bibtex: {
    label: 'BibTeX',
    note: 'LaTeX and reference managers',
    ending: 'bib',
    type: 'application/x-bibtex',
    holds: 'papers',
  },
  ris: {
    label: 'RIS',
    note: 'EndNote, Zotero, Mendeley',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    holds: 'papers',
  },
  csl: {
    label: 'CSL JSON',
    note: 'Zotero, pandoc',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    holds: 'papers',
  },
} as const satisfies Record<string, FileFormat>;

export type FileFormatName = keyof typeof FILE_FORMATS;
export const FILE_FORMAT_NAMES = Object.keys(FILE_FORMATS) as [FileFormatName, ...FileFormatName[]];

const columnOf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).max(BOUNDS.mapNodes);
const EDGES = 200_000;

/** POST /api/export: the file itself comes back. */
export const exportRequestSchema = z.object({
  format: z.enum(FILE_FORMAT_NAMES),
  /** One line, told in the formats that have a place for it. */
  title: z.string().max(200).regex(NO_DIRECTION_MARKS).regex(ONE_LINE).default('Lacuna'),
  /** In columns, as a map has them; ids that are nothing here are left out. Either these or a theme. */
  nodes: z
    .object({
      id: columnOf(idSchema),
      /** Where each lies and how it looks on the map that is exported; else as stored. */
      x: columnOf(z.number()).optional(),
      y: columnOf(z.number()).optional(),
      size: columnOf(z.number().nonnegative()).optional(),
      colour: columnOf(z.string().regex(/^#[0-9a-f]{6}$/i)).optional(),
    })
    .optional(),
  /** Indexes into the node columns; left out, all ties among the nodes that the store has. */
  edges: z
    .object({
      source: z.array(z.number().int().nonnegative()).max(EDGES),
      target: z.array(z.number().int().nonnegative()).max(EDGES),
      type: z.array(z.string().regex(/^[A-Z][A-Z_]{0,31}$/)).max(EDGES),
      weight: z.array(z.number()).max(EDGES),
    })
    .optional(),
  /** All members of this theme or sub-theme. */
  theme: idSchema.optional(),
});
export type ExportRequest = z.input<typeof exportRequestSchema>;
