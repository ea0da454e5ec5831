import { useEffect } from 'react';
import { isolateTheme, openTarget, targetOf, toggleExpansion } from '../../navigation.ts';
import { useMapTool } from '../../state/map-tool.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import { holdPoint } from '../held-point.ts';
import type { LabelLayer } from '../label-layer.ts';
import type { MapScene } from '../map-scene.ts';
import { type Click, isSecondClick } from '../second-click.ts';

interface MapClick {
  x: number;
  y: number;
  original: MouseEvent | TouchEvent;
}

/** Hover shows the neighbourhood, a click selects, a double click expands; the bare map lets go. */
export function PointerController({ scene, labels }: { scene: MapScene; labels: LabelLayer }) {
  useEffect(() => {
    const { sigma } = scene;
    const { hover } = useView.getState();
    const { select } = useSelection.getState();
    const container = sigma.getContainer();
    const kindOf = (node: string) => scene.graph.getNodeAttribute(node, 'kind');

    const enter = ({ node }: { node: string }) => {
      if (!scene.graph.hasNode(node)) return;
      hover(node);
      container.style.cursor = 'pointer';
    };
    const leave = () => {
      hover(null);
      container.style.cursor = '';
    };
    let first: (Click & { node: string }) | null = null;
    const expand = (node: string) => {
      // A failure is shown by the panel, which asks for the same node.
      toggleExpansion(node).catch(() => {});
    };
    const click = ({ node, event }: { node: string; event: MapClick }) => {
      if (!scene.graph.hasNode(node)) return;
      scene.held = holdPoint(scene, event.x, event.y);
      const { original } = event;
      if (original instanceof MouseEvent) {
        first = { node, x: original.clientX, y: original.clientY, timeStamp: original.timeStamp };
      }
      select(targetOf(kindOf(node), node));
    };
    // NOTE: the panel that the first click opens may move the map, or come to lie under the pointer itself.
    const clickAnywhere = (event: MouseEvent) => {
      const { clientX: x, clientY: y, timeStamp } = event;
      if (!first || !isSecondClick(first, { x, y, timeStamp })) return;
      event.stopPropagation();
      event.preventDefault();
      expand(first.node);
      first = null;
    };
    const ask = ({ node, event }: { node: string; event: MapClick }) => {
      const { left, top } = container.getBoundingClientRect();
      useMapTool.getState().openMenu({ id: node, x: left + event.x, y: top + event.y });
    };
    const open = ({ node, preventSigmaDefault }: { node: string; preventSigmaDefault(): void }) => {
      preventSigmaDefault();
      expand(node);
    };
    const clickStage = ({ event }: { event: { x: number; y: number } }) => {
      scene.held = holdPoint(scene, event.x, event.y);
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

    window.addEventListener('click', clickAnywhere, { capture: true });
    sigma.on('enterNode', enter);
    sigma.on('leaveNode', leave);
    sigma.on('clickNode', click);
    sigma.on('rightClickNode', ask);
    sigma.on('doubleClickNode', open);
    sigma.on('clickStage', clickStage);
    sigma.on('doubleClickStage', openStage);
    return () => {
      window.removeEventListener('click', clickAnywhere, { capture: true });
      sigma.off('enterNode', enter);
      sigma.off('leaveNode', leave);
      sigma.off('clickNode', click);
      sigma.off('rightClickNode', ask);
      sigma.off('doubleClickNode', open);
      sigma.off('clickStage', clickStage);
      sigma.off('doubleClickStage', openStage);
    };
  }, [scene, labels]);
  return null;
}
