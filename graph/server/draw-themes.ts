import { median } from './drawn-nodes.ts';
import { edgeTypesOf, topologyOf } from './map-request.ts';
import type { Drawing, Scene } from './scene.ts';
import { matching } from './search.ts';
import { COARSEST } from './theme-outlines.ts';
import { type ThemeTie, themeTies } from './theme-ties.ts';
import { TieList } from './ties.ts';
import { narrowByTies } from './topology.ts';

/** What is left of a theme when the filters are done. */
interface Members {
  papers: number;
  years: number[];
}

/**
 * The themes, or the sub-themes of one, by the links between their concepts. A theme is there when one of its
 * papers or concepts is.
 */
export async function drawThemes(scene: Scene): Promise<Drawing> {
  const { snapshot, ties, request, population, breathe } = scene;
  const { catalogue, search } = snapshot;
  const members = membersOf(scene);
  await breathe();
  const found = request.found && new Set(request.found.ids);
  const named = request.text === undefined ? null : matching(await search(), request.text);
  const among = [...catalogue.themes.values()].filter(
    ({ id, level, parent }) =>
      (found ? found.has(id) : request.theme === undefined ? level === COARSEST : parent === request.theme) &&
      (members.get(id)?.papers ?? -1) >= (request.minPapers ?? 0) &&
      (named === null || named.has(id)),
  );
  const ids = among.map(({ id }) => id);
  const links = edgeTypesOf(request).includes('LINKS')
    ? themeTies(ties, catalogue, ids, population.isIn)
    : [];
  const isLeft = await narrowByTies(
    [rowsOf(ids.length, links)],
    new Uint8Array(ids.length).fill(1),
    topologyOf(request),
    breathe,
  );
  const left = among.flatMap((theme, i) => (isLeft[i] ? { theme, i } : []));
  const chosen = left.slice(0, request.limit);
  const place = new Map(chosen.map(({ i }, at) => [i, at]));
  const drawn = links.filter(({ source, target }) => place.has(source) && place.has(target));
  return {
    nodes: chosen.map(({ theme: { id, label, x, y, level, parent } }) => ({
      id,
      kind: 'Theme',
      label,
      x,
      y,
      theme: level === COARSEST ? id : parent,
      weight: members.get(id)!.papers,
      year: median(members.get(id)!.years),
      ambiguity: null,
      isFresh: false,
    })),
    edges: {
      source: drawn.map(({ source }) => place.get(source)!),
      target: drawn.map(({ target }) => place.get(target)!),
      type: drawn.map(() => 'LINKS' as const),
      weight: drawn.map(({ weight }) => weight),
    },
    of: left.length,
  };
}

/** By theme and sub-theme; those with nothing left are missing. */
function membersOf({ snapshot: { catalogue }, request, population }: Scene): Map<string, Members> {
  const { from, to, tag, fresh } = request;
  const isNarrowed = [from, to, tag].some((filter) => filter !== undefined) || fresh === true;
  const members = new Map<string, Members>();
  const of = (id: string): Members => {
    const known = members.get(id) ?? {
      papers: isNarrowed ? 0 : (catalogue.themes.get(id)?.paperCount ?? 0),
      years: [],
    };
    members.set(id, known);
    return known;
  };
  let node = 0;
  for (const outlines of [catalogue.papers, catalogue.concepts]) {
    for (const outline of outlines.values()) {
      if (!population.isIn[node++]) continue;
      for (const id of [outline.theme, outline.subTheme]) {
        if (id === null) continue;
        const theme = of(id);
        if (!('year' in outline)) continue;
        if (isNarrowed) theme.papers += 1;
        if (outline.year !== null) theme.years.push(outline.year);
      }
    }
  }
  return members;
}

function rowsOf(themes: number, links: readonly ThemeTie[]) {
  const list = new TieList();
  for (const { source, target, weight } of links) list.add(source, target, weight, weight);
  return list.toRows(themes);
}
