import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestLabels, type Lattice, Marginals } from '../../../../ingest/extract/sequence/decode.ts';

const weight = fc.double({ min: -3, max: 3, noNaN: true });

const lattices = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([count, labels]) =>
    fc.record({
      count: fc.constant(count),
      labels: fc.constant(labels),
      scores: fc
        .array(weight, { minLength: count * labels, maxLength: count * labels })
        .map((numbers) => Float64Array.from(numbers)),
      transitions: fc
        .array(weight, { minLength: labels * labels, maxLength: labels * labels })
        .map((numbers) => Float64Array.from(numbers)),
    }),
  );

/** Every sequence of labels with its score. */
function* allPaths({ count, labels, scores, transitions }: Lattice): Generator<[number[], number]> {
  for (let code = 0; code < labels ** count; code++) {
    const path = Array.from({ length: count }, (_, i) => Math.floor(code / labels ** i) % labels);
    let total = 0;
    for (const [i, label] of path.entries()) {
      total += scores[i * labels + label]!;
      if (i > 0) total += transitions[path[i - 1]! * labels + label]!;
    }
    yield [path, total];
  }
}

it('finds the best of all sequences', () => {
  fc.assert(
    fc.property(lattices, (lattice) => {
      const paths = [...allPaths(lattice)];
      const best = Math.max(...paths.map(([, score]) => score));
      const found = [...bestLabels(lattice)].join();
      const score = paths.find(([path]) => path.join() === found)![1];
      expect(score).toBeCloseTo(best, 9);
    }),
    { seed: 1 },
  );
});

it('gives a span the share of all sequences that have it', () => {
  fc.assert(
    fc.property(lattices, fc.nat(), fc.nat(), (lattice, a, b) => {
      const from = a % lattice.count;
      const to = from + 1 + (b % (lattice.count - from));
      const [begin, inside] = [0, 1];
      let all = 0;
      let withSpan = 0;
      for (const [path, score] of allPaths(lattice)) {
        all += Math.exp(score);
        const isHere =
          path[from] === begin &&
          path.slice(from + 1, to).every((label) => label === inside) &&
          path[to] !== inside;
        if (isHere) withSpan += Math.exp(score);
      }
      const marginals = new Marginals(lattice, lattice.transitions.map(Math.exp));
      expect(marginals.span(from, to, begin, inside)).toBeCloseTo(withSpan / all, 9);
    }),
    { seed: 2 },
  );
});
