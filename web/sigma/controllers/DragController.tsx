import { useEffect } from 'react';
import type { MouseCoords } from 'sigma/types';
import { type Position, useView } from '../../state/view.ts';
import type { MapScene } from '../map-scene.ts';
import { swallowClick } from '../swallow-click.ts';

/** Pixels that the pointer must go before a press becomes a drag. */
const THRESHOLD = 5;

interface Drag {
  readonly node: string;
  /** Where the pointer took it. */
  readonly from: { readonly x: number; readonly y: number };
  /** Where it and those that go with it were. */
  readonly places: ReadonlyMap<string, Position>;
  moving: boolean;
}

/** A dragged node is pinned where it is dropped, and with it all that are picked, if it is one of them; Escape puts them back. */
export function DragController({ scene }: { scene: MapScene }) {
  useEffect(() => {
    const { sigma, graph } = scene;
    let drag: Drag | null = null;

    const placeOf = (id: string): Position => {
      const { x, y } = graph.getNodeAttributes(id);
      return { x, y };
    };
    const put = (places: Iterable<readonly [string, Position]>) => {
      graph.quietly(() => {
        for (const [id, { x, y }] of places) if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { x, y });
      });
      scene.repaint.ask('order');
    };
    const down = ({ node, event }: { node: string; event: MouseCoords }) => {
      const { original } = event;
      if (!(original instanceof MouseEvent) || original.button !== 0 || !graph.hasNode(node)) return;
      const { picked } = useView.getState();
      const along = picked.has(node) ? [...picked].filter((id) => graph.hasNode(id)) : [node];
      drag = {
        node,
        from: { x: event.x, y: event.y },
        places: new Map(along.map((id) => [id, placeOf(id)])),
        moving: false,
      };
    };
    const move = ({ event }: { event: MouseCoords }) => {
      if (!drag) return;
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
      drag.moving ||= Math.hypot(event.x - drag.from.x, event.y - drag.from.y) > THRESHOLD;
      if (!drag.moving) return;
      const was = sigma.viewportToGraph(drag.from);
      const is = sigma.viewportToGraph({ x: event.x, y: event.y });
      put([...drag.places].map(([id, { x, y }]) => [id, { x: x + is.x - was.x, y: y + is.y - was.y }]));
    };
    const drop = () => {
      const dropped = drag;
      drag = null;
      if (!dropped?.moving) return;
      swallowClick();
      const still = [...dropped.places.keys()].filter((id) => graph.hasNode(id));
      useView.getState().pin(still.map((id) => [id, placeOf(id)]));
    };
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !drag?.moving) return;
      event.preventDefault();
      event.stopPropagation();
      put(drag.places);
      drag = null;
      swallowClick();
    };

    sigma.on('downNode', down);
    sigma.on('moveBody', move);
    window.addEventListener('mouseup', drop, { capture: true });
    window.addEventListener('keydown', cancel, { capture: true });
    return () => {
      sigma.off('downNode', down);
      sigma.off('moveBody', move);
      window.removeEventListener('mouseup', drop, { capture: true });
      window.removeEventListener('keydown', cancel, { capture: true });
    };
  }, [scene]);
  return null;
}
