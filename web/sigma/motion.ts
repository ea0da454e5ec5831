/** What moves on the map by itself: nodes come, go and change their places. Nothing does where the user asks for rest. */
import { FADES, type Move } from './drawn-graph.ts';
import type { MapScene } from './map-scene.ts';

/** Milliseconds. */
const FADE = 200;
const MOVE = 400;

export function wantsRest(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

interface Running {
  readonly start: number;
  readonly duration: number;
  step(share: number): void;
  finish(): void;
}

/** One for each map. A change that comes while another is shown ends that one at once. */
export class Motion {
  private readonly scene: MapScene;
  private frame = 0;
  private running: Running[] = [];

  constructor(scene: MapScene) {
    this.scene = scene;
  }

  /** Lets what is underway be done; to be called before the graph changes, of which Sigma is told after. */
  end(): void {
    cancelAnimationFrame(this.frame);
    const { running } = this;
    this.running = [];
    for (const { finish } of running) finish();
  }

  /** Lets these come and those go, which are still in the graph. */
  fade(come: readonly string[], gone: readonly string[]): void {
    if (come.length + gone.length === 0) return;
    const { scene } = this;
    const { graph } = scene;
    const still = wantsRest();
    const set = (ids: readonly string[], fade: number) => {
      for (const id of ids) if (graph.hasNode(id)) graph.getNodeAttributes(id).fade = fade;
    };
    const finish = () => {
      scene.fade = 1;
      set(come, FADES.none);
      graph.quietly(() => {
        for (const id of gone) if (graph.hasNode(id)) graph.dropNode(id);
      });
    };
    if (still) {
      finish();
      return;
    }
    set(come, FADES.comes);
    set(gone, FADES.goes);
    const step = (share: number) => {
      scene.fade = share;
      scene.repaint.ask('view');
    };
    this.run({ start: performance.now(), duration: FADE, step, finish });
  }

  /** Lets these go to their new places, in which they are already. */
  move(moves: readonly Move[]): void {
    if (moves.length === 0 || wantsRest()) return;
    const { graph, repaint } = this.scene;
    const place = (share: number) => {
      const eased = share * share * (3 - 2 * share);
      for (const { id, from, to } of moves) {
        if (!graph.hasNode(id)) continue;
        const node = graph.getNodeAttributes(id);
        node.x = from.x + (to.x - from.x) * eased;
        node.y = from.y + (to.y - from.y) * eased;
      }
      repaint.ask('order');
    };
    this.run({ start: performance.now(), duration: MOVE, step: place, finish: () => place(1) });
  }

  private run(part: Running): void {
    part.step(0);
    this.running.push(part);
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.next());
  }

  private next(): void {
    const now = performance.now();
    for (const part of [...this.running]) {
      const share = (now - part.start) / part.duration;
      if (share < 1) part.step(share);
      else {
        this.running = this.running.filter((other) => other !== part);
        part.finish();
        this.scene.repaint.renew();
      }
    }
    if (this.running.length > 0) this.frame = requestAnimationFrame(() => this.next());
  }
}
