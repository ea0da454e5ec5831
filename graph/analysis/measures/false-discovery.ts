/**
 * Adjusted p-values of Benjamini and Hochberg (1995), in the order given: those up to q are, taken together,
 * expected to hold at most a share q of false finds. q_(i) = min over j >= i of p_(j) m / j, at most 1.
 */
export function adjustedPValues(p: ArrayLike<number>): Float64Array {
  const tests = p.length;
  const order = Array.from({ length: tests }, (_, i) => i).sort((a, b) => p[b]! - p[a]! || b - a);
  const adjusted = new Float64Array(tests);
  let least = 1;
  order.forEach((test, i) => {
    least = Math.min(least, (p[test]! * tests) / (tests - i));
    adjusted[test] = least;
  });
  return adjusted;
}
