/** Draws the names of themes and nodes over the map: never one on another, and still while the map moves. */
import { mix, withAlpha } from '../theme/colour.ts';
import { GROUNDS, themeColour } from '../theme/palette.ts';
import {
  type Box,
  type LabelRequest,
  overlap,
  placeLabels,
  type Side,
  shorten,
  TakenSpace,
  within,
  wrapName,
} from './label-placement.ts';
import type { MapScene } from './map-scene.ts';
import { contextOf } from './region-layer.ts';

const FAMILY = '"Inter Variable", system-ui, sans-serif';
const THEME_NAME = { size: 15, line: 18, wrap: 18, weight: 650 };
/** Camera ratios between which theme names fade in. */
const THEME_FADE = { gone: 0.2, full: 0.42 };
/** What is left of a theme's name while nodes are looked at. */
const STEPPED_BACK = 0.55;
/** Nearer than this, papers have names too. */
const PAPER_NAMES_FROM = 0.42;
/** Square pixels that a label has to itself, from afar and near. */
const ROOM = { far: 21_000, near: 9_000 };
/** Labels at most, however large the screen. */
const MOST = 240;
const PAPER_LENGTH = { usual: 36, focus: 90 };
const CONCEPT_LENGTH = 40;
/** Nodes with at least this radius on screen keep labels off themselves. */
const SOLID_RADIUS = 4.5;

/** Lines by which a theme's name may move off the middle of its land. */
const THEME_SHIFTS = [0, -1, 1, -2, 2, -3, 3, -4, 4];
/** Nodes that a theme's name tries not to cover. */
const LARGEST = 250;

interface Style {
  font: string;
  size: number;
  colour: string;
}

interface ThemeName {
  theme: number;
  lines: string[];
  box: Box;
}

export class LabelLayer {
  private readonly scene: MapScene;
  private readonly widths = new Map<string, number>();
  private sides = new Map<string, Side>();
  private themeNames: ThemeName[] = [];

  constructor(scene: MapScene) {
    this.scene = scene;
  }

  /** After the typeface has come. */
  forgetWidths(): void {
    this.widths.clear();
    this.scene.sigma.scheduleRender();
  }

  /** The index of the theme whose name stands at this place on screen, or -1. */
  themeAt(x: number, y: number): number {
    const point: Box = { left: x, right: x, top: y, bottom: y };
    return this.themeNames.find(({ box }) => overlap(box, point))?.theme ?? -1;
  }

  draw(): void {
    const context = contextOf(this.scene, 'names');
    if (!context) return;
    const { width, height } = this.scene.sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    if (!this.scene.view) return;
    const frame: Box = { left: 4, top: 4, right: width - 4, bottom: height - 4 };
    const space = new TakenSpace();
    const ratio = this.scene.sigma.getCamera().ratio;
    const presence = Math.min(
      1,
      Math.max(0, (ratio - THEME_FADE.gone) / (THEME_FADE.full - THEME_FADE.gone)),
    );
    const placeThemes = () => {
      this.themeNames = presence > 0 ? this.placeThemeNames(context, space, frame) : [];
    };
    // Names of nodes that are looked at come before those of themes, all others after.
    const { onNodes } = this.scene.emphasis;
    if (!onNodes) placeThemes();
    this.drawNodeNames(context, space, frame, ratio);
    if (onNodes) placeThemes();
    for (const name of this.themeNames)
      this.drawThemeName(context, name, onNodes ? presence * STEPPED_BACK : presence);
  }

