import type { GraphView } from '../../graph/contract.ts';

/** Frames of one pan and of one zoom: a hand moves a map in many, and comes to rest once. */
export const MOVES = 8;

/** What is done to each map; a promise resolves when the next frame has been drawn. A step that a contender lacks is left out. */
export interface MeasuredMap {
  start(): Promise<void>;
  /** In `MOVES` frames, like `zoom`; what a contender leaves out meanwhile may come back at its end. */
  pan(turn: number): Promise<void>;
  zoom(turn: number): Promise<void>;
  /** A move, the hand lets go, and all that was left out while it moved is drawn again. */
  rest(turn: number): Promise<void>;
  /** One node and its neighbours come forward, or all are as before. */
  hover(turn: number): Promise<void>;
  colour?(turn: number): Promise<void>;
  /** A filter that takes every tenth node away, or brings it back. */
  filter?(turn: number): Promise<void>;
  /** All that is drawn is worked out anew. */
  refresh?(turn: number): Promise<void>;
}

/** Builds a map in the container; nothing is drawn before `start`. */
export type MapMaker = (container: HTMLElement, full: GraphView, part: GraphView) => MeasuredMap;

export const frames = async (number = 2): Promise<void> => {
  for (let i = 0; i < number; i++) await new Promise((done) => requestAnimationFrame(done));
};
/** Where the camera looks in a turn: parts of the map's width and height. */
const place = (turn: number) => ({ x: 0.5 + 0.1 * Math.sin(turn), y: 0.5 + 0.1 * Math.cos(turn) });
/** How much of the map's width is seen in a turn. */
const distance = (turn: number) => 0.25 + 0.2 * Math.sin(turn / 3);

/** Moves of a map whose camera is sent somewhere by `look`; `held` tells it that a hand moves it, which then lets go. */
export function moves(
  look: (at: { x: number; y: number }, seen: number) => void,
  held: (isHeld: boolean) => void = () => {},
  drawAgain: () => void = () => {},
): Pick<MeasuredMap, 'pan' | 'zoom' | 'rest'> {
  const move = async (way: readonly (readonly [at: { x: number; y: number }, seen: number])[]) => {
    held(true);
    for (const [at, seen] of way) {
      look(at, seen);
      await frames(1);
    }
    await frames(1);
    held(false);
  };
  const inSteps = (turn: number) => Array.from({ length: MOVES }, (_, step) => turn + (step + 1) / MOVES);
  return {
    pan: (turn) => move(inSteps(turn).map((at) => [place(at), 1])),
    zoom: (turn) => move(inSteps(turn).map((at) => [{ x: 0.5, y: 0.5 }, distance(at)])),
    async rest(turn) {
      await move([[place(turn), 1]]);
      drawAgain();
      await frames();
    },
  };
}
