/** Rectangles beside each other, on as little room as is easy. Pure. */

export interface Block {
  readonly width: number;
  readonly height: number;
}

/**
 * The left upper corner of each block, which come the largest first: in rows from left to right, as wide in all as makes the
 * whole about `aspect` times as wide as high.
 */
export function packBlocks(blocks: readonly Block[], aspect: number): { x: number; y: number }[] {
  const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = Math.max(0, ...blocks.map(({ width }) => width));
  const total = blocks.reduce((sum, { width }) => sum + width, 0);
  let best: { x: number; y: number }[] = [];
  let least = Infinity;
  // A few widths are tried; the one that can be shown largest wins.
  for (let i = 0; i < 12; i++) {
    const wanted = Math.min(total, Math.max(widest, Math.sqrt(area * aspect) * (0.8 + i * 0.1)));
    const { corners, width, height } = inRows(blocks, wanted);
    const scale = Math.max(width / aspect, height);
    if (scale < least) {
      least = scale;
      best = corners;
    }
  }
  return best;
}

function inRows(blocks: readonly Block[], wanted: number) {
  const corners: { x: number; y: number }[] = [];
  let [x, y, rowHeight, width, first] = [0, 0, 0, 0, 0];
  const close = (end: number) => {
    // A row stands in the middle of the others.
    for (let i = first; i < end; i++) {
      const { x: left } = corners[i]!;
      corners[i] = { x: left - x / 2, y: y + (rowHeight - blocks[i]!.height) / 2 };
    }
    width = Math.max(width, x);
    y += rowHeight;
    [x, rowHeight, first] = [0, 0, end];
  };
  blocks.forEach((block, i) => {
    if (x > 0 && x + block.width > wanted * 1.0001) close(i);
    corners.push({ x, y: 0 });
    x += block.width;
    rowHeight = Math.max(rowHeight, block.height);
  });
  close(blocks.length);
  return { corners, width, height: y };
}
