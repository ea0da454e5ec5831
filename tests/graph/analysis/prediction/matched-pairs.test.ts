import { expect, it } from 'vitest';
import { MatchedDraw, popularityBin } from '../../../../graph/analysis/prediction/matched-pairs.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';

it('bins by half octaves of the product of degrees', () => {
  expect([popularityBin(1, 1), popularityBin(2, 1), popularityBin(4, 4), popularityBin(0, 9)]).toEqual([
    0, 2, 8, -1,
  ]);
  expect(popularityBin(10, 10)).toBe(popularityBin(11, 10));
  expect(popularityBin(10, 10)).not.toBe(popularityBin(15, 10));
});

function drawn(seed: number): Map<number, number[]> {
  const random = seededRandom(2);
  const pairs = Array.from({ length: 3000 }, () => ({ bin: Math.floor(random() * 3), met: random() < 0.02 }));
  // The last bin has hardly any that did not meet.
  const kept = pairs.filter(({ bin, met }, i) => bin < 2 || met || i % 40 === 0);
  const draw = new MatchedDraw(10, seededRandom(seed));
  for (const { bin, met } of kept) draw.count(bin, met);
  const taken = new Map<number, number[]>([0, 1, 2].map((bin) => [bin, []]));
  kept.forEach(({ bin, met }, i) => {
    if (!met && draw.draw(bin)) taken.get(bin)!.push(i);
  });
  const counts = [0, 1, 2].map((bin) => ({
    met: kept.filter((one) => one.bin === bin && one.met).length,
    not: kept.filter((one) => one.bin === bin && !one.met).length,
  }));
  counts.forEach(({ met, not }, bin) => {
    expect(taken.get(bin)!.length).toBe(Math.min(10 * met, not));
  });
  expect(counts[2]!.not).toBeLessThan(10 * counts[2]!.met);
  return taken;
}

it('takes ten of the same popularity for each that met, or all where there are fewer', () => {
  const taken = drawn(7);
  expect(drawn(7)).toEqual(taken);
  expect(drawn(8)).not.toEqual(taken);
});
