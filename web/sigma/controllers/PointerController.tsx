import { useEffect } from 'react';
import { isolateTheme, openTarget, targetOf, toggleExpansion } from '../../navigation.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import type { LabelLayer } from '../label-layer.ts';
import type { MapScene } from '../map-scene.ts';

/** Hover shows the neighbourhood, a click selects, a double click expands; the bare map lets go. */
export function PointerController({ scene, labels }: { scene: MapScene; labels: LabelLayer }) {
  useEffect(() => {
    const { sigma } = scene;
    const { hover } = useView.getState();
    const { select } = useSelection.getState();
    const container = sigma.getContainer();
    const kindOf = (node: string) => scene.graph.getNodeAttribute(node, 'kind');

    const enter = ({ node }: { node: string }) => {
      hover(node);
      container.style.cursor = 'pointer';
    };
    const leave = () => {
      hover(null);
      container.style.cursor = '';
    };
    const click = ({ node }: { node: string }) => select(targetOf(kindOf(node), node));
    const open = ({ node, preventSigmaDefault }: { node: string; preventSigmaDefault(): void }) => {
      preventSigmaDefault();
      // A failure is shown by the panel, which asks for the same node.
      toggleExpansion(node).catch(() => {});
    };
    const clickStage = ({ event }: { event: { x: number; y: number } }) => {
      const theme = scene.view?.themes[labels.themeAt(event.x, event.y)];
      if (theme) openTarget({ type: 'theme', id: theme.id });
      else {
        useView.getState().mark([]);
        select(null);
      }
    };
    const openStage = (payload: { event: { x: number; y: number }; preventSigmaDefault(): void }) => {
      const theme = scene.view?.themes[labels.themeAt(payload.event.x, payload.event.y)];
      if (!theme) return;
      payload.preventSigmaDefault();
      isolateTheme(theme.id);
    };

    sigma.on('enterNode', enter);
    sigma.on('leaveNode', leave);
    sigma.on('clickNode', click);
    sigma.on('doubleClickNode', open);
    sigma.on('clickStage', clickStage);
    sigma.on('doubleClickStage', openStage);
    return () => {
      sigma.off('enterNode', enter);
      sigma.off('leaveNode', leave);
      sigma.off('clickNode', click);
      sigma.off('doubleClickNode', open);
      sigma.off('clickStage', clickStage);
      sigma.off('doubleClickStage', openStage);
    };
  }, [scene, labels]);
  return null;
}
