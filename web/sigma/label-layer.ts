/**
 * Draws the names of themes and nodes over the map: never one on another, no more than `MOST_LABELS`, and still while
 * the map moves. A name that was placed stays as long as it is in sight and the camera does not go farther off.
 */
import type { DrawnKind } from '../../graph/contract.ts';
import { GROUNDS } from '../theme/palette.ts';
import { LabelFades } from './label-fades.ts';
import {
  type Box,
  type LabelRequest,
  overlap,
  placeLabels,
  type Side,
  TakenSpace,
} from './label-placement.ts';
import { letteringOf, linesOf } from './label-text.ts';
import { LEADING, type Lettering, TextMeter, writeLine } from './lettering.ts';
import { levelsOf, type MapScene } from './map-scene.ts';
import { NameAtlas, type WrittenName } from './name-atlas.ts';
import { RECEDED } from './node-shape-program.ts';
import { drawPins } from './pin-marks.ts';
import { contextOf } from './region-layer.ts';
import { solidOf } from './solid.ts';
import { placeThemeNames, type ThemeName, themeLettering } from './theme-names.ts';
import type { ZoomLevels } from './zoom-levels.ts';

/** Labels at most, of themes and nodes together, however large the screen. */
export const MOST_LABELS = 250;
/** How many are tried for each that is placed; fewer while a large map moves, since all are tried when it rests. */
const TRIED = { resting: 5, moving: 1.5 };
/** What is left of a theme's name while nodes are looked at. */
const STEPPED_BACK = 0.55;
/** While nodes are looked at, as many of them may have a name, however small the map. */
const LOOKED_AT = 40;
/** The last labels that the distance allows are only half there: this share of them. */
const DAWN = 0.25;
/** What is fainter than this is no name but a smudge. */
const LEAST_PRESENCE = 0.2;
/** No label reaches nearer to the map's edges, in pixels; at the top stands the lens bar, at the bottom the status line. */
const EDGE = 4;
const HEAD = 42;
const FOOT = 42;
/** The map's buttons, in its right lower corner, in pixels. */
const TOOLS = { width: 48, height: 164 };
/** Camera ratios closer than this are the same distance. */
const SAME_DISTANCE = 1.002;
/** Shapes that reach beyond their radius. */
const POINTED: Readonly<Partial<Record<DrawnKind, number>>> = { Dataset: 1.15 };

interface NodeLabel extends LabelRequest {
  readonly lines: readonly string[];
  readonly lettering: Lettering;
}

/** A label as it stands on the screen; pixels from the left and top of the map. */
export interface StandingLabel {
  readonly id: string;
  readonly kind: string;
  readonly lines: readonly string[];
  readonly box: Box;
  readonly lettering: Lettering;
}

export class LabelLayer {
  private readonly scene: MapScene;
  private readonly meter = new TextMeter();
  private readonly atlas = new NameAtlas(this.meter);
  private readonly fades = new LabelFades(() => this.draw());
  private sides = new Map<string, Side>();
  private ratio = 1;
  private themeNames: ThemeName[] = [];
  private standing: StandingLabel[] = [];

  constructor(scene: MapScene) {
    this.scene = scene;
  }

  /** After the typeface has come. */
  forgetWidths(): void {
    this.meter.forget();
    this.atlas.forget();
    this.scene.sigma.scheduleRender();
  }

  stop(): void {
    this.fades.stop();
    this.atlas.release();
  }

  /** The index of the theme whose name stands at this place on screen, or -1. */
  themeAt(x: number, y: number): number {
    const point: Box = { left: x, right: x, top: y, bottom: y };
    return this.themeNames.find(({ box }) => overlap(box, point))?.theme ?? -1;
  }

  /** What can be read now. */
  labels(): { themes: readonly ThemeName[]; nodes: readonly StandingLabel[] } {
    return { themes: this.themeNames, nodes: this.standing };
  }

  draw(): void {
    const { scene, meter } = this;
    const context = contextOf(scene, 'names');
    if (!context) return;
    const { width, height } = scene.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    if (!scene.view) return;
    const levels = levelsOf(scene);
    const frame: Box = { left: EDGE, top: HEAD, right: width - EDGE, bottom: height - FOOT };
    const space = new TakenSpace();
    space.take({ left: width - TOOLS.width, top: height - TOOLS.height, right: width, bottom: height });
    const placeThemes = () => {
      this.themeNames =
        levels.themes > 0 && scene.regions.length > 0
          ? placeThemeNames({ scene, context, meter, space, frame }, this.themeNames).slice(0, MOST_LABELS)
          : [];
    };
    // Names of nodes that are looked at come before those of themes, all others after.
    const { onNodes } = scene.emphasis;
    if (!onNodes) placeThemes();
    this.drawNodeNames(context, space, frame, levels);
    if (onNodes) {
      placeThemes();
      // A few names that happened to fit would look as if they were meant.
      if (this.themeNames.length < scene.regions.length / 2) this.themeNames = [];
    }
    const strength = onNodes ? levels.themes * STEPPED_BACK : levels.themes;
    this.write(
      context,
      this.themeNames.flatMap((name) => themeLettering(scene, name, strength)),
    );
    drawPins(context, scene);
  }

