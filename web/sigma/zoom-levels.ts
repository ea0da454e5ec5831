/** What is to be seen from how far: themes, then concepts, then papers. All fades with the distance. Pure. */

export interface ZoomLevels {
  /** 0 to 1: names of themes. */
  readonly themes: number;
  /** 0 to 1: links between themes. */
  readonly bands: number;
  /** Square pixels that a label has to itself. */
  readonly room: number;
  /** 0 to 1: names of papers. */
  readonly titles: number;
  /** 0 to 1: how much of their size and their colour papers have. */
  readonly papers: number;
}

/** On a map of `USUAL` nodes a camera ratio means what it says; fuller ones must be nearer for the same. */
const USUAL = 600;
const CROWDING = { least: 0.55, most: 2 };
/** From where to where each fades, in camera ratios on such a map: gone at the first, all there at the second. */
const THEMES = [0.2, 0.45] as const;
const BANDS = [0.35, 0.85] as const;
const CONCEPTS = [1, 0.35] as const;
const TITLES = [0.34, 0.2] as const;
const PAPERS = [0.95, 0.38] as const;
const ROOM = { far: 60_000, near: 9_000 };

/** `ratio` as the camera has it, `nodes` as many as are drawn; `titlesOnly` where there are none but papers. */
export function zoomLevels(ratio: number, nodes: number, titlesOnly = false): ZoomLevels {
  const crowding = Math.sqrt(nodes / USUAL);
  const distance = ratio * Math.min(CROWDING.most, Math.max(CROWDING.least, crowding));
  const near = share(distance, CONCEPTS);
  return {
    themes: share(distance, THEMES),
    bands: share(distance, BANDS),
    room: ROOM.far * (ROOM.near / ROOM.far) ** near,
    titles: titlesOnly ? 1 : share(distance, TITLES),
    papers: titlesOnly ? 1 : share(distance, PAPERS),
  };
}

/** How far `value` has come from `none` to `all`, from 0 to 1. */
export function share(value: number, [none, all]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - none) / (all - none)));
}
