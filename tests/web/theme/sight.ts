/** How colours look to people, for judging a palette. */

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB; and normal sight. */
export const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  const component = (shift: number) => {
    const share = ((value >> shift) & 255) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [component(16), component(8), component(0)];
}

const dot = (row: Triple, column: Triple) => row[0] * column[0] + row[1] * column[1] + row[2] * column[2];
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** Oklab (Ottosson 2020) of what someone with that sight sees. */
function perceived(hex: string, sight: readonly [Triple, Triple, Triple]): Triple {
  const rgb = linear(hex);
  const seen: Triple = [clamp(dot(sight[0], rgb)), clamp(dot(sight[1], rgb)), clamp(dot(sight[2], rgb))];
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], seen));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], seen));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], seen));
  const lms: Triple = [l, m, s];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ];
}

/** Euclidean in Oklab: 0.02 is just noticeable side by side. */
export function difference(one: string, other: string, sight: readonly [Triple, Triple, Triple]): number {
  const a = perceived(one, sight);
  const b = perceived(other, sight);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** WCAG 2 contrast, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex)) + 0.05;
  const [a, b] = [luminance(one), luminance(other)];
  return Math.max(a, b) / Math.min(a, b);
}
