/** The names of themes over their lands: large, one to a land, off the largest nodes if they can. */
import { mix } from '../theme/colour.ts';
import { GROUNDS, themeColour } from '../theme/palette.ts';
import {
  type Box,
  CLEARANCE,
  grow,
  overlap,
  type TakenSpace,
  themeLines,
  within,
} from './label-placement.ts';
import type { TextMeter } from './lettering.ts';
import type { MapScene } from './map-scene.ts';
import type { WrittenName } from './name-atlas.ts';
import { solidOf } from './solid.ts';
import type { ThemeRegion } from './theme-regions.ts';

const SIZE = 15;
const LINE = 18;
const WEIGHT = 650;
const HALO = 5;
/** Letters to a line, about. */
const WRAP = 18;
/** Share of ink in the theme's colour, so that it can be read on its land. */
const INK = 0.38;
/** Lines by which a name may move off the middle of its land. */
const SHIFTS = [0, -1, 1, -2, 2, -3, 3, -4, 4];
/** And by which part of its own width to the side. */
const SIDESTEPS = [0, -0.25, 0.25, -0.45, 0.45];
/** Nodes that a name tries not to cover. */
const LARGEST = 250;
/** Of them, the heaviest of each theme count for more: the theme is known by them. */
const HEAVIEST = 4;
const HEAVY = 6;

export interface ThemeName {
  readonly theme: number;
  readonly lines: readonly string[];
  readonly box: Box;
  readonly place: Place;
}

/** How far off the middle of its land a name stands: lines, and parts of its width. */
interface Place {
  readonly shift: number;
  readonly step: number;
}

interface Ground {
  readonly scene: MapScene;
  readonly context: CanvasRenderingContext2D;
  readonly meter: TextMeter;
  readonly space: TakenSpace;
  readonly frame: Box;
}

/**
 * Where each name goes; takes the space. A name that finds no place is left out. While a large map moves, those `before`
 * stay where they were on their lands and are placed first, so nothing is searched for and nothing jumps.
 */
export function placeThemeNames(ground: Ground, before: readonly ThemeName[] = []): ThemeName[] {
  const { scene, space } = ground;
  const held = new Map(scene.moving ? before.map(({ theme, place }) => [theme, place]) : []);
  const regions = scene.regions
    .filter(({ theme }) => scene.theme < 0 || theme === scene.theme)
    .sort((one, other) => other.area - one.area);
  const names = new Map<number, ThemeName>();
  const take = (theme: number, lines: readonly string[], spot: Spot | null): void => {
    if (!spot) return;
    space.take(grow(spot.box, CLEARANCE));
    names.set(theme, { theme, lines, ...spot });
  };
  for (const region of regions) {
    const place = held.get(region.theme);
    if (!place) continue;
    const { lines, width, height } = measured(ground, region);
    take(region.theme, lines, spotAt(ground, landOf(scene, region), width, height, place));
  }
  let solids: readonly Obstacle[] | undefined;
  for (const region of regions) {
    if (names.has(region.theme)) continue;
    const { lines, width, height } = measured(ground, region);
    solids ??= largestSolids(scene);
    take(region.theme, lines, bestSpot(ground, landOf(scene, region), width, height, solids));
  }
  return regions.flatMap(({ theme }) => names.get(theme) ?? []);
}

/** Pixels. */
function measured({ scene, context, meter }: Ground, { theme }: ThemeRegion) {
  const lines = themeLines(scene.view!.themes[theme]!.label, WRAP);
  const lettering = { size: SIZE, weight: WEIGHT };
  const widest = Math.max(...lines.map((line) => meter.widthOf(context, line, lettering)));
  return { lines, width: widest + 8, height: lines.length * LINE + 4 };
}

type Spot = Pick<ThemeName, 'box' | 'place'>;

/** The middle of a land on the screen, and how far it reaches above and below that. */
interface Land {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

function landOf({ sigma }: MapScene, { anchor, reach }: ThemeRegion): Land {
  const { x, y } = sigma.graphToViewport({ x: anchor[0], y: anchor[1] });
  const edges = reach.map((edge) => sigma.graphToViewport({ x: anchor[0], y: edge }).y);
  return { x, y, top: Math.min(...edges), bottom: Math.max(...edges) };
}

function bestSpot(
  ground: Ground,
  land: Land,
  width: number,
  height: number,
  solids: readonly Obstacle[],
): Spot | null {
  let best: Spot | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const shift of SHIFTS) {
    for (const step of SIDESTEPS) {
      const spot = spotAt(ground, land, width, height, { shift, step });
      if (!spot) continue;
      const cost = weightUnder(spot.box, solids) + Math.abs(shift) / 2 + Math.abs(step) * 4;
      if (cost < least) {
        least = cost;
        best = spot;
      }
    }
  }
  return best;
}

/** Null where the name would lie on another, or leave the frame or its land. */
function spotAt(
  { space, frame }: Ground,
  land: Land,
  width: number,
  height: number,
  place: Place,
): Spot | null {
  const left = land.x - width / 2 + place.step * width;
  const top = land.y - height / 2 + place.shift * LINE;
  const box = { left, right: left + width, top, bottom: top + height };
  const inLand = place.shift === 0 || (box.top >= land.top && box.bottom <= land.bottom);
  return inLand && within(box, frame) && space.isFree(box) ? { box, place } : null;
}

interface Obstacle {
  readonly box: Box;
  readonly weight: number;
}

function weightUnder(box: Box, solids: readonly Obstacle[]): number {
  let sum = 0;
  for (const solid of solids) if (overlap(solid.box, box)) sum += solid.weight;
  return sum;
}

function largestSolids({ sigma, graph, labelOrder }: MapScene): Obstacle[] {
  const seen = new Map<number, number>();
  return labelOrder.slice(0, LARGEST).flatMap((id) => {
    const node = graph.getNodeAttributes(id);
    const { x, y } = sigma.graphToViewport(node);
    const rank = seen.get(node.theme) ?? 0;
    seen.set(node.theme, rank + 1);
    const box = solidOf(x, y, sigma.scaleSize(node.size));
    return box ? { box, weight: rank < HEAVIEST ? HEAVY : 1 } : [];
  });
}

/** What is to be written of a name; `presence` from 0 to 1. */
export function themeLettering(
  { scheme, view }: MapScene,
  { theme, lines, box }: ThemeName,
  presence: number,
): WrittenName[] {
  const ground = GROUNDS[scheme];
  const colour = mix(themeColour(view!.themes[theme]!.colour, scheme), ground.ink, INK);
  const x = (box.left + box.right) / 2;
  const lettering = { size: SIZE, weight: WEIGHT, colour, ground: ground.map, halo: HALO, presence };
  return lines.map((text, i) => ({
    text,
    at: { x, y: box.top + 2 + (i + 0.5) * LINE, top: box.top, align: 'center' },
    lettering,
  }));
}
