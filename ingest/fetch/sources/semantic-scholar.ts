import { z } from 'zod';
import { count, cursor, jsonRecords, objects, parseJsonPage } from '../json-page.ts';
import type { Asking, PaperSource } from '../paper-source.ts';

const schema = z.object({ total: count, token: cursor.nullish(), data: objects });
const FIELDS = [
  'paperId',
  'corpusId',
  'externalIds',
  'url',
  'title',
  'abstract',
  'venue',
  'publicationVenue',
  'journal',
  'year',
  'publicationDate',
  'authors',
];
const FIRST = 'first';

/** Bulk search of Semantic Scholar (https://api.semanticscholar.org/api-docs/graph); a page has 1,000 papers. */
export const semanticScholar: PaperSource = {
  name: 'semantic-scholar',
  title: 'Semantic Scholar',
  format: 'jsonl',
  extension: 'jsonl',
  needsContact: false,
  contentType: () => 'json',
  header: '',
  footer: '',
  pageRecords: 1000,
  hasFixedPages: true,
  requestsPerPage: 1,
  depth: () => 10_000_000,
  first: FIRST,
  ask: (asking) => {
    const year = yearsOf(asking);
    return {
      path: '/paper/search/bulk',
      parameters: {
        query: asking.query.text,
        fields: FIELDS.join(','),
        ...(year && { year }),
        ...(asking.state !== FIRST && { token: asking.state }),
      },
      ...(asking.key && { headers: { 'x-api-key': asking.key } }),
    };
  },
  read: (body) => {
    const { total, token, data } = parseJsonPage(body, schema);
    return { total, records: jsonRecords(data, 'paperId'), next: token ?? null };
  },
};

const yearsOf = ({ query: { from, to } }: Asking): string =>
  from === null && to === null ? '' : `${from ?? ''}-${to ?? ''}`;
