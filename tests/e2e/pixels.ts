import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

export interface Pixels {
  /** Share of pixels that are not of the most frequent colour. */
  drawn: number;
  /** Different colours, in steps of 16 per component. */
  colours: number;
  /** Mean of red, green and blue of the most frequent colour, 0 to 255. */
  ground: number;
}

/** What is to be seen on the map, without the furniture around it. */
export async function mapPixels(page: Page): Promise<Pixels> {
  // NOTE: software rendering needs a moment after the last change; two frames are enough for what was asked for.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { data } = PNG.sync.read(await page.getByRole('main').screenshot());
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = ((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [[ground, most]] = [...counts].sort(([, one], [, other]) => other - one) as [[number, number]];
  const components = [ground >> 8, (ground >> 4) & 15, ground & 15];
  return {
    drawn: 1 - most / (data.length / 4),
    colours: counts.size,
    ground: (components.reduce((sum, value) => sum + value, 0) / 3) * 17,
  };
}
