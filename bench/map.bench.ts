import { literature } from './map/literature.ts';
import { buildPage, type Cost, IN_FRAMES, type Measured, measure, type Step } from './map/measure.ts';
import { MOVES } from './map/measured-map.ts';
import { againstPeers } from './support/against-peers.ts';
import type { Bench, BenchTable, GrowthCurve, Verdict } from './support/bench.ts';
import { packageVersion } from './support/machine.ts';

const SEED = 7;
const SIZES = [1000, 5000, 10_000];
const STEPS: readonly Step[] = ['pan', 'zoom', 'rest', 'hover', 'colour', 'filter', 'refresh'];
/** Those that every contender has. */
const COMPARED = ['start', 'pan', 'zoom', 'rest', 'hover'] as const;
const CONTENDERS: Readonly<Record<string, string>> = {
  lacuna: 'Lacuna',
  'plain-sigma': 'plain Sigma',
  'plain-sigma-saving': 'plain Sigma, hideEdgesOnMove',
  cytoscape: 'cytoscape.js',
  'cytoscape-saving': 'cytoscape.js, hideEdgesOnViewport',
  'cytoscape-texture': 'cytoscape.js, textureOnViewport',
  'cytoscape-webgl': 'cytoscape.js, WebGL',
  'force-graph': 'force-graph',
};
/** What a frame of the map may take of the page's main thread. */
const FRAME_MS = 100;

const WHOSE = { mainThread: 'the main thread’s time', all: 'time on the processor, the drawing included,' };
/** Behind what is told of a step in frames. */
const meanOf = (step: Step): string =>
  IN_FRAMES.includes(step) ? ` (the mean of the ${MOVES} frames of a turn)` : '';
const NO_CARD =
  'Without a graphics card the processor works out every pixel of every shape that WebGL draws; dots and hairlines on a canvas cost it little. The table tells plain Sigma’s dots beside our shapes.';

type Results = Map<number, Map<string, Measured>>;

export const bench: Bench = {
  name: 'map',
  title: 'Drawing the map',
  about:
    'The same made-up paper-concept graph (five links a node, positions given) drawn by the explorer, by plain Sigma with its own labels, by cytoscape.js and by force-graph, in Chromium at 1280 × 720 without a graphics card. Milliseconds on the processor for a turn, which is a change and the two frames until it is drawn; of a pan and a zoom, which are eight frames and the coming to rest, the eighth part, so the mean of the frames; medians of up to 20 turns. No frames a second, since here the processor does what a graphics card would.',
  async run({ quick, say }) {
    const files = await buildPage();
    const results: Results = new Map();
    for (const size of quick ? SIZES.slice(0, 1) : SIZES) {
      const view = literature(size, SEED);
      const row = new Map<string, Measured>();
      for (const contender of Object.keys(CONTENDERS)) {
        say(`${size} nodes, ${CONTENDERS[contender]}`);
        row.set(contender, await measure(files, contender, view, quick ? ['pan', 'rest'] : STEPS));
      }
      results.set(size, row);
    }
    return {
      tables: [...COMPARED.map((step) => stepTable(step, results)), oursAlone(results), heapTable(results)],
      curves: [
        curve('map-frame-main', 'Panning: main thread', results, 'mainThread'),
        curve('map-frame-all', 'Panning: all processes', results, 'all'),
      ],
      verdicts: [
        ...COMPARED.flatMap((step) => stepVerdicts(step, results)),
        heapVerdict(results),
        frameVerdict(results),
      ],
      notes: [
        'With more than 2,000 edges the explorer leaves them out while the camera moves, and so in each turn of *pan* and *zoom* here. Plain Sigma and cytoscape.js do the same when told to (`hideEdgesOnMove`, `hideEdgesOnViewport`), and cytoscape.js can move a picture of the map instead (`textureOnViewport`): each is measured as it comes and so told, with the flag set that its mouse sets while it drags. cytoscape.js in its WebGL mode and force-graph know no such option. *Rest* is a move, the hand lets go, and all edges are drawn again; the explorer waits 140 ms before they come back, and since a turn lasts longer than that, its last frame is in its *pan* and *zoom* too.',
        'Only the explorer draws names that do not overlap, regions of themes and shapes by kind; force-graph draws no names at all. "All processes" counts the drawing too, which a graphics card takes over in front of a user for the WebGL contenders (Lacuna, plain Sigma, cytoscape.js in its WebGL mode), and mostly not for those that draw on a canvas.',
      ],
      peers: {
        sigma: packageVersion('sigma'),
        'cytoscape.js': packageVersion('cytoscape'),
        'force-graph': packageVersion('force-graph'),
      },
    };
  },
};

