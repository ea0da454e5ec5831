import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { literature } from './map/literature.ts';
import { buildPage, type Cost, type Measured, measure, type Step } from './map/measure.ts';
import type { Bench, BenchTable, GrowthCurve, Verdict } from './support/bench.ts';

const SEED = 7;
const SIZES = [1000, 5000, 10_000];
const STEPS: readonly Step[] = ['pan', 'zoom', 'hover', 'colour', 'filter', 'refresh'];
const CONTENDERS: Readonly<Record<string, string>> = {
  lacuna: 'Lacuna',
  'plain-sigma': 'plain Sigma',
  cytoscape: 'cytoscape.js',
  'cytoscape-webgl': 'cytoscape.js, WebGL',
  'force-graph': 'force-graph',
};
const PEERS = ['cytoscape', 'cytoscape-webgl', 'force-graph'];
/** What a frame of the map may take of the page's main thread. */
const FRAME_MS = 100;

type Results = Map<number, Map<string, Measured>>;

export const bench: Bench = {
  name: 'map',
  title: 'Drawing the map',
  about:
    'The same made-up paper-concept graph (five links a node, positions given) drawn by the explorer, by plain Sigma with its own labels, by cytoscape.js and by force-graph, in Chromium at 1280 × 720 without a graphics card. Milliseconds on the processor, medians; no frames a second, since here the processor does what a graphics card would.',
  async run({ quick, say }) {
    const files = await buildPage();
    const results: Results = new Map();
    for (const size of quick ? SIZES.slice(0, 1) : SIZES) {
      const view = literature(size, SEED);
      const row = new Map<string, Measured>();
      for (const contender of Object.keys(CONTENDERS)) {
        say(`${size} nodes, ${CONTENDERS[contender]}`);
        row.set(contender, await measure(files, contender, view, quick ? ['pan'] : STEPS));
      }
      results.set(size, row);
    }
    return {
      tables: [
        ...(['start', 'pan', 'zoom', 'hover'] as const).map((step) => stepTable(step, results)),
        oursAlone(results),
        heapTable(results),
      ],
      curves: [
        curve('map-frame-main', 'Panning: main thread', results, 'mainThread'),
        curve('map-frame-all', 'Panning: all processes', results, 'all'),
      ],
      verdicts: verdicts(results),
      notes: [
        'Only the explorer draws names that do not overlap, regions of themes and shapes by kind; force-graph draws no names at all. "All processes" counts the drawing too, which a graphics card takes over in front of a user for the WebGL contenders (Lacuna, plain Sigma, cytoscape.js in its WebGL mode), and mostly not for those that draw on a canvas.',
      ],
      peers: {
        sigma: versionOf('sigma'),
        'cytoscape.js': versionOf('cytoscape'),
        'force-graph': versionOf('force-graph'),
      },
    };
  },
};

const cell = (cost: Cost | undefined, of: keyof Cost): number | null => cost?.[of] ?? null;

function stepTable(step: Step, results: Results): BenchTable {
  return {
    caption: `${step}: ms of the page's main thread / of all processes`,
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
    caption: 'Heap of the page when all was done, MB',
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
    y: { label: 'ms a frame', log: true },
    series: Object.entries(CONTENDERS).map(([contender, name]) => ({
      name,
      points: [...results].flatMap(([size, row]): [number, number][] => {
        const value = cell(row.get(contender)!.steps.pan, of);
        return value === null ? [] : [[size, Math.max(value, 0.1)]];
      }),
    })),
  };
}

function verdicts(results: Results): Verdict[] {
  const [size, row] = [...results].at(-1)!;
  const pan = (contender: string, of: keyof Cost): number => row.get(contender)!.steps.pan![of];
  const nodes = size.toLocaleString('en');
  const worst = Math.max(
    ...(['pan', 'zoom', 'hover'] as const).map((step) => row.get('lacuna')!.steps[step]?.mainThread ?? 0),
  );
  return [
    {
      asked: `a frame of ${nodes} nodes under ${FRAME_MS} ms of the main thread (pan, zoom, hover)`,
      measured: `${Math.round(worst)} ms the longest`,
      met: worst < FRAME_MS,
    },
    ...(['mainThread', 'all'] as const).map((of): Verdict => {
      const best = Math.min(...PEERS.map((peer) => pan(peer, of)));
      const ours = pan('lacuna', of);
      return {
        asked: `panning ${nodes} nodes ahead of every peer, ${of === 'all' ? 'all processes' : 'main thread'}`,
        measured: `${Math.round(ours)} ms; the best peer ${Math.round(best)} ms`,
        met: ours <= best,
      };
    }),
  ];
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../node_modules/${name}/package.json`), 'utf8')).version;
