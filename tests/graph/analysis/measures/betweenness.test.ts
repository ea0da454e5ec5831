import { expect, test } from 'vitest';
import { betweenness } from '../../../../graph/analysis/measures/betweenness.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { karate, plain, rounded } from './adjacencies.ts';

// By networkx 3.6.1, nx.betweenness_centrality.
const EXPECTED = [
  0.437635, 0.053937, 0.143657, 0.011909, 0.000631, 0.029987, 0.029987, 0.0, 0.055927, 0.000848, 0.000631,
  0.0, 0.0, 0.045863, 0.0, 0.0, 0.0, 0.0, 0.0, 0.032475, 0.0, 0.0, 0.0, 0.017614, 0.00221, 0.00384, 0.0,
  0.022333, 0.001795, 0.002922, 0.014412, 0.138276, 0.145247, 0.304075,
];

test('from all sources it is that of networkx', () => {
  const exact = betweenness(karate(), seededRandom(1), { samples: 34 });
  expect(rounded(exact)).toEqual(EXPECTED);
  expect(betweenness(karate(), seededRandom(2), { samples: 1000 })).toEqual(exact);
});

test('from sampled sources it is right on average, and the same for the same seed', () => {
  const mean = new Float64Array(34);
  const runs = 400;
  const random = seededRandom(1);
  for (let run = 0; run < runs; run++) {
    betweenness(karate(), random, { samples: 8 }).forEach((value, node) => {
      mean[node]! += value / runs;
    });
  }
  mean.forEach((value, node) => void expect(Math.abs(value - EXPECTED[node]!)).toBeLessThan(0.02));
  const again = () => betweenness(karate(), seededRandom(7), { samples: 8 });
  expect(again()).toEqual(again());
});

test('parts that no path joins count apart, nodes without a tie not at all, and two nodes have nothing between them', () => {
  const parts = plain(6, [
    [0, 1],
    [1, 2],
    [3, 4],
  ]);
  expect(rounded(betweenness(parts, seededRandom(1)))).toEqual([0, 0.166667, 0, 0, 0, 0]);
  expect([...betweenness(plain(2, [[0, 1]]), seededRandom(1))]).toEqual([0, 0]);
});
