/** Every format by its name. */
import { exportBibtex } from './bibtex.ts';
import { exportCsl } from './csl.ts';
import { exportEdgeTable, exportNodeTable } from './csv.ts';
import { exportGexf } from './gexf.ts';
import type { GraphSource } from './graph-source.ts';
import { exportGraphml } from './graphml.ts';
import { exportJson, exportJsonLines } from './json.ts';
import { exportNodeLink } from './node-link.ts';
import { exportRis } from './ris.ts';
import { exportVosviewer } from './vosviewer.ts';

export const WRITERS = {
  json: exportJson,
  jsonl: exportJsonLines,
  gexf: exportGexf,
  graphml: exportGraphml,
  'node-link': exportNodeLink,
  vosviewer: exportVosviewer,
  csv: exportNodeTable,
  'csv-edges': exportEdgeTable,
  bibtex: exportBibtex,
  ris: exportRis,
  csl: exportCsl,
} as const satisfies Record<string, (graph: GraphSource) => AsyncGenerator<string>>;
