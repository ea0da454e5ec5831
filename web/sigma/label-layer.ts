/** Draws the names of themes and nodes over the map: never one on another, and still while the map moves. */
import { shorten } from '../components/words.ts';
import { GROUNDS } from '../theme/palette.ts';
import type { DrawnNode } from './drawn-graph.ts';
import type { Level } from './emphasis.ts';
import {
  type Box,
  type LabelRequest,
  overlap,
  placeLabels,
  type Side,
  TakenSpace,
  wrapName,
} from './label-placement.ts';
import { type Lettering, TextMeter, writeLine } from './lettering.ts';
import type { MapScene } from './map-scene.ts';
import { contextOf } from './region-layer.ts';
import { solidOf } from './solid.ts';
import { placeThemeNames, type ThemeName, writeThemeName } from './theme-names.ts';

/** Camera ratios between which theme names fade in. */
const THEME_FADE = { gone: 0.2, full: 0.42 };
/** What is left of a theme's name while nodes are looked at. */
const STEPPED_BACK = 0.55;
/** Nearer than this, papers have names too. */
const PAPER_NAMES_FROM = 0.42;
/** Square pixels that a label has to itself, from afar and near. */
const ROOM = { far: 21_000, near: 9_000 };
/** Labels at most, however large the screen; and how many are tried for each that is placed. */
const MOST = 240;
const TRIED = 5;
/** While nodes are looked at, as many of them may have a name, however small the map. */
const LOOKED_AT = 40;
/** Letters. */
const PAPER_LENGTH = { far: 36, near: 96, focus: 120 };
/** Nearer than this, titles have all the room there is for them. */
const WHOLE_TITLES_FROM = 0.1;
/** A longer name takes two lines. */
const LINE_LENGTH = 44;
const LEADING = 1.3;
const CONCEPT_LENGTH = 40;
/** No label reaches nearer to the map's edges, in pixels; at the bottom stands the status line. */
const EDGE = 4;
const FOOT = 42;
const HALO = 3.5;

interface NodeLabel extends LabelRequest {
  readonly lines: readonly string[];
  readonly lettering: Lettering;
}

export class LabelLayer {
  private readonly scene: MapScene;
  private readonly meter = new TextMeter();
  private sides = new Map<string, Side>();
  private themeNames: ThemeName[] = [];

  constructor(scene: MapScene) {
    this.scene = scene;
  }

  /** After the typeface has come. */
  forgetWidths(): void {
    this.meter.forget();
    this.scene.sigma.scheduleRender();
  }

  /** The index of the theme whose name stands at this place on screen, or -1. */
  themeAt(x: number, y: number): number {
    const point: Box = { left: x, right: x, top: y, bottom: y };
    return this.themeNames.find(({ box }) => overlap(box, point))?.theme ?? -1;
  }

  /** The same names at the same places on another scene's canvases. */
  drawOn(scene: MapScene): void {
    const twin = new LabelLayer(scene);
    twin.sides = new Map(this.sides);
    twin.draw();
  }

  draw(): void {
    const { scene, meter } = this;
    const context = contextOf(scene, 'names');
    if (!context) return;
    const { width, height } = scene.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    if (!scene.view) return;
    const frame: Box = { left: EDGE, top: EDGE, right: width - EDGE, bottom: height - FOOT };
    const space = new TakenSpace();
    const presence = share(scene.sigma.getCamera().ratio, THEME_FADE.gone, THEME_FADE.full);
    const placeThemes = () => {
      this.themeNames = presence > 0 ? placeThemeNames({ scene, context, meter, space, frame }) : [];
    };
    // Names of nodes that are looked at come before those of themes, all others after.
    const { onNodes } = scene.emphasis;
    if (!onNodes) placeThemes();
    this.drawNodeNames(context, space, frame);
    if (onNodes) {
      placeThemes();
      // A few names that happened to fit would look as if they were meant.
      if (this.themeNames.length < scene.regions.length / 2) this.themeNames = [];
    }
    const strength = onNodes ? presence * STEPPED_BACK : presence;
    for (const name of this.themeNames) writeThemeName(context, scene, name, strength);
  }

