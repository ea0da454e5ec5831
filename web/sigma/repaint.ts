/**
 * When Sigma draws again. Whatever is asked for within one frame is done once, at the strongest: a partial refresh
 * while a full one waits would find Sigma's indexes empty, and throw.
 */
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';

/** `view`: the same data from another place; `edges`: other colours of links; `paint`: also of nodes, and sizes; `order`: also another order of drawing. */
export const STRENGTHS = ['view', 'edges', 'paint', 'order'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The part of the scene that is drawn; `graph` is changed in place. */
interface Drawing {
  readonly sigma: Sigma<DrawnNode, DrawnEdge>;
  readonly graph: DrawnGraph;
}

export class Repaint {
  private readonly scene: Drawing;
  private wanted: Strength | null = null;
  private frame = 0;

  constructor(scene: Drawing) {
    this.scene = scene;
  }

  /** In the next frame. */
  ask(strength: Strength): void {
    if (this.wanted === null) this.frame = requestAnimationFrame(() => this.now());
    if (STRENGTHS.indexOf(strength) > (this.wanted ? STRENGTHS.indexOf(this.wanted) : -1)) {
      this.wanted = strength;
    }
  }

  /** At once: `strength`, or what was asked for if that is stronger. */
  now(strength: Strength = 'view'): void {
    this.ask(strength);
    const wanted = this.wanted;
    this.stop();
    const { sigma, graph } = this.scene;
    if (wanted === 'order') sigma.refresh();
    else {
      const nodes = wanted === 'paint' ? graph.nodes() : [];
      const edges = wanted === 'view' ? [] : graph.edges();
      const partialGraph = { nodes, edges };
      sigma.refresh({ partialGraph, skipIndexation: true });
    }
  }

  /** Tells Sigma at once of nodes that quietly came or went, and draws in the next frame: it trips over those it does not know. */
  renew(): void {
    this.stop();
    this.scene.sigma.refresh({ schedule: true });
  }

  /** Forgets what was asked for. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    this.wanted = null;
  }
}
