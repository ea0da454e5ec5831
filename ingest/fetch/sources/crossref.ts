import { z } from 'zod';
import { count, jsonRecords, objects, parseJsonPage } from '../json-page.ts';
import type { Asking, PaperSource } from '../paper-source.ts';

const schema = z.object({
  message: z.object({ 'total-results': count, items: objects }),
});
const FIELDS = [
  'DOI',
  'title',
  'subtitle',
  'abstract',
  'container-title',
  'event',
  'issued',
  'published-print',
  'published-online',
  'author',
  'URL',
  'subject',
  'reference',
  'type',
];

/** Deeper it pages by cursor only. */
const DEPTH = 10_000;

/**
 * Works of Crossref (https://www.crossref.org/documentation/retrieve-metadata/rest-api/), by offset: its cursor stands
 * for a search that goes on with each asking and is forgotten after minutes, so that an answer that was lost on the
 * way, or a run that goes on later, would leave papers out.
 */
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
  depth: () => DEPTH,
  first: '0',
  ask: (asking) => {
    const filter = filterOf(asking);
    return {
      path: '/works',
      parameters: {
        query: asking.query.text,
        ...(filter && { filter }),
        select: FIELDS.join(','),
        rows: String(Math.min(asking.pageRecords, DEPTH - Number(asking.state))),
        offset: asking.state,
        ...(asking.settings.contact && { mailto: asking.settings.contact }),
      },
      ...(asking.key && { headers: { 'crossref-plus-api-token': `Bearer ${asking.key}` } }),
    };
  },
  read: (body, asking) => {
    const { message } = parseJsonPage(body, schema);
    const total = message['total-results'];
    const behind = Number(asking.state) + message.items.length;
    return {
      total,
      records: jsonRecords(message.items, 'DOI'),
      next: message.items.length > 0 && behind < Math.min(total, DEPTH) ? String(behind) : null,
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
