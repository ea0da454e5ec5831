import type { ChangeEffect, ConceptChange } from '../contract.ts';
import { LacunaError } from '../errors.ts';
import { decodeSpan, type Span } from '../schema.ts';
import { type Catalogue, type ConceptOutline, conceptRef, paperRef } from './catalogue.ts';
import type { Context } from './context.ts';
import { notFound } from './errors.ts';
import { evidenceOf, isInside, type PaperText } from './evidence.ts';
import { number, queryByIds, text, texts } from './rows.ts';
import { readPaperTexts } from './statements.ts';
import { readTermMentions } from './terms-statements.ts';

/** One paper's mentions of one term. */
interface Ties {
  readonly concept: string;
  readonly paper: string;
  readonly salience: number;
  readonly spans: readonly Span[];
}

/**
 * What a change would do, from the graph as it is. Papers and mentions are exact; which name a split leaves is the most
 * used form, which the rules of naming may yet weigh otherwise. Throws `notFound` for a term that there isn't, and
 * `input` for a split of forms that are not the term's, or are all it has.
 */
export async function effectOf(
  context: Context,
  catalogue: Catalogue,
  change: ConceptChange,
): Promise<ChangeEffect> {
  const { store, config } = context;
  const concepts = idsOf(change).map((id) => known(catalogue, id));
  const rows = await queryByIds(
    store,
    readTermMentions,
    concepts.map(({ id }) => id),
    config,
  );
  const ties = rows.map((row): Ties => {
    const spans = texts(row.spans).map(decodeSpan);
    return {
      concept: text(row.concept) ?? '',
      paper: text(row.paper) ?? '',
      salience: number(row.salience) ?? 0,
      spans: spans.filter((span) => span !== null),
    };
  });
  const textOf = await paperTexts(context, change, ties);
  const moved = movedBy(change, ties, textOf);
  const examples = moved
    .toSorted((a, b) => b.salience - a.salience || (a.paper < b.paper ? -1 : 1))
    .slice(0, config.previewExamples);
  const exampleTexts = await textsOf(context, examples);
  return {
    action: change.action,
    before: concepts.map(conceptRef),
    after: termsAfter(change, concepts, ties, textOf),
    papers: distinctPapers(moved),
    mentions: moved.reduce((sum, { spans }) => sum + spans.length, 0),
    examples: examples.flatMap(({ paper, spans }) => {
      const outline = catalogue.papers.get(paper);
      const words = exampleTexts.get(paper);
      if (!outline || !words) return [];
      const inside = spans.filter((span) => isInside(span, words[span.field]));
      return evidenceOf(inside, words, 1).map((evidence) => ({ ...evidence, paper: paperRef(outline) }));
    }),
  };
}

/** The one that the others go into comes first. */
export const idsOf = (change: ConceptChange): string[] =>
  change.action === 'merge' ? [...new Set([change.into, ...change.concepts])] : [change.concept];

function known({ concepts }: Catalogue, id: string): ConceptOutline {
  const concept = concepts.get(id);
  if (concept) return concept;
  throw notFound('concept', id);
}

type TextOf = (tie: Ties, span: Span) => string | null;

/** Which form stands at a place; only a split asks, and only it has all texts read. */
async function paperTexts(context: Context, change: ConceptChange, ties: readonly Ties[]): Promise<TextOf> {
  if (change.action !== 'split') return () => null;
  const all = await textsOf(context, ties);
  return ({ paper }, { field, start, end }) => all.get(paper)?.[field]?.slice(start, end) ?? null;
}

async function textsOf(
  { store, config }: Context,
  ties: readonly Pick<Ties, 'paper'>[],
): Promise<Map<string, PaperText>> {
  const ids = [...new Set(ties.map(({ paper }) => paper))];
  const rows = await queryByIds(store, readPaperTexts, ids, config);
  return new Map(
    rows.map((row) => [text(row.paper) ?? '', { title: text(row.title), abstract: text(row.abstract) }]),
  );
}

/** The mentions that would be another term's, or none; of a new name or kind, all that would show it. */
function movedBy(change: ConceptChange, ties: readonly Ties[], textOf: TextOf): Ties[] {
  if (change.action === 'merge') return ties.filter(({ concept }) => concept !== change.into);
  if (change.action !== 'split') return [...ties];
  const forms = new Set(change.forms);
  return ties
    .map((tie) => ({ ...tie, spans: tie.spans.filter((span) => forms.has(textOf(tie, span) ?? '')) }))
    .filter(({ spans }) => spans.length > 0);
}

const distinctPapers = (ties: readonly Ties[]): number => new Set(ties.map(({ paper }) => paper)).size;

function termsAfter(
  change: ConceptChange,
  concepts: readonly ConceptOutline[],
  ties: readonly Ties[],
  textOf: TextOf,
): ChangeEffect['after'] {
  const [first] = concepts;
  if (!first || change.action === 'stop') return [];
  const forms = [...new Set(concepts.flatMap(({ name, aliases }) => [name, ...aliases]))];
  const whole = { name: first.name, kind: first.kind, papers: distinctPapers(ties), forms };
  if (change.action === 'rename') return [{ ...whole, name: change.name }];
  if (change.action === 'retype') return [{ ...whole, kind: change.kind }];
  if (change.action === 'merge') return [whole];
  const split = new Set(change.forms);
  const foreign = change.forms.find((form) => !forms.includes(form));
  if (foreign !== undefined) throw new LacunaError('input', `"${foreign}" is no name of "${first.name}".`);
  const stays = forms.filter((form) => !split.has(form));
  if (stays.length === 0) throw new LacunaError('input', `At least one name of "${first.name}" has to stay.`);
  return [stays, change.forms].map((some) => {
    const counts = new Map(some.map((form) => [form, 0]));
    const papers = new Set<string>();
    for (const tie of ties) {
      for (const span of tie.spans) {
        const form = textOf(tie, span) ?? '';
        if (!counts.has(form)) continue;
        counts.set(form, counts.get(form)! + 1);
        papers.add(tie.paper);
      }
    }
    const [most = ''] = [...counts].toSorted(([, a], [, b]) => b - a).map(([form]) => form);
    return {
      name: some.includes(first.name) ? first.name : most,
      kind: first.kind,
      papers: papers.size,
      forms: [...some],
    };
  });
}
