import type { Gap } from '../analysis/gaps/gap.ts';
import type { GapSummary } from '../contract.ts';
import type { ConceptKind } from '../schema.ts';
import type { Catalogue } from './catalogue.ts';
import type { Context } from './context.ts';
import { notFound } from './errors.ts';
import { readGapEvidence } from './finding-statements.ts';
import { judgementsOf, summaryOf } from './gap-summary.ts';
import { nodeRef } from './node-refs.ts';
import { query, text } from './rows.ts';
import { type StoredGap, type StoredNode, storedGapSchema } from './stored-gap.ts';
import { parseStored } from './stored-json.ts';

export interface KnownGap {
  catalogue: Catalogue;
  summary: GapSummary;
  /** As the analysis left it; with nothing but its figures where its evidence is damaged. */
  gap: Omit<Gap, 'part'>;
  nameOf(ref: StoredNode): string;
  kindOf(ref: StoredNode): ConceptKind | null;
}

const NOTHING_KNOWN: StoredGap = {
  between: [],
  measures: {},
  evidenceFor: [],
  evidenceAgainst: [],
  bridges: [],
};

/** Of something that has gone since. */
const NAMELESS = 'something that is no longer here';

/** All that is known of a gap. Throws `notFound`. */
export async function knownGap(context: Context, id: string): Promise<KnownGap> {
  const { store, config, live, log } = context;
  const { catalogue, gaps } = await live.current();
  const outline = (await gaps()).get(id);
  if (!outline) throw notFound('gap', id);
  const [judgements, [row]] = await Promise.all([
    judgementsOf(context),
    query(store, readGapEvidence(id), config),
  ]);
  const json = text(row?.evidence) ?? '';
  const stored = parseStored(storedGapSchema, json, `Gap ${id}`, log) ?? NOTHING_KNOWN;
  const { kind, score, observed, expected } = outline;
  return {
    catalogue,
    summary: summaryOf(catalogue, outline, judgements),
    gap: { kind, score, observed, expected, ...stored },
    nameOf: (ref) => nodeRef(catalogue, ref)?.label ?? NAMELESS,
    kindOf: ({ id: of }) => catalogue.concepts.get(of)?.kind ?? null,
  };
}
