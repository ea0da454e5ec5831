import { FetchFailure, notAsPromised } from '../failure.ts';
import type { Asking, PaperSource } from '../paper-source.ts';
import { shown } from '../shown.ts';
import { readXmlPage } from '../xml-page.ts';

/** Its own prefixes of a search, and what else makes a text one. */
const OWN_SYNTAX = /\b(?:ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):/;
/** Its paging goes no deeper. */
const DEPTH = 30_000;
const FIRST_DATE = '190001010000';
const LAST_DATE = '210012312359';

/** Papers of arXiv (https://info.arxiv.org/help/api/user-manual.html). */
export const arxiv: PaperSource = {
  name: 'arxiv',
  title: 'arXiv',
  format: 'atom',
  extension: 'xml',
  needsContact: false,
  contentType: () => 'xml',
  header:
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" ' +
    'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">\n',
  footer: '</feed>\n',
  pageRecords: 200,
  requestsPerPage: 1,
  depth: () => DEPTH,
  first: '0',
  ask: (asking) => ({
    path: '/query',
    parameters: {
      search_query: searchOf(asking),
      start: asking.state,
      max_results: String(Math.min(asking.pageRecords, DEPTH - Number(asking.state))),
      sortBy: 'relevance',
      sortOrder: 'descending',
    },
  }),
  read: (body, asking) => {
    const { root, records, fields } = readXmlPage(body, 'entry', ['id']);
    if (root !== 'feed') throw notAsPromised('no Atom feed');
    const complaint = records.find(({ id }) => id?.includes('/api/errors'));
    if (complaint) {
      const [, summary = ''] = /<summary[^>]*>([^<]*)/.exec(complaint.text) ?? [];
      throw new FetchFailure(`it doesn't take the query: ${shown(summary)}`, { code: 'input' });
    }
    const total = Number(fields.totalResults);
    if (!Number.isSafeInteger(total) || total < 0) throw notAsPromised('it says no totalResults');
    const start = Number(asking.state);
    // It answers with an empty page now and then; asked again it has one.
    if (records.length === 0 && start < total) throw notAsPromised('a page without papers before the last');
    const next = start + records.length;
    return {
      total,
      records: records.map(({ id, text }) => ({ id, text: `${text}\n` })),
      next: records.length > 0 && next < Math.min(total, DEPTH) ? String(next) : null,
    };
  },
};

/** Words alone are looked for everywhere, all of them; what has a prefix goes as it is. */
function searchOf({ query: { text, from, to } }: Asking): string {
  const search = OWN_SYNTAX.test(text)
    ? text
    : (text.match(/"[^"]+"|[^\s"]+/g) ?? [])
        .map((word) => (/^(?:AND|OR|ANDNOT)$/.test(word) ? word : `all:${word}`))
        .join(' ')
        .replace(/(all:(?:"[^"]+"|\S+)) (?=all:)/g, '$1 AND ');
  if (from === null && to === null) return search;
  const first = from === null ? FIRST_DATE : `${from}01010000`;
  const last = to === null ? LAST_DATE : `${to}12312359`;
  return `(${search}) AND submittedDate:[${first} TO ${last}]`;
}
