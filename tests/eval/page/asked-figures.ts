import { DEFAULT_EXTRACTOR, EXTRACTORS } from '../../../ingest/extract/extractor-module.ts';
import { BASELINE } from '../contenders.ts';
import { EVAL_SETS } from '../eval-sets.ts';
import { KEY_FREE_PEERS } from '../peers.ts';
import { markdownTable, NONE, percent, round } from './markdown-table.ts';
import { type Measurement, measuredIn } from './measurements.ts';

type Rate = 'precision' | 'recall' | 'f1';

/** A figure that this step of the work was asked to reach. */
interface AskedFigure {
  label: string;
  asked: number;
  /** Name of the extractor that it is asked of. */
  extractor: string;
  /** What might lift it, where it isn't reached. */
  lift: string;
  /** Where it is measured; speed has neither set nor measure. */
  place: { set: string; measure: string; rate: Rate } | 'speed';
}

const DEFAULT = DEFAULT_EXTRACTOR.name;
const NEURAL: string = EXTRACTORS.neural.name;

const MORE_MARKS = 'more abstracts marked by reading; the curve under Models tells how much they bring';
const OTHER_SCHEME = 'learning that scheme, from abstracts whose licence allows it';
const CUES = 'more abstracts whose introduced names are marked';
const FORMS = 'reading more of the forms in which abstracts define short forms';
const FASTER = 'fewer features or weights, at the price of spans';

/** `place`: set, measure and rate. */
function figure(label: string, asked: number, place: string, lift: string, extractor = DEFAULT): AskedFigure {
  const [set, measure, rate] = place.split(' ') as [string, string, Rate];
  return { label, asked, extractor, lift, place: { set, measure, rate } };
}

const speed = (label: string, asked: number, extractor = DEFAULT): AskedFigure => ({
  label,
  asked,
  extractor,
  lift: FASTER,
  place: 'speed',
});

/** In the order of the page. */
export const ASKED_FIGURES: readonly AskedFigure[] = [
  figure('scierc.test: spans, exact, F1', 60, 'scierc.test exact f1', OTHER_SCHEME),
  figure('scierc.test: terms of a document, F1', 62, 'scierc.test terms f1', OTHER_SCHEME),
  figure('scierc.test: links between papers, F1', 45, 'scierc.test shared f1', OTHER_SCHEME),
  figure('spans.dev: spans, exact, F1', 76, 'spans.dev exact f1', MORE_MARKS),
  figure('spans.dev: spans with kind, F1', 66, 'spans.dev typed f1', MORE_MARKS),
  figure('seeds.dev: names introduced, precision', 85, 'seeds.dev introduces precision', CUES),
  figure('seeds.dev: names introduced, recall', 80, 'seeds.dev introduces recall', CUES),
  figure('seeds.dev: abbreviations, F1', 93, 'seeds.dev acronyms f1', FORMS),
  figure(
    'seeds.dev: key terms found, recall',
    85,
    'seeds.dev keyTerms recall',
    'marking more, at the price of precision',
  ),
  figure('med1250-abbr.test: abbreviations, F1', 88, 'med1250-abbr.test acronyms f1', FORMS),
  figure(
    'inspec.test: keyphrases, first 10, F1',
    40,
    'inspec.test keyphrasesAt10 f1',
    'learning how indexers choose, from abstracts whose licence allows it',
  ),
  speed('speed: abstracts per CPU second', 250),
  figure('neural, scierc.test: spans, exact, F1', 63, 'scierc.test exact f1', OTHER_SCHEME, NEURAL),
  figure('neural, spans.dev: spans, exact, F1', 80, 'spans.dev exact f1', MORE_MARKS, NEURAL),
  figure('neural, spans.dev: spans with kind, F1', 71, 'spans.dev typed f1', MORE_MARKS, NEURAL),
  speed('neural, speed: abstracts per CPU second', 40, NEURAL),
];

/** What was measured of it; null where nothing was. */
export function figureOf(
  { extractor, place }: AskedFigure,
  measurements: readonly Measurement[],
): number | null {
  const measurement = measurements.find((one) => one.extractor === extractor);
  if (place === 'speed') return measurement?.speed?.perCpuSecond ?? null;
  return measuredIn(measurement, place.set, place.measure)?.[place.rate] ?? null;
}

/** The fastest of those that find more than chance, and the best: speed alone is easily had. */
function speedPeers(): string {
  const [best] = [...KEY_FREE_PEERS].sort((a, b) => b.figures.exact! - a.figures.exact!);
  const wink = KEY_FREE_PEERS.find(({ name }) => name.startsWith('wink'));
  return `${wink!.perCpuSecond} (${wink!.name}, no kinds); ${best!.perCpuSecond} (${best!.name})`;
}

function bestPeer({ place }: AskedFigure, measurements: readonly Measurement[]): string {
  if (place === 'speed') return speedPeers();
  const { set, measure, rate } = place;
  const [group] = EVAL_SETS.find(({ name }) => name === set)?.peers ?? [];
  const cited = rate === 'f1' ? (group?.peers ?? []) : [];
  const candidates = cited.flatMap(({ name, figures }) =>
    figures[measure] === undefined ? [] : [{ name, value: figures[measure] }],
  );
  const baseline = measurements.find(({ extractor }) => extractor === BASELINE.extractor.name);
  const value = measuredIn(baseline, set, measure)?.[rate];
  if (typeof value === 'number')
    candidates.push({ name: `${BASELINE.extractor.name}, measured here`, value });
  const [best] = candidates.sort((a, b) => b.value - a.value);
  return best ? `${percent(best.value)} (${best.name})` : NONE;
}

/** Every figure that was asked, ours beside it, and the best that others reach without a key. */
export function askedTable(measurements: readonly Measurement[]): string {
  const rows = ASKED_FIGURES.map((asked) => {
    const ours = figureOf(asked, measurements);
    const shown = asked.place === 'speed' ? round(ours) : percent(ours);
    return [
      asked.label,
      `${asked.asked}`,
      ours === null ? 'not measured' : shown,
      ours === null ? NONE : ours >= asked.asked ? 'yes' : 'no',
      bestPeer(asked, measurements),
    ];
  });
  return markdownTable(['figure', 'asked', 'ours', 'reached', 'best key-free peer'], rows);
}

/** What was measured and is not reached, with what might lift it; empty where there is nothing. */
export function shortfalls(measurements: readonly Measurement[]): string {
  const lines = ASKED_FIGURES.flatMap((asked) => {
    const ours = figureOf(asked, measurements);
    if (ours === null || ours >= asked.asked) return [];
    return [`- ${asked.label}: ${percent(asked.asked - ours)} short. It might be lifted by ${asked.lift}.`];
  });
  return lines.length === 0 ? '' : `Not reached:\n\n${lines.join('\n')}`;
}
