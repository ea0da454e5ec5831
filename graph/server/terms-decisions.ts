import { z } from 'zod';
import type { TermIndex } from '../analysis/terms/term-index.ts';
import {
  type DecisionContent,
  decisionContentSchema,
  decisionIdSchema,
  type StoredDecision,
} from '../contract.ts';
import { type Catalogue, conceptRef } from './catalogue.ts';
import type { Context } from './context.ts';
import { query, text } from './rows.ts';
import { parseStored } from './stored-json.ts';
import { readDecisions, readIngestedGraph } from './terms-statements.ts';

const storedSchema = z
  .object({ id: decisionIdSchema, at: z.string(), note: z.string().optional() })
  .and(decisionContentSchema);

type KeptDecision = z.infer<typeof storedSchema>;

/** All that can be read, the latest first; one that is damaged is logged. */
export async function keptDecisions({ store, config, log }: Context): Promise<KeptDecision[]> {
  const rows = await query(store, readDecisions(), config);
  return rows
    .flatMap((row) => {
      const kept = parseStored(storedSchema, text(row.json) ?? '', `Decision ${text(row.id)}`, log);
      return kept ?? [];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1));
}

/** The form that says which term a decision speaks of, and the others that it names. */
function formsOf(content: DecisionContent): string[] {
  if (content.action === 'merge') return [content.into, ...content.forms];
  return content.action === 'split' ? content.forms : [content.form];
}

/** Ids of decisions by the terms that their words mean now. */
export function decisionsByTerm(decisions: readonly KeptDecision[], index: TermIndex): Map<string, string[]> {
  const byTerm = new Map<string, string[]>();
  for (const { id, ...content } of decisions) {
    const terms = new Set(formsOf(content).flatMap((form) => index.exact(form)?.id ?? []));
    for (const term of terms) byTerm.set(term, [...(byTerm.get(term) ?? []), id]);
  }
  return byTerm;
}

const PART = /\.\d+$/;

export function decisionOf(kept: KeptDecision, index: TermIndex, { concepts }: Catalogue): StoredDecision {
  const { id, at, note, ...rest } = kept;
  const content = decisionContentSchema.parse(rest);
  const concept = formsOf(content).flatMap((form) => concepts.get(index.exact(form)?.id ?? '') ?? [])[0];
  return {
    id,
    together: PART.test(id) ? id.replace(PART, '') : null,
    at,
    note: note ?? null,
    content,
    concept: concept ? conceptRef(concept) : null,
  };
}

/** What was decided since the themes were found, and whether the terms are others than then. */
export async function sinceThemes(
  { store, config, live }: Context,
  decisions: readonly { at: string }[],
): Promise<{ decisions: number; changed: boolean }> {
  const { analysis } = await live.current();
  if (!analysis) return { decisions: 0, changed: false };
  const [ingested] = await query(store, readIngestedGraph(), config);
  const found = Date.parse(text(analysis.at) ?? '');
  const later = decisions.filter(({ at }) => Date.parse(at) > found).length;
  return { decisions: later, changed: text(ingested?.graph) !== text(analysis.graph) };
}

/** Forms that a person split off: what they are apart from is no look-alike of theirs. */
export const splitForms = (decisions: readonly KeptDecision[]): Set<string> =>
  new Set(decisions.flatMap((decision) => (decision.action === 'split' ? decision.forms : [])));
