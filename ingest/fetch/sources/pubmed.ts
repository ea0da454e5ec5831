import { z } from 'zod';
import { FetchFailure, notAsPromised } from '../failure.ts';
import { parseJsonPage } from '../json-page.ts';
import type { Asking, Page, PageRequest, PaperSource } from '../paper-source.ts';
import { shown } from '../shown.ts';
import { readXmlPage } from '../xml-page.ts';

const pubmedId = z.string().regex(/^\d{1,12}$/);
const searchSchema = z.object({
  esearchresult: z.object({
    count: z
      .string()
      .regex(/^\d{1,10}$/)
      .optional(),
    idlist: z.array(pubmedId).max(10_000).optional(),
    ERROR: z.string().optional(),
  }),
});
/** `ids` are those to get next, null where they are to be searched for. */
const stateSchema = z.object({
  at: z.number().int().min(0),
  total: z.number().int().min(0),
  ids: z.array(pubmedId).max(10_000).nullable(),
});
type State = z.output<typeof stateSchema>;
/** `esearch` tells no more. */
const DEPTH = 10_000;
const FIRST_YEAR = 1500;
const LAST_YEAR = 3000;

/**
 * Articles of PubMed by the E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/): `esearch` tells the ids of
 * a page, `efetch` gives it. Nothing is kept on their side, so a run can go on after any time.
 */
export const pubmed: PaperSource = {
  name: 'pubmed',
  title: 'PubMed',
  format: 'pubmed-xml',
  extension: 'xml',
  needsContact: true,
  contentType: (state) => (stateOf(state).ids ? 'xml' : 'json'),
  header: '<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n',
  footer: '</PubmedArticleSet>\n',
  pageRecords: 200,
  requestsPerPage: 2,
  depth: () => DEPTH,
  first: stateText({ at: 0, total: 0, ids: null }),
  ask: (asking) => {
    const { at, ids } = stateOf(asking.state);
    return ids ? fetching(ids, asking) : searching(at, asking);
  },
  read: (body, asking) => {
    const { at, total, ids } = stateOf(asking.state);
    if (!ids) return readSearch(body, at);
    const { root, records } = readXmlPage(body, 'PubmedArticle', ['MedlineCitation', 'PMID']);
    if (root !== 'PubmedArticleSet') throw notAsPromised('no PubmedArticleSet');
    const behind = at + ids.length;
    return {
      total: null,
      records: records.map(({ id, text }) => ({ id, text: `${text}\n` })),
      next: behind < Math.min(total, DEPTH) ? stateText({ at: behind, total, ids: null }) : null,
    };
  },
};

function searching(at: number, asking: Asking): PageRequest {
  const { text, from, to, withAbstract } = asking.query;
  const years = from !== null || to !== null;
  return {
    path: '/esearch.fcgi',
    parameters: {
      db: 'pubmed',
      term: withAbstract ? `(${text}) AND hasabstract` : text,
      retmode: 'json',
      sort: 'relevance',
      retstart: String(at),
      retmax: String(Math.min(asking.pageRecords, DEPTH - at)),
      ...(years && {
        datetype: 'pdat',
        mindate: String(from ?? FIRST_YEAR),
        maxdate: String(to ?? LAST_YEAR),
      }),
      ...identity(asking),
    },
  };
}

const fetching = (ids: readonly string[], asking: Asking): PageRequest => ({
  path: '/efetch.fcgi',
  parameters: { db: 'pubmed', id: ids.join(','), retmode: 'xml', ...identity(asking) },
});

const identity = ({ settings, key }: Asking): Record<string, string> => ({
  tool: 'lacuna',
  ...(settings.contact && { email: settings.contact }),
  ...(key && { api_key: key }),
});

function readSearch(body: string, at: number): Page {
  const { count, idlist = [], ERROR: complaint } = parseJsonPage(body, searchSchema).esearchresult;
  if (complaint !== undefined) {
    throw new FetchFailure(`it doesn't take the query: ${shown(complaint)}`, { code: 'input' });
  }
  if (count === undefined) throw notAsPromised('it says no count');
  return {
    total: Number(count),
    records: [],
    next: idlist.length > 0 ? stateText({ at, total: Number(count), ids: idlist }) : null,
    isSearch: true,
  };
}

function stateText(state: State): string {
  return JSON.stringify(state);
}

function stateOf(text: string): State {
  return stateSchema.parse(JSON.parse(text));
}