  private placeThemeNames(context: CanvasRenderingContext2D, space: TakenSpace, frame: Box): ThemeName[] {
    const { sigma, view, regions, theme: alone } = this.scene;
    const font = `${THEME_NAME.weight} ${THEME_NAME.size}px ${FAMILY}`;
    const names: ThemeName[] = [];
    const solids = this.largestSolids();
    for (const { theme, anchor, reach } of [...regions].sort((one, other) => other.area - one.area)) {
      if (alone >= 0 && theme !== alone) continue;
      const lines = wrapName(view!.themes[theme]!.label, THEME_NAME.wrap);
      const width = Math.max(...lines.map((line) => this.widthOf(context, line, font))) + 8;
      const height = lines.length * THEME_NAME.line + 4;
      const { x, y } = sigma.graphToViewport({ x: anchor[0], y: anchor[1] });
      const [low, high] = reach
        .map((edge) => sigma.graphToViewport({ x: anchor[0], y: edge }).y)
        .sort((a, b) => a - b);
      const boxes = THEME_SHIFTS.flatMap((shift): Box[] => {
        const top = y - height / 2 + shift * THEME_NAME.line;
        const box = { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
        const inLand = shift === 0 || (top >= low! && box.bottom <= high!);
        return inLand && within(box, frame) && space.isFree(box) ? [box] : [];
      });
      const box = leastBy(boxes, (candidate) => {
        const covered = solids.filter((solid) => overlap(solid, candidate)).length;
        return covered * THEME_NAME.line + Math.abs((candidate.top + candidate.bottom) / 2 - y) / 2;
      });
      if (!box) continue;
      space.take(box);
      names.push({ theme, lines, box });
    }
    return names;
  }

  /** Where the largest nodes are on screen: a theme's name keeps off them if it can. */
  private largestSolids(): Box[] {
    const { sigma, graph, labelOrder } = this.scene;
    return labelOrder.slice(0, LARGEST).flatMap((id) => {
      const node = graph.getNodeAttributes(id);
      const { x, y } = sigma.graphToViewport(node);
      return solidOf(x, y, sigma.scaleSize(node.size)) ?? [];
    });
  }

  private drawNodeNames(
    context: CanvasRenderingContext2D,
    space: TakenSpace,
    frame: Box,
    ratio: number,
  ): void {
    const styles = new Map<string, Style>();
    const requests = this.requests(context, frame, ratio, styles);
    const nearness = Math.min(1, Math.max(0, 1 - ratio));
    const room = ROOM.far + (ROOM.near - ROOM.far) * nearness;
    const most = Math.min(MOST, Math.round((frame.right * frame.bottom) / room));
    const placed = placeLabels(requests, space, frame, most);
    this.sides = new Map(placed.map(({ id, side }) => [id, side]));
    for (const { id, box } of placed) {
      const style = styles.get(id)!;
      this.write(context, this.textOf(id), box.left, (box.top + box.bottom) / 2, style);
    }
  }

  private requests(
    context: CanvasRenderingContext2D,
    frame: Box,
    ratio: number,
    styles: Map<string, Style>,
  ): LabelRequest[] {
    const { sigma, graph, emphasis, scheme, labelOrder } = this.scene;
    const ground = GROUNDS[scheme];
    const papersAlone = this.scene.view?.nodes.kind.every((kind) => kind === 'Paper') ?? false;
    const requests: LabelRequest[] = [];
    for (const id of labelOrder) {
      const node = graph.getNodeAttributes(id);
      const { x, y } = sigma.graphToViewport(node);
      if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) continue;
      const radius = sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? node.size);
      const level = emphasis.level(id);
      const paper = node.kind === 'Paper';
      if (paper && level === 'plain' && !papersAlone && ratio > PAPER_NAMES_FROM) continue;
      const size = paper ? 11.5 : Math.min(14, 10.5 + radius * 0.22);
      const weight = level === 'focus' ? 650 : paper ? 420 : 520;
      const font = `${weight} ${size.toFixed(1)}px ${FAMILY}`;
      styles.set(id, { font, size, colour: paper && level !== 'focus' ? ground.quiet : ground.ink });
      const width = this.widthOf(context, this.textOf(id), font);
      requests.push({
        id,
        x,
        y,
        radius,
        width,
        height: size * 1.3,
        solid: solidOf(x, y, radius),
        side: this.sides.get(id),
      });
    }
    return requests;
  }

  private textOf(id: string): string {
    const { graph, emphasis } = this.scene;
    const { name, kind } = graph.getNodeAttributes(id);
    if (kind !== 'Paper') return shorten(name, CONCEPT_LENGTH);
    return shorten(name, emphasis.level(id) === 'focus' ? PAPER_LENGTH.focus : PAPER_LENGTH.usual);
  }

  private widthOf(context: CanvasRenderingContext2D, text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    context.font = font;
    const { width } = context.measureText(text);
    this.widths.set(key, width);
    return width;
  }

  private write(
    context: CanvasRenderingContext2D,
    text: string,
    left: number,
    middle: number,
    style: Style,
  ): void {
    context.font = style.font;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = withAlpha(GROUNDS[this.scene.scheme].map, 0.88);
    context.strokeText(text, left, middle);
    context.fillStyle = style.colour;
    context.fillText(text, left, middle);
  }

  private drawThemeName(context: CanvasRenderingContext2D, name: ThemeName, presence: number): void {
    const { scheme, view } = this.scene;
    const ground = GROUNDS[scheme];
    const colour = mix(themeColour(view!.themes[name.theme]!.colour, scheme), ground.ink, 0.38);
    context.font = `${THEME_NAME.weight} ${THEME_NAME.size}px ${FAMILY}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 5;
    context.strokeStyle = withAlpha(ground.map, 0.92 * presence);
    context.fillStyle = withAlpha(colour, presence);
    const x = (name.box.left + name.box.right) / 2;
    name.lines.forEach((line, i) => {
      const y = name.box.top + 2 + (i + 0.5) * THEME_NAME.line;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
}

function solidOf(x: number, y: number, radius: number): Box | null {
  if (radius < SOLID_RADIUS) return null;
  const half = radius * 0.8;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function leastBy<Item>(items: readonly Item[], cost: (item: Item) => number): Item | undefined {
  let best: Item | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const value = cost(item);
    if (value < least) {
      least = value;
      best = item;
    }
  }
  return best;
}