const cell = (cost: Cost | undefined, of: keyof Cost): number | null => cost?.[of] ?? null;

function stepTable(step: Step, results: Results): BenchTable {
  return {
    caption: `${step}: ms of the page's main thread / of all processes${meanOf(step)}`,
    columns: ['nodes', ...Object.values(CONTENDERS)],
    rows: [...results].map(([size, row]) => [
      size.toLocaleString('en'),
      ...Object.keys(CONTENDERS).map((contender) => {
        const cost = row.get(contender)!.steps[step];
        return cost ? `${Math.round(cost.mainThread)} / ${Math.round(cost.all)}` : null;
      }),
    ]),
  };
}

function oursAlone(results: Results): BenchTable {
  return {
    caption: 'JavaScript alone, ms a turn: Lacuna / plain Sigma',
    columns: ['nodes', ...STEPS],
    rows: [...results].map(([size, row]) => [
      size.toLocaleString('en'),
      ...STEPS.map((step) =>
        ['lacuna', 'plain-sigma']
          .map((contender) => cell(row.get(contender)!.steps[step], 'script')?.toFixed(1) ?? '–')
          .join(' / '),
      ),
    ]),
  };
}

function heapTable(results: Results): BenchTable {
  return {
    caption: 'Heap of the page when all was done, without garbage, MB',
    columns: ['nodes', ...Object.values(CONTENDERS)],
    rows: [...results].map(([size, row]) => [
      size.toLocaleString('en'),
      ...Object.keys(CONTENDERS).map((contender) => row.get(contender)!.heapMegabytes),
    ]),
  };
}

function curve(file: string, title: string, results: Results, of: keyof Cost): GrowthCurve {
  return {
    file,
    title,
    x: { label: 'nodes', log: true },
    y: { label: 'ms a turn', log: true },
    series: Object.entries(CONTENDERS).map(([contender, name]) => ({
      name,
      points: [...results].flatMap(([size, row]): [number, number][] => {
        const value = cell(row.get(contender)!.steps.pan, of);
        return value === null ? [] : [[size, Math.max(value, 0.1)]];
      }),
    })),
  };
}

const compared = (
  row: ReadonlyMap<string, Measured>,
  what: string,
  of: (one: Measured) => number | null,
) => ({
  what,
  ours: of(row.get('lacuna')!),
  peers: Object.entries(CONTENDERS)
    .filter(([contender]) => contender !== 'lacuna')
    .map(([contender, name]) => ({ name, value: of(row.get(contender)!) })),
});

const stepVerdicts = (step: Step, results: Results): Verdict[] =>
  (['mainThread', 'all'] as const).map((of) =>
    againstPeers(
      `${step}: ${WHOSE[of]} no more than any peer’s, at any size${meanOf(step)}`,
      'ms',
      [...results].map(([size, row]) =>
        compared(row, `${size.toLocaleString('en')} nodes`, ({ steps }) => cell(steps[step], of)),
      ),
      of === 'all' ? NO_CARD : undefined,
    ),
  );

const heapVerdict = (results: Results): Verdict =>
  againstPeers(
    'no more heap than any peer, at any size',
    'MB',
    [...results].map(([size, row]) =>
      compared(row, `${size.toLocaleString('en')} nodes`, ({ heapMegabytes }) => heapMegabytes),
    ),
  );

/** Of a rest and a hover the whole turn, a bound on each of its frames; of a pan and a zoom only the mean of a turn’s frames is known. */
function frameVerdict(results: Results): Verdict {
  const [size, row] = [...results].at(-1)!;
  const { steps } = row.get('lacuna')!;
  const [slowest, step] = (['pan', 'zoom', 'rest', 'hover'] as const)
    .map((one) => [steps[one]?.p95 ?? 0, one] as const)
    .reduce((most, one) => (one[0] > most[0] ? one : most));
  return {
    asked: `a frame of ${size.toLocaleString('en')} nodes under ${FRAME_MS} ms of the main thread (rest and hover: a whole turn; pan and zoom: the mean of the ${MOVES} frames of a turn)`,
    measured: `${Math.round(slowest)} ms in 95 of 100 turns of the slowest, ${step}${meanOf(step)}`,
    met: slowest < FRAME_MS,
  };
}
