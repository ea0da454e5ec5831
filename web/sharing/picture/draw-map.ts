/** The map as it stands on screen, on another surface: what Sigma's layers draw there is drawn here, in their order. */
import type { Drawing } from '../../sigma/current-drawing.ts';
import { type DrawnNode, FADES } from '../../sigma/drawn-graph.ts';
import { LEADING, writeLine } from '../../sigma/lettering.ts';
import { levelsOf, type MapScene } from '../../sigma/map-scene.ts';
import { RECEDED, type ShapeDisplayData } from '../../sigma/node-shape-program.ts';
import { drawPins } from '../../sigma/pin-marks.ts';
import { drawRegions } from '../../sigma/region-layer.ts';
import { themeLettering } from '../../sigma/theme-names.ts';
import { straightColour } from '../colours.ts';
import { holeRadius, RING, traceNode } from './node-outline.ts';
import type { Surface } from './surface.ts';
import type { SvgSurface } from './svg-surface.ts';

/** How far beyond the frame something may lie and still reach into it, in pixels. */
const REACH = 60;
const LEAST_WIDTH = 0.6;
/** Share of their width that Sigma's ribbons have on screen, with their soft edges. */
const RIBBON = 0.55;
/** What is left of a theme's name while nodes are looked at; see `label-layer.ts`. */
const STEPPED_BACK = 0.55;
const DASHED = { gap: 1.6, width: 1.5, count: 9 };

export interface MapPicture {
  /** Pixels of the map on screen. */
  readonly width: number;
  readonly height: number;
}

export function mapSize({ scene }: Drawing): MapPicture {
  return scene.sigma.getDimensions();
}

/** Draws into the frame from 0, 0; what reaches out of it is cut off. */
export function drawMap(surface: Surface, drawing: Drawing): void {
  const { width, height } = mapSize(drawing);
  surface.save();
  surface.beginPath();
  surface.rect(0, 0, width, height);
  surface.clip();
  const scene = onSurface(drawing.scene, surface);
  group(surface, 'regions', () => drawRegions(scene));
  group(surface, 'edges', () => drawEdges(surface, scene));
  group(surface, 'nodes', () => drawNodes(surface, scene));
  group(surface, 'names', () => drawNames(surface, drawing));
  group(surface, 'pins', () => drawPins(surface as CanvasRenderingContext2D, scene));
  surface.restore();
}

/** In an SVG, a group with a name; on a canvas, nothing. */
function group(surface: Surface, name: string, draw: () => void): void {
  surface.save();
  if ('open' in surface) (surface as unknown as SvgSurface).open(`id="${name}"`);
  draw();
  surface.restore();
}

