/** Rectangles beside each other, on as little room as is easy. Pure. */

export interface Block {
  readonly width: number;
  readonly height: number;
}

/**
 * The left upper corner of each block, which come the largest first: in rows from left to right, as wide in all as makes the
 * whole about `aspect` times as wide as high. What is left free of each row lies between its blocks.
 */
export function packBlocks(blocks: readonly Block[], aspect: number): { x: number; y: number }[] {
  const area = blocks.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = Math.max(0, ...blocks.map(({ width }) => width));
  const total = blocks.reduce((sum, { width }) => sum + width, 0);
  let best: Block[][] = [];
  let least = Infinity;
  // A few widths are tried; the one that can be shown largest wins.
  for (let i = 0; i < TRIED; i++) {
    const wanted = Math.min(total, Math.max(widest, Math.sqrt(area * aspect) * (0.8 + i * 0.1)));
    const rows = inRows(blocks, wanted);
    const { width, height } = sizeOf(rows);
    const scale = Math.max(width / aspect, height);
    if (scale < least) {
      least = scale;
      best = rows;
    }
  }
  return spread(best, aspect);
}

const TRIED = 12;

function inRows(blocks: readonly Block[], wanted: number): Block[][] {
  const rows: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const row = rows.at(-1);
    if (row && block.width <= room * 1.0001) row.push(block);
    else {
      rows.push([block]);
      room = wanted;
    }
    room -= block.width;
  }
  return rows;
}

const widthOf = (row: readonly Block[]): number => row.reduce((sum, { width }) => sum + width, 0);
const heightOf = (row: readonly Block[]): number => Math.max(...row.map(({ height }) => height));

function sizeOf(rows: readonly (readonly Block[])[]): Block {
  return {
    width: Math.max(0, ...rows.map(widthOf)),
    height: rows.reduce((sum, row) => sum + heightOf(row), 0),
  };
}

function spread(rows: readonly (readonly Block[])[], aspect: number): { x: number; y: number }[] {
  const { width, height } = sizeOf(rows);
  const across = Math.max(width, height * aspect);
  const spare = Math.max(0, across / aspect - height) / Math.max(1, rows.length);
  let y = 0;
  return rows.flatMap((row) => {
    const between = (across - widthOf(row)) / row.length;
    const rowHeight = heightOf(row) + spare;
    let x = 0;
    const corners = row.map((block) => {
      const corner = { x: x + between / 2, y: y + (rowHeight - block.height) / 2 };
      x += block.width + between;
      return corner;
    });
    y += rowHeight;
    return corners;
  });
}
