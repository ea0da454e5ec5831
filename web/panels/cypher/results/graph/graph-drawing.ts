/** Sigma for a result: it draws the nodes and knows the camera; two canvases of ours hold relations and names. */
import Graph from 'graphology';
import Sigma from 'sigma';
import type { NodeDisplayData } from 'sigma/types';
import { FADES } from '../../../../sigma/drawn-graph.ts';
import { nodeProgram, type ShapeDisplayData } from '../../../../sigma/node-shape-program.ts';
import { SHAPES } from '../../../../sigma/shapes.ts';
import { withAlpha } from '../../../../theme/colour.ts';
import { GROUNDS, type Scheme } from '../../../../theme/palette.ts';
import type { GraphScene, ShapeGraph, ShapeNode, Spotlight } from './graph-scene.ts';
import type { Places } from './layout.ts';
import { drawNames } from './name-layer.ts';
import { lookOf } from './node-looks.ts';
import { bendsOf } from './relation-bends.ts';
import { drawRelations, relationAt } from './relation-layer.ts';
import type { DrawnPart } from './result-graph.ts';

/** Radius in pixels: of few nodes, and of as many as may be drawn. */
const RADIUS = { few: 8, many: 3.6, manyFrom: 600 };
/** Pixels between two neighbours at most, so that a pair is not torn over the whole width. */
const LONGEST = 150;
const CAMERA_RATIO = { least: 0.02, most: 2 };
const PADDING = 20;
const ZOOM = 1.5;
const FAINT = 0.2;

interface Callbacks {
  onHover(spot: Spotlight | null): void;
  onSelect(spot: Spotlight | null): void;
}

/** Throws where the browser has no WebGL. Owns its contexts until `dispose`. */
export class GraphDrawing {
  private readonly scene: GraphScene;
  private readonly graph: ShapeGraph;
  private readonly observer: ResizeObserver;
  private readonly container: HTMLElement;

