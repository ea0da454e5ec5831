import type { ConceptKind, ConceptRelation } from '../../graph/schema.ts';
import { type AnalysedField, analyseFields } from '../../ingest/extract/analysed-field.ts';
import type { Mention } from '../../ingest/extract/extractor.ts';
import { findRelations } from '../../ingest/extract/relations/find-relations.ts';
import { cutCodePoints } from './code-points.ts';
import { addCounts, countSets, emptyCounts, type Rates, ratesOf } from './counts.ts';
import type { GoldDocument, MarkedSpan } from './gold.ts';
import { GENERIC } from './kinds.ts';

/** What SciERC calls our relations. It says "metric evaluates method", we say "method is evaluated by metric". */
const TYPES: Readonly<Record<string, { type: ConceptRelation; turned?: boolean; symmetric?: boolean }>> = {
  'USED-FOR': { type: 'USED_FOR' },
  'EVALUATE-FOR': { type: 'EVALUATED_ON', turned: true },
  'PART-OF': { type: 'PART_OF' },
  COMPARE: { type: 'COMPARED_WITH', symmetric: true },
  'HYPONYM-OF': { type: 'IS_A' },
};

/** SciERC's other kinds are called as ours. */
const KINDS: Readonly<Record<string, ConceptKind>> = {
  Task: 'Task',
  Method: 'Method',
  Metric: 'Metric',
  Material: 'Dataset',
  OtherScientificTerm: 'Term',
};

type Ends = readonly [from: string, to: string];

const keyOf = (type: ConceptRelation, [from, to]: Ends): string =>
  type === 'COMPARED_WITH' && to < from ? `${type} ${to} ${from}` : `${type} ${from} ${to}`;

/** Marked spans as mentions, with the code points at which they are marked; generic words are no concepts. */
function goldMentions(
  document: GoldDocument,
  fields: readonly AnalysedField[],
): { mention: Mention; place: string }[] {
  const offsets = [0];
  for (const point of cutCodePoints(document.text)) offsets.push(offsets.at(-1)! + point.length);
  const abstractStart = document.title === null ? 0 : document.title.length + 1;
  return document.entities.flatMap((span: MarkedSpan) => {
    const kind = KINDS[span.type];
    if (span.type === GENERIC || !kind) return [];
    const isTitle = offsets[span.start]! < abstractStart;
    const shift = isTitle ? 0 : abstractStart;
    const [start, end] = [offsets[span.start]! - shift, offsets[span.end]! - shift];
    const field = fields.find((one) => one.field === (isTitle ? 'title' : 'abstract'));
    const sentence = field?.sentences.find((one) => one.start <= start && start < one.end);
    if (!field || !sentence) return [];
    const mention: Mention = {
      field: field.field,
      start,
      end,
      sentenceStart: sentence.start,
      sentenceEnd: sentence.end,
      surface: field.text.slice(start, end),
      kind,
      role: 'uses',
      confidence: 1,
    };
    return [{ mention, place: `${span.start}-${span.end}` }];
  });
}

function goldKeys({ relations }: GoldDocument, known: ReadonlySet<string>): Set<string> {
  const keys = new Set<string>();
  for (const { head, tail, type } of relations) {
    const ours = TYPES[type];
    const ends = [head, tail].map(([start, end]) => `${start}-${end}`) as [string, string];
    if (!ours || !ends.every((end) => known.has(end))) continue;
    keys.add(keyOf(ours.type, ours.turned ? [ends[1], ends[0]] : ends));
  }
  return keys;
}

/**
 * Relations found between the marked spans, against the marked relations: the wordings alone, whatever finds the
 * spans. Relations with a generic word at an end (`this method`) are left out on both sides.
 */
export function scoreRelations(gold: readonly GoldDocument[]): Rates {
  const sum = emptyCounts();
  for (const document of gold) {
    const fields = analyseFields(document);
    const placed = goldMentions(document, fields);
    const mentions = placed.map(({ mention }) => mention);
    const found = findRelations(fields, mentions).map(({ type, from, to }) =>
      keyOf(type, [placed[from]!.place, placed[to]!.place]),
    );
    addCounts(sum, countSets(new Set(found), goldKeys(document, new Set(placed.map(({ place }) => place)))));
  }
  return ratesOf(sum);
}
