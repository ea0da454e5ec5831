import type { Extraction } from '../../ingest/extract/extractor.ts';
import { scoreAcronyms } from './acronyms.ts';
import { type EvalSet, type Measured, measuredRates } from './eval-set.ts';
import type { AcronymPair, GoldDocument, MarkedSpan } from './gold.ts';
import { studyHeads } from './heads.ts';
import { scoreIntroduced } from './introduces.ts';
import { recallKeyTerms } from './key-terms.ts';
import { scoreNamed } from './named.ts';
import { ON_INSPEC, ON_MED1250, ON_NAMED_SYSTEM, TRAINED_ON_SCIERC, UNTRAINED_ON_SCIERC } from './peers.ts';
import { predictSpans } from './prediction.ts';
import { rankKeyphrases } from './rank-keyphrases.ts';
import { scoreRelations } from './relations.ts';
import { type Scores, scorePredictions } from './score.ts';

type Extractions = ReadonlyMap<string, Extraction>;

function spansOf(gold: readonly GoldDocument[], extractions: Extractions): Map<string, MarkedSpan[]> {
  return new Map(
    gold.map((document) => [
      document.id,
      predictSpans(document, extractions.get(document.id)?.mentions ?? []),
    ]),
  );
}

function scoreSpans(
  gold: readonly GoldDocument[],
  extractions: Extractions,
  adapt: (spans: MarkedSpan[]) => MarkedSpan[] = (spans) => spans,
): Scores {
  const spans = spansOf(gold, extractions);
  const predictions = gold.map(({ id }) => ({ id, entities: adapt(spans.get(id) ?? []) }));
  return scorePredictions(gold, predictions);
}

function measureSpans(scores: Scores): Measured[] {
  return [
    ...measuredRates('exact', 'spans, exact', scores.exact),
    ...measuredRates('partial', 'spans, touching', scores.partial),
    ...measuredRates('typed', 'spans with kind (4 kinds)', scores.typed),
    ...measuredRates('typedAll', 'spans with kind (all)', scores.typedAll),
    ...measuredRates('terms', 'terms of a document', scores.terms),
    ...measuredRates('shared', 'links between papers', scores.shared),
  ];
}

function mapValues<Value>(
  extractions: Extractions,
  of: (extraction: Extraction) => Value,
): Map<string, Value> {
  return new Map([...extractions].map(([id, extraction]) => [id, of(extraction)]));
}

const measureIntroduced = (gold: readonly GoldDocument[], extractions: Extractions): Measured[] =>
  measuredRates(
    'introduces',
    'names introduced (core)',
    scoreIntroduced(
      gold,
      mapValues(extractions, (e) => e.introductions),
    ),
  );

function measureAcronyms(
  gold: readonly GoldDocument[],
  extractions: Extractions,
  pairsOf: (document: GoldDocument) => readonly AcronymPair[],
): Measured[] {
  const pairs = gold.map((document) => ({ id: document.id, pairs: pairsOf(document) }));
  return measuredRates(
    'acronyms',
    'abbreviations with long form',
    scoreAcronyms(
      pairs,
      mapValues(extractions, (e) => e.acronyms),
    ),
  );
}

/** SciERC has no kind for named models; its annotators called them methods. */
function toSciercKinds(spans: MarkedSpan[]): MarkedSpan[] {
  return spans.map((span) => (span.type === 'Model' ? { ...span, type: 'Method' } : span));
}

/** TDMSci marks three kinds; nothing else can be judged on it. */
function toTdmsciKinds(spans: MarkedSpan[]): MarkedSpan[] {
  return spans.filter(({ type }) => type === 'Task' || type === 'Dataset' || type === 'Metric');
}

function sciercSet(name: string): EvalSet {
  return {
    name,
    about: 'SciERC, another scheme: spans, kinds, relations; never trained on',
    file: `${name}.jsonl`,
    titlePlace: 'field',
    peers: name === 'scierc.test' ? [UNTRAINED_ON_SCIERC, TRAINED_ON_SCIERC] : [],
    measure: (gold, extractions) => [
      ...measureSpans(scoreSpans(gold, extractions, toSciercKinds)),
      ...measuredRates('relations', 'relations between marked spans', scoreRelations(gold)),
    ],
    heads: (gold, extractions) => studyHeads(gold, spansOf(gold, extractions)),
  };
}

