import { readFileSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { graphViewSchema } from '../graph/contract.ts';
import type { Bench, BenchTable, Verdict } from './support/bench.ts';
import {
  type Grown,
  heldVerdict,
  type LoopWatch,
  openVerdicts,
  wholeVerdicts,
} from './support/big-verdicts.ts';
import { corpusFile } from './support/corpus.ts';
import { keepStore } from './support/kept-stores.ts';
import { lacuna, type Serving, serving } from './support/lacuna-process.ts';
import { formsTable } from './support/map-forms.ts';
import { type Opened, openMap } from './support/opened-map.ts';
import { median } from './support/timed.ts';

const SIZES = [1000, 5000, 19_310, 50_000];
const SEED = 50;
const DRAWS = 40;
const LARGEST_MAP = 10_000;
const QUESTIONS = [
  'graph neural netw',
  'attention is',
  'reinforcement lear',
  'language mod',
  'convolutional n',
];
const WATCH = pathToFileURL(join(import.meta.dirname, 'support/loop-watch.mjs')).href;

export const bench: Bench = {
  name: 'big',
  title: 'Fifty thousand papers, end to end',
  about:
    'Corpora of real abstracts, beyond 19,310 resampled from their sentences, through the real command line: ingest, analysis, server, each with its processes and their memory together; then the largest in Chromium without a graphics card.',
  async run({ folder, quick, say }) {
    const sizes = quick ? [200] : SIZES;
    const grown: Grown[] = [];
    let rest: { tables: BenchTable[]; verdicts: Verdict[] } = { tables: [], verdicts: [] };
    for (const papers of sizes) {
      const work = join(folder, String(papers));
      await mkdir(work, { recursive: true });
      const store = `file:${join(work, 'store')}`;
      const corpus = await corpusFile(papers, work);
      say(`${papers} papers: ingest`);
      const ingest = await lacuna(['ingest', corpus, '--store', store]);
      say(`${papers} papers: analysis`);
      const analyse = await lacuna(['analyse', '--store', store]);
      const { size } = await stat(join(work, 'store', 'graph.grafeo'));
      await keepStore(papers, join(work, 'store'));
      say(`${papers} papers: server`);
      const loopFile = join(work, 'loop.json');
      // The first process that ever serves this store, and nobody asks it before the browser does.
      const started: Serving[] = [];
      const opened = await openMap(async () => {
        started[0] = await serving(store, {
          LACUNA_REQUESTS_PER_MINUTE: '1000000',
          LACUNA_LOOP_FILE: loopFile,
          NODE_OPTIONS: `--import ${WATCH}`,
        });
        return started[0];
      });
      const closedAt = Date.now();
      const server = started[0]!;
      const isLast = papers === sizes.at(-1);
      const answers = isLast ? await answerTimes(server) : null;
      const forms = isLast ? await formsTable((path) => asked(server, path), LARGEST_MAP) : null;
      const ran = await server.stop();
      grown.push({
        papers,
        ingest,
        analyse,
        storeMegabytes: size / 2 ** 20,
        server: { ...ran, startedMs: server.startedMs },
        opened,
      });
      if (answers && forms) {
        const loop = JSON.parse(readFileSync(loopFile, 'utf8')) as LoopWatch;
        rest = {
          tables: [openedTable(opened), answers, forms],
          verdicts: [...openVerdicts(opened), heldVerdict(loop, closedAt)],
        };
      }
      await rm(work, { recursive: true, force: true });
    }
    return {
      tables: [grownTable(grown), ...rest.tables],
      curves: [
        curve('big-time', 'Ingest and analysis together', 'seconds', grown, (one) => [
          ['ingest', one.ingest.seconds],
          ['analysis', one.analyse.seconds],
        ]),
        curve('big-memory', 'Memory of all processes together', 'MB', grown, (one) => [
          ['ingest', one.ingest.megabytes],
          ['analysis', one.analyse.megabytes],
          ['server', one.server.megabytes],
        ]),
        curve('big-store', 'The store', 'MB', grown, (one) => [['store', one.storeMegabytes]]),
      ],
      verdicts: [...wholeVerdicts(grown.at(-1)!), ...rest.verdicts],
      notes: [
        'Memory is the sum of what all processes hold at one moment, sampled four times a second; pages that they share count for each. In a browser without a graphics card the processor draws; so what a frame takes of the page’s own thread is told apart from what it takes by the clock. Only frames in which the map was drawn count; each series is one drag, or one turning of the wheel back and forth, with the rest after it. Of a map drawn each time the server keeps what follows from the graph alone after the first one: ranks, and median years. The map opens in a browser that runs before the server does, and the server has been asked for nothing: what it reads of the store first is in the time.',
      ],
    };
  },
};

async function asked(server: Serving, path: string, encoding = 'identity'): Promise<Buffer> {
  const answer = await fetch(`${server.url}/api/${path}`, { headers: { 'accept-encoding': encoding } });
  const body = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body.toString().slice(0, 300)}`);
  return body;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function answerTimes(server: Serving): Promise<BenchTable> {
  const view = graphViewSchema.parse(JSON.parse((await asked(server, 'graph?lens=all')).toString()));
  const random = xoroshiro128plus(SEED);
  const one = (all: readonly string[]): string =>
    encodeURIComponent(all[(random.next() >>> 0) % Math.max(1, all.length)] ?? '');
  const papers = view.nodes.id.filter((_, i) => view.nodes.kind[i] === 'Paper');
  const concepts = view.nodes.id.filter((_, i) => view.nodes.kind[i] !== 'Paper');
  const themes = view.themes.map(({ id }) => id);
  const typed = QUESTIONS.flatMap((question) =>
    [...question].map((_, at) => `search?q=${encodeURIComponent(question.slice(0, at + 1))}`),
  );
  const draws = (path: () => string): string[] => Array.from({ length: DRAWS }, path);
  const lists: [string, string[]][] = [
    ['map, as it opens', draws(() => 'graph?lens=all')],
    ['map of themes', draws(() => 'graph?lens=themes')],
    [
      `map of ${LARGEST_MAP.toLocaleString('en')} nodes, drawn each time`,
      [0, 1, 2, 3, 4].map((at) => `graph?lens=all&limit=${LARGEST_MAP - at}`),
    ],
    ['search, letter by letter', typed],
    ['paper', draws(() => `papers/${one(papers)}`)],
    ['concept', draws(() => `concepts/${one(concepts)}`)],
    ['theme', draws(() => `themes/${one(themes)}`)],
    ['ways between two concepts', draws(() => `paths?from=${one(concepts)}&to=${one(concepts)}`)],
    ['gaps', draws(() => 'gaps')],
    ['schema of the graph, the first time', ['schema']],
  ];
  const rows: BenchTable['rows'] = [];
  // What is made after the first map, the search and the names, is not what is measured here.
  await asked(server, 'search?q=a');
  await asked(server, 'ask/complete?q=which');
  for (const [name, paths] of lists) {
    const times: number[] = [];
    let bytes = 0;
    for (const path of paths) {
      times.push(
        await milliseconds(async () => {
          bytes = Math.max(bytes, (await asked(server, path)).length);
        }),
      );
    }
    times.sort((a, b) => a - b);
    rows.push([name, times.length, median(times), times[Math.floor(times.length * 0.95)]!, bytes / 1000]);
  }
  return {
    caption: 'Answers of the server, over loopback, not compressed',
    columns: ['answer', 'times asked', 'p50, ms', 'p95, ms', 'kB at most'],
    rows,
  };
}

function grownTable(grown: readonly Grown[]): BenchTable {
  return {
    caption: 'By size of the corpus',
    columns: [
      'papers',
      'ingest, s',
      'MB',
      'analysis, s',
      'MB',
      'store, MB',
      'server listens, ms',
      'address entered to drawn map, ms',
      'server, MB',
    ],
    rows: grown.map(({ papers, ingest, analyse, storeMegabytes, server, opened }) => [
      papers.toLocaleString('en'),
      ingest.seconds,
      ingest.megabytes,
      analyse.seconds,
      analyse.megabytes,
      storeMegabytes,
      server.startedMs,
      opened.firstMs,
      server.megabytes,
    ]),
  };
}

function openedTable(opened: Opened): BenchTable {
  const { firstMs, fromStartMs, againMs, drag, wheel, kilobytes, heapMegabytes } = opened;
  return {
    caption: 'In the browser, 1280 × 720, at the largest size',
    columns: ['what', 'figure'],
    rows: [
      ['address entered to drawn map, the server just listening, ms', firstMs],
      ['start of the server’s process to drawn map, ms', fromStartMs],
      ['once more in a new profile, ms', againMs],
      ['over the wire, kB', kilobytes],
      ['heap of the page without garbage, MB', heapMegabytes],
      ...(['panning', 'zooming'] as const).flatMap((name): [string, number][] => {
        const { frames, script, task, p95, longest } = name === 'panning' ? drag : wheel;
        return [
          [`${name}: frames that drew the map`, frames],
          [`${name}: JavaScript by such a frame, CPU ms`, script],
          [`${name}: main thread by such a frame, CPU ms`, task],
          [`${name}: such a frame in 95 of 100, ms by the clock`, p95],
          [`${name}: the longest, ms by the clock`, longest],
        ];
      }),
    ],
  };
}

function curve(
  file: string,
  title: string,
  unit: string,
  grown: readonly Grown[],
  of: (one: Grown) => [name: string, value: number][],
) {
  const names = grown.length > 0 ? of(grown[0]!).map(([name]) => name) : [];
  return {
    file,
    title,
    x: { label: 'papers', log: true },
    y: { label: unit, log: true },
    series: names.map((name, at) => ({
      name,
      points: grown.map((one): [number, number] => [one.papers, of(one)[at]![1]]),
    })),
  };
}
