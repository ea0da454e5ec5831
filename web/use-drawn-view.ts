/** From the server's answer to what is drawn: lens, cap, one theme, expansions. */
import { useEffect, useMemo } from 'react';
import type { GraphView } from '../graph/contract.ts';
import { ApiFailure } from './api.ts';
import { openWantedExpansions } from './navigation.ts';
import { useGraph, useThemeGraph } from './queries.ts';
import { mergeViews } from './sigma/merge-views.ts';
import { useNotice } from './state/notice.ts';
import { useView } from './state/view.ts';
import { useWantedExpansions } from './state/wanted-expansions.ts';

export interface DrawnView {
  /** The server's answer for the lens; the map's frame. */
  base: GraphView | undefined;
  /** With what was laid over it. */
  view: GraphView | undefined;
  /** True while what is there is still that of the choice before. */
  waiting: boolean;
  error: unknown;
  retry(): void;
}

export function useDrawnView(): DrawnView {
  const { lens, limit, theme, centre, depth, query, narrowing, expansions, laid } = useView();
  const graph = useGraph({ lens, limit, centre, depth, query, narrowing });
  const base = graph.data;
  const capped = base !== undefined && base.shown.nodes < base.shown.of;
  const { data: themePart, error: themeError } = useThemeGraph({ lens, narrowing, query }, theme, capped);
  const view = useMemo(() => {
    if (!base) return undefined;
    const extras = [...expansions.values(), ...(laid ? [laid] : [])].map(({ view }) => view);
    return mergeViews(base, theme !== null && themePart ? [themePart, ...extras] : extras);
  }, [base, themePart, theme, expansions, laid]);
  const wanted = useWantedExpansions((state) => state.wanted.size > 0);
  const there = base !== undefined;
  useEffect(() => {
    if (wanted && there) void openWantedExpansions();
  }, [wanted, there]);
  const unknown =
    theme !== null &&
    base !== undefined &&
    !graph.isPlaceholderData &&
    !base.themes.some(({ id }) => id === theme) &&
    (!capped || (themeError instanceof ApiFailure && themeError.code === 'notFound'));
  useEffect(() => {
    if (!unknown) return;
    useView.getState().isolate(null);
    useNotice
      .getState()
      .say('The theme that this link shows alone is not in this collection. All are shown.');
  }, [unknown]);
  return {
    base,
    view,
    waiting: graph.isPlaceholderData,
    error: graph.error,
    retry: () => void graph.refetch(),
  };
}