  constructor(container: HTMLElement, part: DrawnPart, scheme: Scheme, { onHover, onSelect }: Callbacks) {
    this.container = container;
    const graph: ShapeGraph = new Graph<ShapeNode>({ type: 'undirected' });
    const radius = radiusFor(part.nodes.length);
    for (const node of part.nodes)
      graph.addNode(node.ref, { x: 0, y: 0, size: radius * lookOf(node, scheme).size, type: 'shape' });
    this.graph = graph;
    const program = nodeProgram(() => ({ papers: 1, fade: 1 }));
    const sigma = new Sigma<ShapeNode>(graph, container, {
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      nodeProgramClasses: { shape: program as never },
      nodeHoverProgramClasses: { shape: program as never },
      defaultNodeType: 'shape',
      zIndex: true,
      stagePadding: PADDING,
      minCameraRatio: CAMERA_RATIO.least,
      maxCameraRatio: CAMERA_RATIO.most,
      zoomDuration: 0,
      allowInvalidContainer: true,
      nodeReducer: (ref) => this.displayOf(ref),
    });
    sigma.createCanvasContext('relations', { beforeLayer: 'nodes' } as never);
    sigma.createCanvasContext('names', { afterLayer: 'nodes' } as never);
    sigma.resize(true);
    const degrees = degreesOf(part);
    this.scene = {
      sigma,
      part,
      byRef: new Map(part.nodes.map((node) => [node.ref, node])),
      bends: bendsOf(part.relations),
      scheme,
      selected: null,
      hovered: null,
      lit: null,
      degrees,
      nameOrder: part.nodes
        .map(({ ref }) => ref)
        .sort((one, other) => (degrees.get(other) ?? 0) - (degrees.get(one) ?? 0)),
    };
    sigma.on('afterRender', () => {
      const space = drawRelations(this.scene);
      drawNames(this.scene, space);
    });
    sigma.on('enterNode', ({ node }) => onHover({ type: 'node', ref: node }));
    sigma.on('leaveNode', () => onHover(null));
    sigma.on('clickNode', ({ node }) => onSelect({ type: 'node', ref: node }));
    sigma.on('clickStage', ({ event }) => {
      const ref = relationAt(this.scene, event);
      onSelect(ref === null ? null : { type: 'relation', ref });
    });
    sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault());
    this.observer = new ResizeObserver(() => {
      sigma.resize();
      this.fitFrame();
      sigma.refresh();
    });
    this.observer.observe(container);
    void document.fonts.ready.then(() => this.alive && sigma.scheduleRender());
  }

  private alive = true;

  place(places: Places): void {
    this.graph.updateEachNodeAttributes(
      (ref, node) => {
        const { x, y } = places.get(ref)!;
        // Sigma's places grow upwards.
        return { ...node, x, y: -y };
      },
      { attributes: ['x', 'y'] },
    );
    this.fitFrame();
    this.scene.sigma.refresh();
  }

  look(scheme: Scheme, selected: Spotlight | null, hovered: Spotlight | null): void {
    Object.assign(this.scene, {
      scheme,
      selected,
      hovered,
      lit: litBy(this.scene.part, hovered ?? selected),
    });
    this.scene.sigma.refresh({ skipIndexation: true });
  }

  /** Moves the camera so that the node is in sight, no further. */
  reveal(ref: string): void {
    const { sigma } = this.scene;
    const { x, y } = sigma.graphToViewport(this.graph.getNodeAttributes(ref));
    const { width, height } = sigma.getDimensions();
    if (x > PADDING && y > PADDING && x < width - PADDING && y < height - PADDING) return;
    const place = sigma.viewportToFramedGraph({ x, y });
    sigma.getCamera().setState({ x: place.x, y: place.y });
  }

  zoom(nearer: boolean): void {
    const camera = this.scene.sigma.getCamera();
    const ratio = nearer ? camera.ratio / ZOOM : camera.ratio * ZOOM;
    camera.setState({ ratio: Math.min(CAMERA_RATIO.most, Math.max(CAMERA_RATIO.least, ratio)) });
  }

  fit(): void {
    this.scene.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  dispose(): void {
    this.alive = false;
    this.observer.disconnect();
    this.scene.sigma.kill();
  }

  /** NOTE: Sigma stretches a graph over all of its room; a small one stays small. */
  private fitFrame(): void {
    const xs: number[] = [];
    const ys: number[] = [];
    this.graph.forEachNode((_, { x, y }) => {
      xs.push(x);
      ys.push(y);
    });
    const across = extent(xs, this.container.offsetWidth / LONGEST);
    const down = extent(ys, this.container.offsetHeight / LONGEST);
    this.scene.sigma.setCustomBBox({ x: across, y: down });
  }

  private displayOf(ref: string): Partial<NodeDisplayData> {
    const { scene, graph } = this;
    const { x, y, size } = graph.getNodeAttributes(ref);
    // NOTE: Sigma asks once while it is being made.
    const node = scene?.byRef.get(ref);
    if (!node) return { x, y, size, hidden: true };
    const look = lookOf(node, scene.scheme);
    const ground = GROUNDS[scene.scheme];
    const focus = [scene.selected, scene.hovered].some((spot) => spot?.type === 'node' && spot.ref === ref);
    const faint = scene.lit !== null && !scene.lit.has(ref);
    const data: Partial<ShapeDisplayData> = {
      x,
      y,
      type: 'shape',
      shape: SHAPES[look.shape].code,
      label: null,
      color: faint ? withAlpha(look.colour, FAINT) : look.colour,
      size: focus ? size * 1.25 : size,
      rim: focus ? 2.2 : 1,
      rimColor: focus ? ground.ink : withAlpha(ground.map, faint ? 0 : 0.9),
      holeColor: ground.map,
      dashed: 0,
      recedes: 0,
      fade: FADES.none,
      hidden: false,
      zIndex: focus ? 2 : faint ? 0 : 1,
    };
    return data;
  }
}

function radiusFor(nodes: number): number {
  const share = Math.min(1, Math.log(Math.max(1, nodes / 20)) / Math.log(RADIUS.manyFrom / 20));
  return RADIUS.few + (RADIUS.many - RADIUS.few) * Math.max(0, share);
}

function extent(values: readonly number[], least: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, least - (high - low)) / 2;
  return [low - missing, high + missing];
}

function degreesOf({ relations }: DrawnPart): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of relations)
    for (const ref of [from, to]) degrees.set(ref, (degrees.get(ref) ?? 0) + 1);
  return degrees;
}

function litBy({ relations }: DrawnPart, spot: Spotlight | null): Set<string> | null {
  if (!spot) return null;
  const lit = new Set<string>(spot.type === 'node' ? [spot.ref] : []);
  for (const { ref, from, to } of relations) {
    const own = spot.type === 'node' ? from === spot.ref || to === spot.ref : ref === spot.ref;
    if (own) lit.add(from).add(to);
  }
  return lit.size > 0 ? lit : null;
}
