import { z } from 'zod';
import { count, cursor, jsonRecords, objects, parseJsonPage } from '../json-page.ts';
import type { Asking, PaperSource } from '../paper-source.ts';

const schema = z.object({
  meta: z.object({ count, next_cursor: cursor.nullish() }),
  results: objects,
});
/** What our reader takes, and little more. */
const FIELDS = [
  'id',
  'doi',
  'ids',
  'title',
  'display_name',
  'publication_year',
  'publication_date',
  'type',
  'authorships',
  'primary_location',
  'best_oa_location',
  'locations',
  'keywords',
  'referenced_works',
  'abstract_inverted_index',
];
const FIRST = '*';
/** Without a key it pages by number only, and so deep. */
const DEPTH_WITHOUT_KEY = 10_000;

/** Works of OpenAlex (https://developers.openalex.org/guides/page-through-results). */
export const openalex: PaperSource = {
  name: 'openalex',
  title: 'OpenAlex',
  format: 'jsonl',
  extension: 'jsonl',
  needsContact: true,
  contentType: () => 'json',
  header: '',
  footer: '',
  pageRecords: 100,
  requestsPerPage: 1,
  depth: (key) => (key === null ? DEPTH_WITHOUT_KEY : null),
  first: FIRST,
  ask: (asking) => {
    const filter = filterOf(asking);
    return {
      path: '/works',
      parameters: {
        search: asking.query.text,
        ...(filter && { filter }),
        select: FIELDS.join(','),
        per_page: String(asking.pageRecords),
        ...(byNumber(asking) ? { page: String(pageNumber(asking)) } : { cursor: asking.state }),
        ...(asking.settings.contact && { mailto: asking.settings.contact }),
        ...(asking.key && { api_key: asking.key }),
      },
    };
  },
  read: (body, asking) => {
    const { meta, results } = parseJsonPage(body, schema);
    const page = pageNumber(asking);
    const isLast = page * asking.pageRecords >= Math.min(meta.count, DEPTH_WITHOUT_KEY);
    const next = byNumber(asking) ? (isLast ? null : `page ${page + 1}`) : (meta.next_cursor ?? null);
    return { total: meta.count, records: jsonRecords(results, 'id'), next: results.length > 0 ? next : null };
  },
};

/** A run that began without a key goes on by number, for a cursor can't begin in the middle. */
const byNumber = ({ key, state }: Asking): boolean => state.startsWith('page ') || (state === FIRST && !key);

const pageNumber = ({ state }: Asking): number =>
  state.startsWith('page ') ? Number(state.slice('page '.length)) : 1;

function filterOf({ query }: Asking): string {
  return [
    query.from === null ? '' : `from_publication_date:${query.from}-01-01`,
    query.to === null ? '' : `to_publication_date:${query.to}-12-31`,
    query.withAbstract ? 'has_abstract:true' : '',
  ]
    .filter(Boolean)
    .join(',');
}