/** The scene, but its canvases are `surface`. */
function onSurface(scene: MapScene, surface: Surface): MapScene {
  const canvases = new Proxy({}, { get: () => ({ getContext: () => surface }) });
  const sigma = new Proxy(scene.sigma, {
    get(target, name) {
      if (name === 'getCanvases') return () => canvases;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...scene, sigma };
}

function drawEdges(surface: Surface, { sigma, graph }: MapScene): void {
  const { width, height } = sigma.getDimensions();
  const edges = graph.mapEdges((edge, { type }, source, target) => ({ edge, type, source, target }));
  const drawn = edges.flatMap(({ edge, type, source, target }) => {
    const look = sigma.getEdgeDisplayData(edge);
    if (!look || look.hidden || isHidden(sigma, source) || isHidden(sigma, target)) return [];
    const from = sigma.graphToViewport(graph.getNodeAttributes(source));
    const to = sigma.graphToViewport(graph.getNodeAttributes(target));
    const outside =
      Math.max(from.x, to.x) < 0 ||
      Math.max(from.y, to.y) < 0 ||
      Math.min(from.x, to.x) > width ||
      Math.min(from.y, to.y) > height;
    const colour = straightColour(look.color);
    return outside || colour === null ? [] : [{ look, type, from, to, colour }];
  });
  drawn.sort((one, other) => (one.look.zIndex ?? 0) - (other.look.zIndex ?? 0));
  for (const { look, type, from, to, colour } of drawn) {
    surface.beginPath();
    surface.moveTo(from.x, from.y);
    surface.lineTo(to.x, to.y);
    surface.strokeStyle = colour;
    surface.lineWidth = type === 'line' ? 1 : Math.max(LEAST_WIDTH, look.size * RIBBON);
    surface.stroke();
  }
}

function isHidden(sigma: MapScene['sigma'], node: string): boolean {
  return sigma.getNodeDisplayData(node)?.hidden ?? true;
}

/** What a node keeps of its size and its colour. */
const WHOLE = { size: 1, alpha: 1 };

function drawNodes(surface: Surface, scene: MapScene): void {
  const { sigma, graph } = scene;
  const { papers } = levelsOf(scene);
  const kept = (share: number) => share + (1 - share) * papers;
  const receded = { size: kept(RECEDED.size), alpha: kept(RECEDED.alpha) };
  const { width, height } = sigma.getDimensions();
  const drawn = graph
    .mapNodes((id, node) => ({ id, node }))
    .flatMap(({ id, node }) => {
      const look = sigma.getNodeDisplayData(id) as (ShapeDisplayData & DrawnNode) | undefined;
      if (!look || look.hidden) return [];
      if (node.fade === FADES.goes) return [];
      const { x, y } = sigma.graphToViewport(node);
      const { size, alpha } = look.recedes > 0 ? receded : WHOLE;
      const radius = sigma.scaleSize(look.size * size);
      const away = Math.max(-x, -y, x - width, y - height);
      return away > radius + REACH ? [] : [{ look, at: { x, y, radius }, alpha }];
    });
  drawn.sort((one, other) => one.look.zIndex - other.look.zIndex);
  for (const { look, at, alpha } of drawn) {
    surface.globalAlpha = alpha;
    drawNode(surface, look, at);
  }
  surface.globalAlpha = 1;
}

/** Where they stand on screen, and as present as they are there. */
function drawNames(surface: Surface, { scene, labels }: Drawing): void {
  const context = surface as CanvasRenderingContext2D;
  const { themes, nodes } = labels.labels();
  for (const { lines, box, lettering } of nodes) {
    lines.forEach((line, i) => {
      const y = box.top + (i + 0.5) * lettering.size * LEADING;
      writeLine(context, line, { x: box.left, y, align: 'left' }, lettering);
    });
  }
  const presence = levelsOf(scene).themes * (scene.emphasis.onNodes ? STEPPED_BACK : 1);
  for (const name of themes) {
    for (const { text, at, lettering } of themeLettering(scene, name, presence))
      writeLine(context, text, at, lettering);
  }
}

interface Spot {
  x: number;
  y: number;
  radius: number;
}

export function drawNode(
  surface: Surface,
  look: Pick<ShapeDisplayData, 'shape' | 'color' | 'rim' | 'rimColor' | 'holeColor' | 'dashed'>,
  at: Spot,
): void {
  if (look.rim > 0) {
    traceNode(surface, look.shape, at, look.rim);
    surface.fillStyle = look.rimColor;
    surface.fill();
  }
  traceNode(surface, look.shape, at);
  surface.fillStyle = look.color;
  surface.fill();
  const hole = look.shape === RING ? holeRadius(at.radius) : 0;
  if (hole > 0) {
    surface.beginPath();
    surface.arc(at.x, at.y, hole, 0, 2 * Math.PI);
    surface.closePath();
    surface.fillStyle = look.holeColor;
    surface.fill();
  }
  if (look.dashed > 0) {
    const reach = at.radius + look.rim + DASHED.gap + DASHED.width / 2;
    const dash = (2 * Math.PI * reach) / DASHED.count;
    surface.save();
    surface.beginPath();
    surface.arc(at.x, at.y, reach, 0, 2 * Math.PI);
    surface.strokeStyle = look.color;
    surface.lineWidth = DASHED.width;
    surface.setLineDash([dash * 0.56, dash * 0.44]);
    surface.stroke();
    surface.restore();
  }
}
