import type { Concept, PaperConcept } from '../../../ingest/canonicalise/concept.ts';
import type { Document } from '../../../ingest/record.ts';

export const paper = (id: string, more: Partial<Document> = {}): Document => ({
  id,
  title: `Paper ${id}`,
  abstract: `Abstract of ${id}.`,
  year: 2020,
  venue: null,
  doi: null,
  arxivId: null,
  pubmedId: null,
  url: null,
  keywords: [],
  authors: [],
  cites: [],
  sources: [`file#${id}`],
  keys: [`key:${id}`],
  variants: [`key:${id}`],
  ...more,
});

export const concept = (id: string, kind: Concept['kind'] = 'Method'): Concept => ({
  id,
  key: id,
  name: `concept ${id}`,
  kind,
  aliases: [],
  reasons: {},
  family: null,
});

export const tie = (paperId: string, conceptId: string, more: Partial<PaperConcept> = {}): PaperConcept => ({
  paperId,
  conceptId,
  count: 1,
  salience: 0.5,
  role: 'uses',
  spans: [{ field: 'title', start: 0, end: 5, sentenceStart: 0, sentenceEnd: 7 }],
  introduces: false,
  ...more,
});