function inspecSet(name: string): EvalSet {
  return {
    name,
    about: 'Inspec: keyphrases by indexers, ours being the concepts by salience',
    file: `${name}.jsonl`,
    titlePlace: 'firstLine',
    peers: name === 'inspec.test' ? [ON_INSPEC] : [],
    measure: (gold, extractions) => {
      const keyphrases = rankKeyphrases(gold, extractions);
      const predictions = gold.map(({ id }) => ({ id, keyphrases: keyphrases.get(id) ?? [] }));
      const scores = scorePredictions(gold, predictions);
      return [
        ...measuredRates('keyphrasesAt5', 'keyphrases, first 5', scores.keyphrasesAt5),
        ...measuredRates('keyphrasesAt10', 'keyphrases, first 10', scores.keyphrasesAt10),
        ...measuredRates('presentAt10', 'the same, those in the text', scores.presentAt10),
      ];
    },
  };
}

/** Every gold set that measures extraction, in the order of the report. */
export const EVAL_SETS: readonly EvalSet[] = [
  {
    name: 'spans.dev',
    about: 'every mention, by our own guidelines',
    file: 'spans.dev.jsonl',
    titlePlace: 'field',
    peers: [],
    measure: (gold, extractions) => [
      ...measureSpans(scoreSpans(gold, extractions)),
      ...measureIntroduced(gold, extractions),
    ],
  },
  {
    name: 'seeds.dev',
    about: 'what the seed papers introduce, abbreviate and are about',
    file: 'seeds.dev.jsonl',
    titlePlace: 'field',
    peers: [],
    measure: (gold, extractions) => {
      const surfaces = gold.map(({ id, terms }) => ({ id, surfaces: terms.map(({ surface }) => surface) }));
      const { exact, near } = recallKeyTerms(
        surfaces,
        mapValues(extractions, (e) => e.mentions.map(({ surface }) => surface)),
      );
      return [
        ...measureIntroduced(gold, extractions),
        ...measureAcronyms(gold, extractions, ({ acronyms }) => acronyms),
        {
          measure: 'keyTerms',
          label: 'key terms found, within a word',
          precision: null,
          recall: near,
          f1: null,
        },
        {
          measure: 'keyTermsExact',
          label: 'key terms found, exact',
          precision: null,
          recall: exact,
          f1: null,
        },
      ];
    },
  },
  sciercSet('scierc.dev'),
  sciercSet('scierc.test'),
  {
    name: 'tdmsci.test',
    about: 'sentences with tasks, datasets and metrics; our models may be trained on its other half',
    file: 'tdmsci.test.jsonl',
    titlePlace: 'field',
    peers: [],
    measure: (gold, extractions) => {
      const scores = scoreSpans(gold, extractions, toTdmsciKinds);
      return [
        ...measuredRates('exact', 'spans, exact', scores.exact),
        ...measuredRates('typed', 'spans with kind', scores.typed),
      ];
    },
  },
  {
    name: 'named-system.test',
    about: 'the system that an abstract introduces, if any; texts of SciERC',
    file: 'named-system.test.jsonl',
    titlePlace: 'field',
    peers: [ON_NAMED_SYSTEM],
    measure: (gold, extractions) =>
      measuredRates(
        'named',
        'the system introduced',
        scoreNamed(
          gold,
          mapValues(extractions, (e) => e.introductions.map(({ name }) => name)),
        ),
      ),
  },
  {
    name: 'med1250-abbr.test',
    about: 'abbreviations in PubMed abstracts',
    file: 'med1250-abbr.test.jsonl',
    titlePlace: 'firstLine',
    peers: [ON_MED1250],
    measure: (gold, extractions) => measureAcronyms(gold, extractions, ({ abbr }) => abbr),
  },
  inspecSet('inspec.dev'),
  inspecSet('inspec.test'),
];
