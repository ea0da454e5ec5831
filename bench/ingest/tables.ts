import type { BenchTable, GrowthCurve, Verdict } from '../support/bench.ts';
import {
  cpuOf,
  type IngestMeasure,
  type IngestsAgain,
  peakOf,
  type SizedIngest,
  stageOf,
  wallOf,
} from './ingest-measure.ts';
import { KEYPHRASE_PEERS, type PeerAnswer } from './keyphrase-peers.ts';
import { measuredQuality } from './measured-quality.ts';

const STAGES = ['read', 'extract', 'canonicalise', 'compare', 'concepts', 'load'] as const;
/** Live memory, in kB a paper, up to which a stage counts as flat. */
const FLAT = 1;
/** A second ingest costs about as much of the first as changed: within this factor. */
const ABOUT = 2;

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
  caption: 'By stage, with the default extractor: CPU seconds (with the store’s), and MB live at its end',
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
      row('live MB', ({ live }) => Math.round(live)),
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
): Verdict[] {
  const ofDefault = ingests.filter(({ extractor }) => extractor === 'crf').map(({ measure }) => measure);
  const [large, before] = [ofDefault.at(-1)!, ofDefault.at(-2)!];
  const added = STAGES.map((name, at) => {
    const grown = (measure: IngestMeasure): number =>
      (stageOf(measure, name)?.live ?? 0) - (at > 0 ? (stageOf(measure, STAGES[at - 1]!)?.live ?? 0) : 0);
    return { name, perPaper: (1000 * (grown(large) - grown(before))) / (large.papers - before.papers) };
  });
  const growing = added.filter(({ name, perPaper }) => name !== 'canonicalise' && perPaper > FLAT);
  const share = cpuOf(changed) / cpuOf(first);
  const changedShare = changed.written / changed.papers;
  return [
    {
      asked: 'memory flat in the corpus size outside canonicalisation',
      measured: `kB more alive for a further paper: ${added.map(({ name, perPaper }) => `${name} ${perPaper.toFixed(1)}`).join(', ')}; ${Math.round(peakOf(large))} MB resident at most at ${large.papers.toLocaleString('en-US')} papers`,
      met: growing.length === 0,
      ...(growing.length > 0 && {
        reason: `What is alive grows in ${growing.map(({ name, perPaper }) => `${name} (${perPaper.toFixed(1)} kB a paper)`).join(', ')}. Reading holds the papers’ texts and keys, since any entry of any file may be the twin of any other.`,
      }),
    },
    {
      asked: 'a second ingest of a changed 1 % costs about 1 %',
      measured: `${(100 * share).toFixed(1)} % of the CPU time of the first, for ${changed.written.toLocaleString('en-US')} papers written (${(100 * changedShare).toFixed(1)} %); ${wallOf(changed).toFixed(1)} s instead of ${wallOf(first).toFixed(1)} s on ${cores} cores`,
      met: share <= ABOUT * Math.max(0.01, changedShare),
      ...(share > ABOUT * Math.max(0.01, changedShare) && {
        reason: `Of it ${shares(changed, first)}. Known texts are not extracted again and known papers not written; but a file tells what changed only by being read, and what a paper’s words mean depends on all papers (abbreviations, how often a form is seen), so all are canonicalised and compared.`,
      }),
    },
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