  private drawNodeNames(context: CanvasRenderingContext2D, space: TakenSpace, frame: Box): void {
    const near = 1 - share(this.scene.sigma.getCamera().ratio, 0, 1);
    const room = ROOM.far + (ROOM.near - ROOM.far) * near;
    const least = this.scene.emphasis.onNodes ? LOOKED_AT : 0;
    const most = Math.min(MOST, Math.max(least, Math.round((frame.right * frame.bottom) / room)));
    const labels = this.labelsIn(context, frame, most * TRIED);
    const byId = new Map(labels.map((label) => [label.id, label]));
    const placed = placeLabels(labels, space, frame, most);
    this.sides = new Map(placed.map(({ id, side }) => [id, side]));
    for (const { id, box } of placed) {
      const { lines, lettering } = byId.get(id)!;
      lines.forEach((line, i) => {
        const y = box.top + (i + 0.5) * lettering.size * LEADING;
        writeLine(context, line, { x: box.left, y, align: 'left' }, lettering);
      });
    }
  }

  /** The first `most` nodes in sight that may have a name, in the order in which they get it. */
  private labelsIn(context: CanvasRenderingContext2D, frame: Box, most: number): NodeLabel[] {
    const { sigma, graph, emphasis, labelOrder, view } = this.scene;
    const papersToo =
      sigma.getCamera().ratio <= PAPER_NAMES_FROM || view!.nodes.kind.every((kind) => kind === 'Paper');
    const labels: NodeLabel[] = [];
    for (const id of labelOrder) {
      if (labels.length >= most) break;
      const node = graph.getNodeAttributes(id);
      const level = emphasis.level(id);
      if (node.kind === 'Paper' && level === 'plain' && !papersToo) continue;
      const { x, y } = sigma.graphToViewport(node);
      if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) continue;
      const radius = sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? node.size);
      const lines = linesOf(node, level, sigma.getCamera().ratio);
      const lettering = this.letteringOf(node, level, radius);
      labels.push({
        id,
        x,
        y,
        radius,
        lines,
        lettering,
        width: Math.max(...lines.map((line) => this.meter.widthOf(context, line, lettering))),
        height: lines.length * lettering.size * LEADING,
        solid: solidOf(x, y, radius),
        side: this.sides.get(id),
      });
    }
    return labels;
  }

  private letteringOf({ kind }: DrawnNode, level: Level, radius: number): Lettering {
    const ground = GROUNDS[this.scene.scheme];
    const paper = kind === 'Paper';
    const focus = level === 'focus';
    return {
      size: focus ? 13 : paper ? 11.5 : Math.min(14, 10.5 + radius * 0.22),
      weight: focus ? 650 : paper ? 420 : 520,
      colour: paper && !focus ? ground.quiet : ground.ink,
      ground: ground.map,
      halo: HALO,
      presence: 1,
    };
  }
}

/** Titles grow as the camera comes nearer; `ratio` is the camera's. */
export function linesOf(
  { name, kind }: Pick<DrawnNode, 'name' | 'kind'>,
  level: Level,
  ratio: number,
): string[] {
  if (kind !== 'Paper') return [shorten(name, CONCEPT_LENGTH)];
  const { far, near, focus } = PAPER_LENGTH;
  const length = far + (near - far) * (1 - share(ratio, WHOLE_TITLES_FROM, PAPER_NAMES_FROM));
  const text = shorten(name, Math.round(level === 'focus' ? focus : length));
  return text.length <= LINE_LENGTH ? [text] : wrapName(text, Math.ceil(text.length / 2) + 6);
}

/** How far `value` has come from `none` to `all`, from 0 to 1. */
function share(value: number, none: number, all: number): number {
  return Math.min(1, Math.max(0, (value - none) / (all - none)));
}
