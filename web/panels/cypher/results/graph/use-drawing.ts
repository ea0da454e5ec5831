import { type RefObject, useEffect, useRef, useState } from 'react';
import { wantsRest } from '../../../../sigma/motion.ts';
import type { Scheme } from '../../../../theme/palette.ts';
import { GraphDrawing } from './graph-drawing.ts';
import type { Spotlight } from './graph-scene.ts';
import { layoutSteps } from './layout.ts';
import type { DrawnPart } from './result-graph.ts';

interface Looks {
  scheme: Scheme;
  selected: Spotlight | null;
  hovered: Spotlight | null;
  onHover(spot: Spotlight | null): void;
  onSelect(spot: Spotlight | null): void;
}

/** The drawing of `part` in `container`, for as long as the component lives; `failed` where there is no WebGL. */
export function useDrawing(
  container: RefObject<HTMLDivElement | null>,
  part: DrawnPart,
  { scheme, selected, hovered, onHover, onSelect }: Looks,
): { drawing: GraphDrawing | null; failed: boolean } {
  const [drawing, setDrawing] = useState<GraphDrawing | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ scheme, onHover, onSelect });
  latest.current = { scheme, onHover, onSelect };

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let made: GraphDrawing;
    try {
      made = new GraphDrawing(element, part, latest.current.scheme, {
        onHover: (spot) => latest.current.onHover(spot),
        onSelect: (spot) => latest.current.onSelect(spot),
      });
    } catch {
      setFailed(true);
      return;
    }
    const steps = layoutSteps(
      { ids: part.nodes.map(({ ref }) => ref), edges: part.relations },
      Math.max(0.5, element.offsetWidth / Math.max(1, element.offsetHeight)),
    );
    const still = wantsRest();
    // A large graph is seen at once and settles before the eye; where nothing is to move, unseen.
    let places = steps.next().value;
    if (places) made.place(places);
    let timer = window.setTimeout(function settle() {
      const { value, done } = steps.next();
      if (value) places = value;
      if (places && Boolean(done) === still) made.place(places);
      if (!done) timer = window.setTimeout(settle);
    });
    setDrawing(made);
    return () => {
      window.clearTimeout(timer);
      made.dispose();
      setDrawing(null);
    };
  }, [container, part]);

  useEffect(() => drawing?.look(scheme, selected, hovered), [drawing, scheme, selected, hovered]);
  return { drawing, failed };
}
