import { type RefObject, useEffect, useRef, useState } from 'react';
import { wantsRest } from '../../../../sigma/motion.ts';
import type { Scheme } from '../../../../theme/palette.ts';
import { GraphDrawing } from './graph-drawing.ts';
import type { Spotlight } from './graph-scene.ts';
import { layoutSteps, type Places } from './layout.ts';
import type { DrawnPart } from './result-graph.ts';

interface Looks {
  scheme: Scheme;
  selected: Spotlight | null;
  hovered: Spotlight | null;
  onHover(spot: Spotlight | null): void;
  onSelect(spot: Spotlight | null): void;
}

/** Width by height that makes it worth while to lay all out anew, as a factor. */
const OTHER_ROOM = 1.25;

const aspectOf = ({ offsetWidth, offsetHeight }: HTMLElement): number =>
  Math.max(0.5, offsetWidth / Math.max(1, offsetHeight));

/**
 * A large graph is seen at once and settles before the eye; where nothing is to move, unseen. Returns the timer of the next
 * step and tells of every one after it.
 */
function settle(drawing: GraphDrawing, steps: Generator<Places>, wait: (timer: number) => void): number {
  const still = wantsRest();
  let places = steps.next().value as Places | undefined;
  if (places) drawing.place(places);
  return window.setTimeout(function step() {
    const { value, done } = steps.next();
    if (value) places = value;
    if (places && Boolean(done) === still) drawing.place(places);
    if (!done) wait(window.setTimeout(step));
  });
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
    const ties = { ids: part.nodes.map(({ ref }) => ref), edges: part.relations };
    let timer = 0;
    let aspect = 0;
    const lay = () => {
      window.clearTimeout(timer);
      aspect = aspectOf(element);
      timer = settle(made, layoutSteps(ties, aspect), (next) => {
        timer = next;
      });
    };
    lay();
    // Where the room is another, as when the console fills the page, its parts stand beside each other in another way.
    const observer = new ResizeObserver(() => {
      const change = aspectOf(element) / aspect;
      if (Math.max(change, 1 / change) > OTHER_ROOM) lay();
    });
    observer.observe(element);
    setDrawing(made);
    return () => {
      observer.disconnect();
      window.clearTimeout(timer);
      made.dispose();
      setDrawing(null);
    };
  }, [container, part]);

  useEffect(() => drawing?.look(scheme, selected, hovered), [drawing, scheme, selected, hovered]);
  return { drawing, failed };
}
