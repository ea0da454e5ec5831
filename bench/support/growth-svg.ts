import type { GrowthCurve } from './bench.ts';
import { shownNumber } from './figures-page.ts';

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 76;
const RIGHT = 190;
const TOP = 46;
const BOTTOM = 56;
const LABEL_HEIGHT = 15;
/** Okabe and Ito's colours, which people with any colour sight tell apart; each series also has its name beside it. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#7a5c00', '#56b4e9', '#444444'];

interface Axis {
  /** Value to pixel. */
  place(value: number): number;
  ticks: number[];
}

/** A growth curve as a picture, on a ground of its own so that it reads on light and dark pages. */
export function growthSvg(curve: GrowthCurve): string {
  const isShown = ([x, y]: [number, number]): boolean =>
    Number.isFinite(x) && Number.isFinite(y) && !(curve.x.log && x <= 0) && !(curve.y.log && y <= 0);
  const series = curve.series
    .map(({ name, points }) => ({ name, points: points.filter(isShown).sort((a, b) => a[0] - b[0]) }))
    .filter(({ points }) => points.length > 0);
  const all = series.flatMap(({ points }) => points);
  const x = axisOf(
    all.map(([value]) => value),
    curve.x.log === true,
    LEFT,
    WIDTH - RIGHT,
  );
  const y = axisOf(
    all.map(([, value]) => value),
    curve.y.log === true,
    HEIGHT - BOTTOM,
    TOP,
  );
  const lines = series.map(({ points }, at) => lineOf(points, x, y, colourOf(at)));
  const names = series.map(({ name, points }, at) => ({ name, at, y: y.place(points.at(-1)![1]) }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" ` +
      `role="img" font-family="system-ui, sans-serif" font-size="12" fill="#333">`,
    `<title>${escaped(curve.title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="6" fill="#fff"/>`,
    `<text x="${LEFT}" y="24" font-size="15" font-weight="600">${escaped(curve.title)}</text>`,
    ...x.ticks.map((value) => tickBelow(x.place(value), shownNumber(value))),
    ...y.ticks.map((value) => tickBeside(y.place(value), shownNumber(value))),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(scaleName(curve.x))}</text>`,
    `<text transform="translate(18 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escaped(scaleName(curve.y))}</text>`,
    ...lines,
    ...apart(names).map(
      ({ name, at, y }) =>
        `<text x="${WIDTH - RIGHT + 10}" y="${fixed(y + 4)}" fill="${colourOf(at)}">${escaped(name)}</text>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

const colourOf = (at: number): string => COLOURS[at % COLOURS.length]!;
const scaleName = ({ label, log }: { label: string; log?: boolean }): string =>
  log ? `${label} (logarithmic)` : label;
const fixed = (value: number): string => String(Math.round(value * 10) / 10);

function axisOf(values: readonly number[], isLog: boolean, from: number, to: number): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const ticks = values.length === 0 ? [0, 1] : isLog ? logTicks(low, high) : linearTicks(high);
  const scale = isLog ? Math.log10 : (value: number) => value;
  const start = scale(ticks[0]!);
  const length = scale(ticks.at(-1)!) - start || 1;
  return { ticks, place: (value) => from + ((scale(value) - start) / length) * (to - from) };
}

/** 1, 2, 5, 10, … from the last below to the first above; decades alone where there are many. */
function logTicks(low: number, high: number): number[] {
  const steps = Math.log10(high / low) > 3 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade += 1)
    for (const step of steps) ticks.push(Number(`${step}e${decade}`));
  const first = ticks.findLastIndex((tick) => tick <= low);
  const last = ticks.findIndex((tick) => tick >= high);
  return ticks.slice(Math.max(0, first), Math.max(last, first + 1) + 1);
}

/** From 0, as growth is judged by its share of the whole. */
function linearTicks(high: number): number[] {
  if (high <= 0) return [0, 1];
  const rough = high / 5;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * decade).find((size) => size >= rough * 0.999)!;
  const count = Math.ceil(high / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}

function lineOf(points: readonly [number, number][], x: Axis, y: Axis, colour: string): string {
  const places = points.map(([across, up]) => [fixed(x.place(across)), fixed(y.place(up))] as const);
  const path = places.map((place) => place.join(',')).join(' ');
  const dots = places.map(([across, up]) => `<circle cx="${across}" cy="${up}" r="3.5"/>`).join('');
  return `<g fill="${colour}"><polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}</g>`;
}

const tickBelow = (x: number, text: string): string =>
  `<path d="M${fixed(x)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#e3e3e3"/>` +
  `<text x="${fixed(x)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${text}</text>`;

const tickBeside = (y: number, text: string): string =>
  `<path d="M${LEFT} ${fixed(y)}H${WIDTH - RIGHT}" stroke="#e3e3e3"/>` +
  `<text x="${LEFT - 8}" y="${fixed(y + 4)}" text-anchor="end">${text}</text>`;

/** Names moved down until none covers another, and up where the last would leave the picture. */
function apart<T extends { y: number }>(names: readonly T[]): T[] {
  const sorted = [...names].sort((a, b) => a.y - b.y);
  let free = TOP;
  const down = sorted.map((name) => {
    const y = Math.max(name.y, free);
    free = y + LABEL_HEIGHT;
    return { ...name, y };
  });
  let end = HEIGHT - BOTTOM;
  return down
    .toReversed()
    .map((name) => {
      const y = Math.min(name.y, end);
      end = y - LABEL_HEIGHT;
      return { ...name, y };
    })
    .toReversed();
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!);
