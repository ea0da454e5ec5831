/** Two clicks at one place, close together, are a double click on what the first one met, whatever moved meanwhile. */
export interface Click {
  readonly x: number;
  readonly y: number;
  /** Milliseconds. */
  readonly timeStamp: number;
}

/** Milliseconds between the two, at most: what desktops take for a double click. */
const PAUSE = 500;
/** Pixels between the two, at most. */
const REACH = 8;

export function isSecondClick(first: Click, second: Click): boolean {
  const pause = second.timeStamp - first.timeStamp;
  return pause > 0 && pause <= PAUSE && Math.hypot(second.x - first.x, second.y - first.y) <= REACH;
}
