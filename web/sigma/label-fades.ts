/** Labels that come fade in, so that none pops up; drawn by frames of their own, without the map under them. */
import { wantsRest } from './motion.ts';

/** Milliseconds. */
const FADE = 160;

export class LabelFades {
  private readonly redraw: () => void;
  private frame = 0;
  private since = new Map<string, number>();

  constructor(redraw: () => void) {
    this.redraw = redraw;
  }

  /** Those that stand now; what is not among them is forgotten. */
  follow(labels: readonly { readonly id: string }[]): void {
    const now = performance.now();
    // What is there at first, and all where nothing is to move, is there at once.
    const still = this.since.size === 0 || wantsRest();
    const next = new Map<string, number>();
    for (const { id } of labels) next.set(id, this.since.get(id) ?? (still ? now - FADE : now));
    this.since = next;
    cancelAnimationFrame(this.frame);
    if ([...next.values()].some((start) => now - start < FADE))
      this.frame = requestAnimationFrame(() => this.redraw());
  }

  /** 0 to 1. */
  of(id: string): number {
    return Math.min(1, (performance.now() - (this.since.get(id) ?? 0)) / FADE);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }
}
