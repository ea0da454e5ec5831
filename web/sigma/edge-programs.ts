/** Sigma's edges, but as wide near as from afar, and left out while a large map moves. */
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

/** `resting` is asked before each frame whether the edges are to be drawn. */
export function edgePrograms(resting: () => boolean) {
  class Ribbon extends EdgeRectangleProgram {
    override render(params: RenderParams): void {
      // NOTE: the size ratio is what would make edges grow as the camera comes nearer.
      if (resting()) super.render({ ...params, sizeRatio: 1 });
    }
  }
  class Line extends EdgeLineProgram {
    override render(params: RenderParams): void {
      if (resting()) super.render(params);
    }
  }
  return { ribbon: Ribbon, line: Line };
}
