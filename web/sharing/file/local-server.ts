/** Answers the page's requests from the file that it lives in; nothing leaves it. */
import { API_PREFIX } from '../../../graph/contract.ts';
import type { SharedGraph } from '../../../graph/export/share-file.ts';
import { graphQuery } from '../../queries.ts';
import { parsePlace } from '../../state/address.ts';
import { createLocalSearch } from './local-search.ts';
import { localNeighbours, localView } from './local-view.ts';

const NOT_HERE = 'This file does not hold that; Lacuna itself does.';
const NOTHING = { text: 'RETURN 1', parameters: {} };
const NO_NOTES = {
  annotations: [],
  without: 0,
  tags: [],
  limits: { noteLength: 0, tags: 0, tagLength: 0, pins: 0 },
  editable: false,
  cypher: NOTHING,
};

export function createLocalServer(shared: SharedGraph): (address: string) => Promise<Response> {
  const search = createLocalSearch(shared);
  const exported = requestAt(shared.address);
  function answer(path: string, query: URLSearchParams): unknown {
    if (path === '/status') return shared.status;
    if (path === '/themes') return shared.themes;
    if (path === '/annotations') return NO_NOTES;
    if (path === '/graph') return localView(shared, query, exported);
    if (path === '/search') return search(query.get('q') ?? '', Number(query.get('limit') ?? 12));
    const [, family, id] = /^\/(\w+)\/([^/]+)$/.exec(path) ?? [];
    if (family === 'neighbours' && id) return localNeighbours(shared.views, decodeURIComponent(id), query);
    return Object.hasOwn(shared.answers, path) ? shared.answers[path] : null;
  }
  return async (address) => {
    const [path = '', query = ''] = address.slice(API_PREFIX.length).split('?');
    const found = answer(path, new URLSearchParams(query));
    if (found !== null) return Response.json(found);
    const error = { code: 'notFound', message: NOT_HERE, details: {} };
    return Response.json({ error }, { status: 404 });
  };
}

/** What the page asks for at this address. */
function requestAt(address: string): URLSearchParams {
  const [, request] = graphQuery(parsePlace(address).view).queryKey;
  const asked = Object.entries(request as object).filter(([, value]) => value !== undefined);
  return new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
}
