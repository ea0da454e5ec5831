/** Pictures of the page, small enough to keep, compared so that another typeface hinting passes and another layout doesn't. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const KEPT = join(import.meta.dirname, 'looks');
/** Set to 1 to keep what is seen now as what should be seen. */
export const KEEP_LOOKS = process.env.LACUNA_KEEP_LOOKS === '1';

/** Kept pictures measure a quarter; compared are tiles of so many pixels of those. */
const SHRUNK = 4;
const TILE = 5;
/** A tile differs from so much on, in mean steps of 0 to 255 a component. */
const TILE_DIFFERS = 14;

/**
 * Share of the picture, 0 to 1, that differs from the one kept under this name: none where it is kept now. Throws
 * where none is kept, or one of another size. What was seen lies at `seenAt`.
 */
export async function compareLook(
  name: string,
  screenshot: Buffer,
): Promise<{ differs: number; seenAt: string }> {
  const seen = shrink(PNG.sync.read(screenshot));
  const file = join(KEPT, `${name}.png`);
  if (KEEP_LOOKS) {
    await mkdir(KEPT, { recursive: true });
    await writeFile(file, PNG.sync.write(seen));
    return { differs: 0, seenAt: file };
  }
  const folder = join(tmpdir(), 'lacuna-looks');
  await mkdir(folder, { recursive: true });
  const seenAt = join(folder, `${name}.png`);
  await writeFile(seenAt, PNG.sync.write(seen));
  const kept = PNG.sync.read(await readFile(file));
  if (kept.width !== seen.width || kept.height !== seen.height) throw new Error(`${name}: another size`);
  return { differs: shareOfTiles(kept, seen), seenAt };
}

function shrink({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.floor(width / SHRUNK), height: Math.floor(height / SHRUNK) });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      for (let part = 0; part < 4; part += 1) {
        let sum = 0;
        for (let dy = 0; dy < SHRUNK; dy += 1)
          for (let dx = 0; dx < SHRUNK; dx += 1)
            sum += data[((y * SHRUNK + dy) * width + x * SHRUNK + dx) * 4 + part]!;
        small.data[(y * small.width + x) * 4 + part] = Math.round(sum / SHRUNK ** 2);
      }
    }
  }
  return small;
}

function shareOfTiles(one: PNG, other: PNG): number {
  let tiles = 0;
  let differing = 0;
  for (let top = 0; top < one.height; top += TILE) {
    for (let left = 0; left < one.width; left += TILE) {
      tiles += 1;
      if (tileDifference(one, other, left, top) > TILE_DIFFERS) differing += 1;
    }
  }
  return differing / tiles;
}

/** Of the tiles' mean colours, so that letters that moved by a hair stay the same. */
function tileDifference(one: PNG, other: PNG, left: number, top: number): number {
  let worst = 0;
  const right = Math.min(one.width, left + TILE);
  const bottom = Math.min(one.height, top + TILE);
  for (let part = 0; part < 3; part += 1) {
    let sum = 0;
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1) {
        const at = (y * one.width + x) * 4 + part;
        sum += one.data[at]! - other.data[at]!;
      }
    worst = Math.max(worst, Math.abs(sum) / ((right - left) * (bottom - top)));
  }
  return worst;
}
