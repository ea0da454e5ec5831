import { againstPeers } from '../support/against-peers.ts';
import type { BenchTable, GrowthCurve, Verdict } from '../support/bench.ts';
import {
  cpuOf,
  type IngestMeasure,
  type IngestsAgain,
  peakOf,
  type SizedIngest,
  type StageMeasure,
  stageOf,
  wallOf,
} from './ingest-measure.ts';
import { KEYPHRASE_PEERS, type PeerAnswer } from './keyphrase-peers.ts';
import { measuredQuality } from './measured-quality.ts';

const STAGES = ['read', 'extract', 'canonicalise', 'compare', 'concepts', 'load'] as const;
/** kB a further paper at a stage's peak, below which the stage counts as flat. */
const FLAT = 2;
/** Of the CPU time of the first ingest, the share that a second one of a changed hundredth may cost. */
const ABOUT = 0.02;

export const sizeTable = (ingests: readonly SizedIngest[], cores: number): BenchTable => ({
  caption: `A first ingest, ${cores} cores`,
  columns: [
    'extractor',
    'papers',
    'concepts',
    'mentions',
    's',
    'CPU s',
    'papers / s',
    'papers / CPU s',
    'peak MB',
    'of it the store',
  ],
  rows: ingests.map(({ extractor, measure }) => [
    extractor,
    measure.papers,
    measure.concepts,
    measure.mentions,
    wallOf(measure),
    cpuOf(measure),
    measure.papers / wallOf(measure),
    measure.papers / cpuOf(measure),
    Math.round(peakOf(measure)),
    Math.round(measure.enginePeak),
  ]),
});

export const stageTable = (ingests: readonly SizedIngest[]): BenchTable => ({
  caption:
    'By stage, with the default extractor: CPU seconds (with the store’s), MB at its peak (with the store’s) and live at its end, and what the collection that tells it cost, which is in none of the times',
  columns: ['papers', 'of', ...STAGES],
  rows: ingests.flatMap(({ measure }) => {
    const row = (what: string, of: (stage: NonNullable<ReturnType<typeof stageOf>>) => number) => [
      measure.papers,
      what,
      ...STAGES.map((name) => {
        const stage = stageOf(measure, name);
        return stage && of(stage);
      }),
    ];
    return [
      row('s', ({ wall }) => wall),
      row('CPU s', ({ cpu, engineCpu }) => cpu + engineCpu),
      row('peak MB', ({ peak }) => Math.round(peak)),
      row('live MB', ({ live }) => Math.round(live)),
      row('forced collection, CPU s', ({ collecting }) => collecting),
    ];
  }),
});

export function againTable({ first, same, changed }: IngestsAgain): BenchTable {
  const row = (what: string, measure: IngestMeasure) => [
    what,
    measure.written,
    wallOf(measure),
    cpuOf(measure),
    `${((100 * cpuOf(measure)) / cpuOf(first)).toFixed(1)} %`,
    ...STAGES.map((name) => {
      const stage = stageOf(measure, name);
      return stage && stage.cpu + stage.engineCpu;
    }),
  ];
  return {
    caption: 'The same file again: CPU seconds by stage',
    columns: ['ingest', 'papers written', 's', 'CPU s', 'of the first', ...STAGES],
    rows: [row('first', first), row('nothing changed', same), row('1 % changed', changed)],
  };
}

export function peerTable(
  ingests: readonly SizedIngest[],
  size: number,
  answers: ReadonlyMap<string, PeerAnswer | null>,
): BenchTable {
  const ours = ingests.filter((ingest) => ingest.size === size);
  return {
    caption: `Beside peers on the same ${size.toLocaleString('en-US')} papers: CPU time of extraction and of the whole way to a graph, quality as in docs/extraction.md (F1 on SciERC)`,
    columns: [
      '',
      'papers / CPU s, extraction',
      'papers / CPU s, in all',
      'peak MB',
      'concepts',
      'terms',
      'links between papers',
      'kinds, sentences, stored',
    ],
    rows: [
      ...ours.map(({ extractor, measure }) => {
        const { terms, links } = measuredQuality(extractor);
        const extract = stageOf(measure, 'extract');
        const { papers, concepts } = measure;
        const speed = extract && papers / extract.cpu;
        return [
          `Lacuna, ${extractor}`,
          speed,
          papers / cpuOf(measure),
          Math.round(peakOf(measure)),
          concepts,
          terms,
          links,
          'yes',
        ];
      }),
      ...KEYPHRASE_PEERS.map((peer) => {
        const answer = answers.get(peer.package);
        if (!answer)
          return [
            `${peer.name}: not installed: pip install -r bench/requirements.txt`,
            null,
            null,
            null,
            null,
            null,
            null,
            '',
          ];
        const { papers, seconds, megabytes, nodes } = answer;
        const speed = papers / seconds;
        return [
          `${peer.name}, NetworkX`,
          speed,
          speed,
          Math.round(megabytes),
          nodes - papers,
          peer.terms,
          peer.links,
          'no',
        ];
      }),
    ],
  };
}

