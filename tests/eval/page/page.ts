import { DEFAULT_EXTRACTOR } from '../../../ingest/extract/extractor-module.ts';
import type { EvalRun } from '../eval-run.ts';
import type { ModelCard } from '../model-cards.ts';
import type { ReaderAgreement } from '../reader-agreement.ts';
import { askedTable, shortfalls } from './asked-figures.ts';
import { caveats } from './caveats.ts';
import { type Measurement, measurementsOf } from './measurements.ts';
import { agreementTable, cardTable, curveTable } from './model-sections.ts';
import { keyFreePeers, trainedPeers } from './peer-tables.ts';
import { relationTable, runTable, setTables, speedTable } from './set-tables.ts';

export interface PageSources {
  /** This run first; an extractor that it didn't measure is taken from the next that did. */
  runs: readonly EvalRun[];
  agreement: ReaderAgreement;
  cards: readonly ModelCard[];
}

function seedLine(cards: readonly ModelCard[]): string {
  const seeds = cards.map(({ model, seed }) => `${model} ${seed}`);
  const trained = seeds.length > 0 ? ` The models were trained with the seeds ${seeds.join(', ')}.` : '';
  return `Extraction draws nothing at random, so it has no seed.${trained}`;
}

function earlierLine(measurements: readonly Measurement[], runs: readonly EvalRun[]): string {
  const earlier = measurements.filter(({ facts }) => facts !== runs[0]?.facts);
  return earlier.length === 0
    ? 'All of them were measured in one run:'
    : `Of these, ${earlier.map(({ extractor }) => extractor).join(', ')} was measured in a run of its own:`;
}

function modelParts(cards: readonly ModelCard[]): string[] {
  if (cards.length === 0) return [];
  const isTaught = cards.some(({ curve }) => curve.length > 0);
  return [
    '## Models',
    cardTable(cards),
    ...(isTaught ? ['What more marked abstracts bring, F1:', curveTable(cards)] : []),
  ];
}

/** `docs/extraction.md`, every figure from these sources. */
export function formatPage({ runs, agreement, cards }: PageSources): string {
  const measurements = measurementsOf(runs);
  const parts = [
    '# How well extraction works',
    '<!-- Written by `npm run eval -- --write`. Change tests/eval/page, not this. -->',
    `What the extractors find in abstracts, against abstracts marked by hand. The default extractor is ${DEFAULT_EXTRACTOR.name}; \`--extractor\` chooses another. All figures but speeds are in percent.`,
    earlierLine(measurements, runs),
    runTable(measurements),
    seedLine(cards),
    '## What was asked',
    `Ours are those of ${DEFAULT_EXTRACTOR.name}, and of the neural extractor in its rows. Others are the best that need no key and no training by the user, where the same figure is known of any.`,
    askedTable(measurements),
    'Figures on the `dev` sets flatter: they are what was chosen on.',
    shortfalls(measurements),
    '## Each set',
    'Cells are precision / recall / F1. `baseline` is two peers that are measured here: the part-of-speech pattern over the tags of wink, and the abbreviations of Schwartz and Hearst (2003). *Spans, exact*: both ends right. *With kind (4 kinds)*: the kind too, over Task, Method, Dataset and Metric. *Terms*: different terms of a document, stemmed. *Links*: pairs of papers tied by a term, the figure that matters most for a graph.',
    setTables(measurements),
    '## Relations',
    'Between spans marked by hand, so the same for every extractor:',
    relationTable(measurements),
    '## Speed',
    'Whole extraction in one process, warm:',
    speedTable(measurements),
    '## Others',
    'Without training, without a key, as a user would pick them; none gives kinds. Spans, terms and links on `scierc.test`, keyphrases on `inspec.test`, F1. Measured in November 2026 on two shared cores.',
    keyFreePeers(),
    'Small models trained on the training half of SciERC, so not to be compared with ours, which never saw it; the size is that of the model:',
    trainedPeers(),
    '## How far readers agree',
    'F1 between two readers, none of whom saw the other’s marks:',
    agreementTable(agreement),
    ...modelParts(cards),
    "## What this doesn't say",
    caveats(measurements),
    '## Measuring it yourself',
    'The gold sets are not part of this repository: some may be used for evaluation only. With them beside the checkout (`LACUNA_SHARED` names another folder), `npm run eval` prints the figures of the default extractor, `-- --extractor NAME` those of others, and `--write` writes this page. The scorer is held to a reference scorer by a test.',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
