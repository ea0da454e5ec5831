import { useEffect } from 'react';
import type { GraphView } from '../../../graph/contract.ts';
import { useAppearance } from '../../state/appearance.ts';
import { useMarks } from '../../state/marks.ts';
import { useSelection } from '../../state/selection.ts';
import { useStoredPins } from '../../state/stored-pins.ts';
import { useView } from '../../state/view.ts';
import { emphasise } from '../emphasis.ts';
import { labelOrder, type MapScene } from '../map-scene.ts';
import { paintOf } from '../paint.ts';

/** Gives nodes and links their looks, and lets stand out what is hovered, selected, marked, picked or shown alone. */
export function EmphasisController({ scene, view }: { scene: MapScene; view: GraphView }) {
  const { hovered, marked, picked, hidden, pins, theme: isolated } = useView();
  const { colouring, sizing, edgeColouring } = useView();
  const { hiddenKinds, hiddenRelations } = useView((state) => state.narrowing);
  const stored = useStoredPins((state) => state.places);
  const selection = useSelection((state) => state.current);
  const scheme = useAppearance((state) => state.scheme);
  const marksUnsure = useMarks((state) => state.unsure);

  useEffect(() => {
    if (scene.view !== view) return;
    const resized = scene.paint.sizing !== sizing;
    const crowd = scene.frame?.view.nodes.id.length;
    scene.paint = paintOf(scene.graph, { colouring, sizing, edgeColouring, scheme }, crowd);
    if (resized) scene.labelOrder = labelOrder(scene.graph, scene.emphasis, scene.paint);
    scene.repaint.ask('paint');
  }, [scene, view, colouring, sizing, edgeColouring, scheme]);

  useEffect(() => {
    const themeId = isolated ?? (selection?.type === 'theme' ? selection.id : null);
    const theme = view.themes.findIndex(({ id }) => id === themeId);
    const selected = selection && selection.type !== 'theme' ? selection.id : null;
    const { graph } = scene;
    const reordered = scene.theme !== theme;
    scene.marksUnsure = marksUnsure;
    scene.theme = theme;
    scene.emphasis = emphasise({
      graph,
      hovered,
      selected: themeId !== null && graph.hasNode(themeId) ? themeId : selected,
      theme: view.nodes.kind[0] === 'Theme' ? -1 : theme,
      marked,
      hiddenKinds,
      hiddenRelations,
      hidden,
      picked,
      pinned: { has: (id) => pins.has(id) || stored.has(id) },
    });
    scene.labelOrder = labelOrder(graph, scene.emphasis, scene.paint);
    if (scene.renewed) {
      scene.renewed = false;
      scene.repaint.renew();
      return;
    }
    // NOTE: without new indexes the order of drawing stays, which is good enough and half the work.
    scene.repaint.ask(reordered ? 'order' : 'paint');
  }, [
    scene,
    view,
    hovered,
    marked,
    picked,
    hidden,
    pins,
    stored,
    hiddenKinds,
    hiddenRelations,
    isolated,
    selection,
    marksUnsure,
  ]);
  return null;
}
