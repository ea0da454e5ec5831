import { z } from 'zod';
import { count, cursor, jsonRecords, objects, parseJsonPage } from '../json-page.ts';
import type { Asking, PaperSource } from '../paper-source.ts';

const schema = z.object({
  message: z.object({ 'total-results': count, 'next-cursor': cursor.nullish(), items: objects }),
});
const FIELDS = [
  'DOI',
  'title',
  'subtitle',
  'abstract',
  'container-title',
  'event',
  'issued',
  'published',
  'published-print',
  'published-online',
  'author',
  'URL',
  'subject',
  'reference',
  'type',
];

/** Works of Crossref (https://www.crossref.org/documentation/retrieve-metadata/rest-api/). */
export const crossref: PaperSource = {
  name: 'crossref',
  title: 'Crossref',
  format: 'jsonl',
  extension: 'jsonl',
  needsContact: true,
  contentType: () => 'json',
  header: '',
  footer: '',
  pageRecords: 100,
  requestsPerPage: 1,
  depth: () => null,
  first: '*',
  ask: (asking) => {
    const filter = filterOf(asking);
    return {
      path: '/works',
      parameters: {
        query: asking.query.text,
        ...(filter && { filter }),
        select: FIELDS.join(','),
        rows: String(asking.pageRecords),
        cursor: asking.state,
        ...(asking.settings.contact && { mailto: asking.settings.contact }),
      },
      ...(asking.key && { headers: { 'crossref-plus-api-token': `Bearer ${asking.key}` } }),
    };
  },
  read: (body) => {
    const { message } = parseJsonPage(body, schema);
    return {
      total: message['total-results'],
      records: jsonRecords(message.items, 'DOI'),
      // It gives a cursor behind the last page too, often the same one: only an empty page is the end.
      next: message.items.length > 0 ? (message['next-cursor'] ?? null) : null,
    };
  },
};

function filterOf({ query }: Asking): string {
  return [
    query.from === null ? '' : `from-pub-date:${query.from}`,
    query.to === null ? '' : `until-pub-date:${query.to}`,
    query.withAbstract ? 'has-abstract:true' : '',
  ]
    .filter(Boolean)
    .join(',');
}
