/** What something is called, as far as the page has been told so. */
import type { GraphView } from '../graph/contract.ts';
import { cachedName, queryClient } from './queries.ts';

function* drawnViews(): Generator<GraphView> {
  for (const key of ['graph', 'neighbours'])
    for (const [, view] of queryClient.getQueriesData<GraphView>({ queryKey: [key] })) if (view) yield view;
}

/** Of a paper or concept; null where no answer has named it yet. */
export function drawnName(id: string): string | null {
  const known = cachedName({ type: 'concept', id }) ?? cachedName({ type: 'paper', id });
  if (known !== null) return known;
  for (const { nodes } of drawnViews()) {
    const at = nodes.id.indexOf(id);
    if (at >= 0) return nodes.label[at]!;
  }
  return null;
}

/** Of a theme. */
export function drawnThemeName(id: string): string | null {
  const known = cachedName({ type: 'theme', id });
  if (known !== null) return known;
  for (const { themes } of drawnViews()) {
    const theme = themes.find((candidate) => candidate.id === id);
    if (theme) return theme.label;
  }
  return null;
}