  private drawNodeNames(
    context: CanvasRenderingContext2D,
    space: TakenSpace,
    frame: Box,
    levels: ZoomLevels,
  ): void {
    const { ratio } = this.scene.sigma.getCamera();
    const holding = ratio <= this.ratio * SAME_DISTANCE;
    this.ratio = ratio;
    const least = this.scene.emphasis.onNodes ? LOOKED_AT : 0;
    const allowed = Math.max(least, (frame.right * frame.bottom) / levels.room);
    const most = Math.min(MOST_LABELS - this.themeNames.length, Math.ceil(allowed));
    const tried = Math.ceil(most * (this.scene.moving ? TRIED.moving : TRIED.resting));
    const labels = this.labelsIn(context, frame, { most: tried, levels, holding });
    const byId = new Map(labels.map((label) => [label.id, label]));
    const placed = placeLabels(labels, space, frame, most);
    this.sides = new Map(placed.map(({ id, side }) => [id, side]));
    const dawn = Math.max(2, allowed * DAWN);
    this.standing = placed.map(({ id, box }, rank) => {
      const { lines, lettering } = byId.get(id)!;
      const kind = this.scene.graph.getNodeAttribute(id, 'kind');
      const near = Math.min(1, (allowed - rank) / dawn);
      const presence = near * (kind === 'Paper' ? this.titlesOf(id, levels) : 1);
      return { id, kind, lines, box, lettering: { ...lettering, presence } };
    });
    this.standing = this.standing.filter(({ lettering }) => lettering.presence >= LEAST_PRESENCE);
    this.fades.follow(this.standing);
    this.write(
      context,
      this.standing.flatMap((label) => writtenNames(label, this.fades.of(label.id))),
    );
  }

  private write(context: CanvasRenderingContext2D, names: readonly WrittenName[]): void {
    if (this.scene.moving) this.atlas.write(context, names);
    else for (const { text, at, lettering } of names) writeLine(context, text, at, lettering);
  }

  /** Titles of papers that are looked at are always there. */
  private titlesOf(id: string, { titles }: ZoomLevels): number {
    return this.scene.emphasis.level(id) === 'plain' ? titles : 1;
  }

  /** The first `most` nodes in sight that may have a name, in the order in which they get it. */
  private labelsIn(
    context: CanvasRenderingContext2D,
    frame: Box,
    { most, levels, holding }: { most: number; levels: ZoomLevels; holding: boolean },
  ): NodeLabel[] {
    const { sigma, graph, emphasis, labelOrder } = this.scene;
    const { ratio } = sigma.getCamera();
    const first: NodeLabel[] = [];
    const held: NodeLabel[] = [];
    const others: NodeLabel[] = [];
    for (const id of labelOrder) {
      if (first.length + others.length >= most && (!holding || held.length >= this.sides.size)) break;
      if (!graph.hasNode(id)) continue;
      const node = graph.getNodeAttributes(id);
      const level = emphasis.level(id);
      if (node.kind === 'Paper' && level === 'plain' && levels.titles === 0) continue;
      const side = this.sides.get(id);
      if (side === undefined && first.length + others.length >= most) continue;
      const { x, y } = sigma.graphToViewport(node);
      if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) continue;
      const data = sigma.getNodeDisplayData(id) as { size: number; recedes?: number } | undefined;
      const receded = data?.recedes ? RECEDED.size + (1 - RECEDED.size) * levels.papers : 1;
      const radius = sigma.scaleSize((data?.size ?? node.size) * receded) * (POINTED[node.kind] ?? 1);
      const lines = linesOf(node, level, ratio);
      const lettering = letteringOf(node, level, radius, GROUNDS[this.scene.scheme]);
      const label = {
        id,
        x,
        y,
        radius,
        lines,
        lettering,
        width: Math.max(...lines.map((line) => this.meter.widthOf(context, line, lettering))),
        height: lines.length * lettering.size * LEADING,
        solid: solidOf(x, y, radius),
        side,
      };
      if (level === 'focus' || level === 'near') first.push(label);
      else if (holding && side !== undefined) held.push(label);
      else others.push(label);
    }
    return [...first, ...held, ...others];
  }
}

/** `fade` from 0 to 1. */
function writtenNames({ lines, box, lettering }: StandingLabel, fade: number): WrittenName[] {
  const faded = { ...lettering, presence: lettering.presence * fade };
  return lines.map((text, i) => ({
    text,
    at: { x: box.left, y: box.top + (i + 0.5) * lettering.size * LEADING, top: box.top, align: 'left' },
    lettering: faded,
  }));
}
