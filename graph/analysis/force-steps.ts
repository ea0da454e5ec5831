import type { Edges, Positions } from './layout-graph.ts';
import { QuadTree } from './quad-tree.ts';

export interface ForceSettings {
  scaling: number;
  gravity: number;
  theta: number;
}

/**
 * ForceAtlas2's steps (Jacomy et al. 2014) in LinLog mode with strong gravity and Barnes-Hut, as the library takes them, over typed
 * arrays that are kept from step to step: its own tree of squares is built anew as objects each time, which is most of its time.
 */
export class ForceSteps {
  readonly positions: Positions;
  readonly #mass: Float64Array;
  readonly #edges: Edges;
  readonly #settings: ForceSettings;
  readonly #tree = new QuadTree();
  readonly #order: Uint32Array;
  readonly #forceX: Float64Array;
  readonly #forceY: Float64Array;
  readonly #beforeX: Float64Array;
  readonly #beforeY: Float64Array;
  readonly #convergence: Float64Array;

  /** Moves the positions in place. `mass` is each node's own; its edges' weights are added. */
  constructor(positions: Positions, mass: Float64Array, edges: Edges, settings: ForceSettings) {
    const nodes = mass.length;
    this.positions = positions;
    this.#mass = mass.slice();
    for (let e = 0; e < edges.source.length; e++) {
      this.#mass[edges.source[e]!]! += edges.weight[e]!;
      this.#mass[edges.target[e]!]! += edges.weight[e]!;
    }
    this.#edges = edges;
    this.#settings = settings;
    this.#order = new Uint32Array(nodes);
    this.#forceX = new Float64Array(nodes);
    this.#forceY = new Float64Array(nodes);
    this.#beforeX = new Float64Array(nodes);
    this.#beforeY = new Float64Array(nodes);
    this.#convergence = new Float64Array(nodes).fill(1);
  }

  step(): void {
    this.#beforeX.set(this.#forceX);
    this.#beforeY.set(this.#forceY);
    this.#repel();
    this.#attract();
    this.#move();
  }

  /** Repulsion from each other and gravity to the middle. */
  #repel(): void {
    const { x, y } = this.positions;
    const { scaling, gravity, theta } = this.#settings;
    const push = new Float64Array(2);
    this.#tree.fill(this.positions, this.#mass);
    // Bodies too near to be told apart are not in the order; a turn of their own is soon over.
    const order = this.#order.fill(0xffffffff);
    this.#tree.order(order);
    const isDone = new Uint8Array(x.length);
    const one = (node: number): void => {
      const mass = this.#mass[node]!;
      this.#tree.repulsion(x[node]!, y[node]!, theta * theta, push);
      this.#forceX[node] = mass * (scaling * push[0]! - gravity * x[node]!);
      this.#forceY[node] = mass * (scaling * push[1]! - gravity * y[node]!);
      isDone[node] = 1;
    };
    for (let turn = 0; turn < order.length && order[turn]! !== 0xffffffff; turn++) one(order[turn]!);
    for (let node = 0; node < x.length; node++) if (isDone[node] === 0) one(node);
  }

  #attract(): void {
    const { x, y } = this.positions;
    const { source, target, weight } = this.#edges;
    const forceX = this.#forceX;
    const forceY = this.#forceY;
    for (let e = 0; e < source.length; e++) {
      const a = source[e]!;
      const b = target[e]!;
      const dx = x[a]! - x[b]!;
      const dy = y[a]! - y[b]!;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance === 0) continue;
      const pull = (weight[e]! * Math.log(1 + distance)) / distance;
      forceX[a]! -= dx * pull;
      forceY[a]! -= dy * pull;
      forceX[b]! += dx * pull;
      forceY[b]! += dy * pull;
    }
  }

  /** Each as fast as its forces keep their direction. */
  #move(): void {
    const { x, y } = this.positions;
    const slowDown = 1 + Math.log(Math.max(x.length, 1));
    for (let node = 0; node < x.length; node++) {
      const forceX = this.#forceX[node]!;
      const forceY = this.#forceY[node]!;
      const beforeX = this.#beforeX[node]!;
      const beforeY = this.#beforeY[node]!;
      const swinging = this.#mass[node]! * Math.sqrt((beforeX - forceX) ** 2 + (beforeY - forceY) ** 2);
      const traction = Math.sqrt((beforeX + forceX) ** 2 + (beforeY + forceY) ** 2) / 2;
      const calm = 1 + Math.sqrt(swinging);
      const speed = (this.#convergence[node]! * Math.log(1 + traction)) / calm;
      this.#convergence[node] = Math.min(1, Math.sqrt((speed * (forceX ** 2 + forceY ** 2)) / calm));
      x[node]! += forceX * (speed / slowDown);
      y[node]! += forceY * (speed / slowDown);
    }
  }
}
