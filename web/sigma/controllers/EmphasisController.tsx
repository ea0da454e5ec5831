import { useEffect } from 'react';
import type { GraphView } from '../../../graph/contract.ts';
import { useAppearance } from '../../state/appearance.ts';
import { useMarks } from '../../state/marks.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import { emphasise } from '../emphasis.ts';
import { labelOrder, type MapScene } from '../map-scene.ts';

/** Lets stand out what is hovered, selected, marked or shown alone. */
export function EmphasisController({ scene, view }: { scene: MapScene; view: GraphView }) {
  const { hovered, marked, theme: isolated } = useView();
  const { hiddenKinds } = useView((state) => state.narrowing);
  const selection = useSelection((state) => state.current);
  const scheme = useAppearance((state) => state.scheme);
  const marksUnsure = useMarks((state) => state.unsure);

  useEffect(() => {
    const themeId = isolated ?? (selection?.type === 'theme' ? selection.id : null);
    const theme = view.themes.findIndex(({ id }) => id === themeId);
    const selected = selection && selection.type !== 'theme' ? selection.id : null;
    const { graph } = scene;
    const hoverOnly = scene.scheme === scheme && scene.theme === theme;
    scene.scheme = scheme;
    scene.marksUnsure = marksUnsure;
    scene.theme = theme;
    scene.emphasis = emphasise({ graph, hovered, selected, theme, marked, hiddenKinds });
    scene.labelOrder = labelOrder(graph, scene.emphasis);
    // NOTE: without new indexes the order of drawing stays, which is good enough and half the work.
    scene.repaint.ask(hoverOnly ? 'paint' : 'order');
  }, [scene, view, hovered, marked, hiddenKinds, isolated, selection, scheme, marksUnsure]);
  return null;
}
