import type { GapSummary, Judgement, NodeRef } from '../contract.ts';
import { VERDICTS } from '../schema.ts';
import type { Catalogue } from './catalogue.ts';
import type { Context } from './context.ts';
import { readJudgements } from './finding-statements.ts';
import type { GapOutline } from './gap-outlines.ts';
import { nodeRefs } from './node-refs.ts';
import { query, text } from './rows.ts';

type Judgements = ReadonlyMap<string, Judgement>;

const UNJUDGED: Judgement = { verdict: null, note: '' };

/** What people said, by the id of what they said it of. Read for each request, since it may change at any time. */
export async function judgementsOf({ store, config }: Context): Promise<Judgements> {
  const rows = await query(store, readJudgements(), config);
  return new Map(
    rows.map((row) => [
      text(row.id) ?? '',
      { verdict: VERDICTS.find((known) => known === row.verdict) ?? null, note: text(row.note) ?? '' },
    ]),
  );
}

export function summaryOf(catalogue: Catalogue, gap: GapOutline, judgements: Judgements): GapSummary {
  const { verdict, note } = judgements.get(gap.id) ?? UNJUDGED;
  const between = nodeRefs(catalogue, gap.between);
  return { ...gap, title: titleOf(gap, between), between, verdict, note };
}

/** A theme may have been named since the gap was found. */
function titleOf({ kind, title }: GapOutline, between: readonly NodeRef[]): string {
  if (kind !== 'themePair' || between.length !== 2) return title;
  return between.map(({ label }) => label).join(' and ');
}
