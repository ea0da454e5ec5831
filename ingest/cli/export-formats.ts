/** What `lacuna export` writes. */
export const EXPORT_FORMATS = [
  'json',
  'jsonl',
  'gexf',
  'graphml',
  'node-link',
  'vosviewer',
  'csv',
  'csv-edges',
  'bibtex',
  'ris',
  'csl',
  'html',
] as const;