export function curves(ingests: readonly SizedIngest[]): GrowthCurve[] {
  const names = [...new Set(ingests.map(({ extractor }) => extractor))];
  const series = (of: (measure: IngestMeasure) => number) =>
    names.map((name) => ({
      name,
      points: ingests
        .filter(({ extractor }) => extractor === name)
        .map(({ measure }): [number, number] => [measure.papers, of(measure)]),
    }));
  const stage = (name: string) => ({
    name: `live after ${name}`,
    points: ingests
      .filter(({ extractor }) => extractor === 'crf')
      .map(({ measure }): [number, number] => [measure.papers, stageOf(measure, name)?.live ?? Number.NaN]),
  });
  return [
    {
      file: 'ingest-time',
      title: 'Time of a first ingest',
      x: { label: 'papers', log: true },
      y: { label: 's', log: true },
      series: series(wallOf),
    },
    {
      file: 'ingest-memory',
      title: 'Memory of a first ingest',
      x: { label: 'papers' },
      y: { label: 'MB' },
      series: [
        ...series(peakOf).map(({ name, points }) => ({ name: `peak, ${name}`, points })),
        ...['read', 'extract', 'canonicalise'].map(stage),
      ],
    },
  ];
}

export function verdicts(
  ingests: readonly SizedIngest[],
  { first, changed }: IngestsAgain,
  cores: number,
  peerSize: number,
  answers: ReadonlyMap<string, PeerAnswer | null>,
): Verdict[] {
  const ofDefault = ingests.filter(({ extractor }) => extractor === 'crf').map(({ measure }) => measure);
  const [large, small] = [ofDefault.at(-1)!, ofDefault[0]!];
  const perPaper = (of: (stage: StageMeasure) => number) =>
    STAGES.flatMap((name) => {
      const [most, least] = [stageOf(large, name), stageOf(small, name)];
      if (!most || !least) return [];
      return [{ name, grown: (1000 * (of(most) - of(least))) / (large.papers - small.papers) }];
    });
  const told = (growth: readonly { name: string; grown: number }[]): string =>
    growth.map(({ name, grown }) => `${name} ${grown.toFixed(1)}`).join(', ');
  const peaks = perPaper(({ peak }) => peak);
  const growing = peaks.filter(({ name, grown }) => name !== 'canonicalise' && grown >= FLAT);
  const share = cpuOf(changed) / cpuOf(first);
  return [
    {
      asked: `memory flat in the corpus size outside canonicalisation: less than ${FLAT} kB more at the peak of a stage for a further paper`,
      measured: `kB for a further paper from ${small.papers.toLocaleString('en-US')} to ${large.papers.toLocaleString('en-US')}, at the peak of: ${told(peaks)}`,
      met: growing.length === 0,
      ...(growing.length > 0 && {
        reason: `Alive when a stage has ended, kB for a further paper: ${told(perPaper(({ live }) => live))}.`,
      }),
    },
    {
      asked: `a second ingest of a changed 1 % costs about 1 %: at most ${100 * ABOUT} % of the CPU time of the first`,
      measured: `${(100 * share).toFixed(1)} % of the CPU time of the first, for ${changed.written.toLocaleString('en-US')} papers written; ${wallOf(changed).toFixed(1)} s instead of ${wallOf(first).toFixed(1)} s on ${cores} cores`,
      met: share <= ABOUT,
      ...(share > ABOUT && { reason: `Of it ${shares(changed, first)}.` }),
    },
    peerVerdict(ingests, peerSize, answers),
  ];
}

/** What each stage of a run costs, in percent of all CPU time of another, the dearest first. */
function shares(measure: IngestMeasure, of: IngestMeasure): string {
  return STAGES.flatMap((name) => {
    const stage = stageOf(measure, name);
    return stage ? [{ name, share: (100 * (stage.cpu + stage.engineCpu)) / cpuOf(of) }] : [];
  })
    .sort((a, b) => b.share - a.share)
    .map(({ name, share }) => `${name} ${share.toFixed(1)} %`)
    .join(', ');
}

/** The default extractor and the whole way to a stored graph against each peer's way to a graph in memory. */
function peerVerdict(
  ingests: readonly SizedIngest[],
  peerSize: number,
  answers: ReadonlyMap<string, PeerAnswer | null>,
): Verdict {
  const own = ingests.find(({ extractor, size }) => extractor === 'crf' && size === peerSize)!.measure;
  const peers = KEYPHRASE_PEERS.map((peer) => {
    const answer = answers.get(peer.package);
    return { name: peer.name, value: answer ? (1000 * answer.seconds) / answer.papers : null };
  });
  return againstPeers(
    'no more CPU time a paper than any keyphrase extractor, from the file to the graph',
    'CPU ms',
    [{ what: `${own.papers.toLocaleString('en-US')} papers`, ours: (1000 * cpuOf(own)) / own.papers, peers }],
    `Of ours ${shares(own, own)}; the peers store nothing.`,
  );
}
