/**
 * Where the nodes of a result stand. Its parts that hang together are laid out each by itself (ForceAtlas2 after Jacomy
 * et al. 2014, from a tree drawn in rings) and then packed beside each other, so that forty pairs are no cloud. No chance in it:
 * the same result is drawn the same.
 */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { type Block, packBlocks } from './pack.ts';

export interface Ties {
  readonly ids: readonly string[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

interface Spot {
  x: number;
  y: number;
}
type Component = Graph<Spot>;

/** Rounds of the layout times nodes, at most, and rounds at least and at most. */
const WORK = { all: 60_000, least: 60, most: 400 };
/** Nodes times rounds between two pictures of a large part. */
const CHUNK = 12_000;
/** From so many nodes on, forces from afar are reckoned by groups. */
const GROUPED = 250;
/** Golden angle, which keeps rings from lining up. */
const TURN = 2.39996;

/** Ever better places, in units of the usual distance between neighbours; the last ones are final. `aspect`: width by height. */
export function* layoutSteps(ties: Ties, aspect: number): Generator<Places> {
  const components = componentsOf(ties);
  for (const component of components) startInRings(component);
  const rounds = components.map(roundsFor);
  const large = components.map(
    (component, i) => component.order * rounds[i]! > CHUNK && component.order > 100,
  );
  components.forEach((component, i) => {
    run(component, large[i] ? Math.max(10, Math.round(CHUNK / component.order)) : rounds[i]!);
  });
  yield packed(components, aspect);
  for (let done = false; !done; ) {
    done = true;
    components.forEach((component, i) => {
      if (!large[i]) return;
      const chunk = Math.min(rounds[i]!, Math.max(5, Math.round(CHUNK / component.order)));
      rounds[i] = rounds[i]! - chunk;
      if (chunk <= 0) return;
      run(component, chunk);
      done = false;
    });
    if (!done) yield packed(components, aspect);
  }
}

function roundsFor({ order }: Component): number {
  if (order <= 2) return 0;
  return Math.min(WORK.most, Math.max(WORK.least, Math.round(WORK.all / order)));
}

function run(component: Component, iterations: number): void {
  if (component.order <= 2 || iterations <= 0) return;
  const { order } = component;
  forceAtlas2.assign(component, {
    iterations,
    settings: {
      ...forceAtlas2.inferSettings(order),
      barnesHutOptimize: order >= GROUPED,
      barnesHutTheta: 1.1,
      gravity: 0.6,
      scalingRatio: 6,
      slowDown: 2 + Math.log(order),
    },
  });
}

/** Parts that hang together, the largest first; what hangs on nothing is a part by itself. */
function componentsOf({ ids, edges }: Ties): Component[] {
  const all = new Graph<Spot>({ type: 'undirected', multi: false, allowSelfLoops: false });
  for (const id of ids) all.addNode(id, { x: 0, y: 0 });
  for (const { from, to } of edges) if (from !== to) all.mergeEdge(from, to);
  const seen = new Set<string>();
  const components: Component[] = [];
  for (const id of ids) {
    if (seen.has(id)) continue;
    const component: Component = new Graph<Spot>({ type: 'undirected' });
    const queue = [id];
    seen.add(id);
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at]!;
      component.addNode(node, { x: 0, y: 0 });
      all.forEachNeighbor(node, (next) => {
        if (component.hasNode(next)) component.addEdge(node, next);
        else if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      });
    }
    components.push(component);
  }
  return components.sort((one, other) => other.order - one.order);
}

/** The node with most neighbours in the middle, those that are a step from it around it, and so on. */
function startInRings(component: Component): void {
  if (component.order === 2) {
    // One above the other, where both names have room beside them.
    component.nodes().forEach((id, i) => {
      component.mergeNodeAttributes(id, { x: 0, y: i });
    });
    return;
  }
  let middle = '';
  component.forEachNode((id) => {
    if (middle === '' || component.degree(id) > component.degree(middle)) middle = id;
  });
  const depth = new Map([[middle, 0]]);
  const queue = [middle];
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at]!;
    component.forEachNeighbor(id, (next) => {
      if (depth.has(next)) return;
      depth.set(next, depth.get(id)! + 1);
      queue.push(next);
    });
  }
  const sizes: number[] = [];
  for (const ring of depth.values()) sizes[ring] = (sizes[ring] ?? 0) + 1;
  const taken: number[] = [];
  for (const id of queue) {
    const ring = depth.get(id)!;
    const index = taken[ring] ?? 0;
    taken[ring] = index + 1;
    const angle = ring * TURN + (index / sizes[ring]!) * 2 * Math.PI;
    const radius = ring * 10 * Math.max(1, Math.sqrt(component.order) / 4);
    component.mergeNodeAttributes(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
}

/** All parts beside each other, in units of the usual distance between two neighbours. */
function packed(components: readonly Component[], aspect: number): Places {
  const blocks = components.map(blockOf);
  const corners = packBlocks(blocks, aspect);
  const places = new Map<string, Spot>();
  components.forEach((component, i) => {
    const { left, top, unit } = blocks[i]!;
    const corner = corners[i]!;
    component.forEachNode((id, { x, y }) =>
      places.set(id, { x: corner.x + x / unit - left, y: corner.y + y / unit - top }),
    );
  });
  return places;
}

interface PlacedBlock extends Block {
  readonly left: number;
  readonly top: number;
  readonly unit: number;
}

/** Room around a part, for its names, in units of the usual distance. */
const ROOM = { across: 1.5, down: 0.6 };

function blockOf(component: Component): PlacedBlock {
  const unit = usualDistance(component);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  component.forEachNode((_, { x, y }) => {
    left = Math.min(left, x / unit);
    right = Math.max(right, x / unit);
    top = Math.min(top, y / unit);
    bottom = Math.max(bottom, y / unit);
  });
  return {
    left: left - ROOM.across / 2,
    top: top - ROOM.down / 2,
    width: right - left + ROOM.across,
    height: bottom - top + ROOM.down,
    unit,
  };
}

/** The median length of its edges; 1 where there is none. */
function usualDistance(component: Component): number {
  const lengths = component
    .mapEdges((_edge, _attributes, _one, _other, a, b) => Math.hypot(a.x - b.x, a.y - b.y))
    .sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length / 2)] || 1;
}
