import type { ConceptRef } from '../contract.ts';
import { type Catalogue, conceptRef } from './catalogue.ts';
import type { Context } from './context.ts';
import { number, queryByIds, text } from './rows.ts';
import { readMentionsOf } from './statements.ts';

/**
 * By the id of another paper: concepts that both mention, the most telling first: what both are much about and few
 * papers name (product of saliences times ln(N / n)).
 */
export async function sharedBetween(
  { store, config }: Pick<Context, 'store' | 'config'>,
  catalogue: Catalogue,
  saliences: ReadonlyMap<string, number>,
  others: readonly string[],
): Promise<Map<string, ConceptRef[]>> {
  const rows = await queryByIds(store, readMentionsOf, others, config);
  const telling = new Map<string, { concept: ConceptRef; weight: number }[]>();
  for (const row of rows) {
    const paper = text(row.paper) ?? '';
    const concept = catalogue.concepts.get(text(row.concept) ?? '');
    const salience = concept && saliences.get(concept.id);
    if (!concept || salience === undefined) continue;
    const rarity = Math.log(1 + catalogue.papers.size / Math.max(1, concept.paperCount));
    const weight = salience * (number(row.salience) ?? 0) * rarity;
    telling.set(paper, [...(telling.get(paper) ?? []), { concept: conceptRef(concept), weight }]);
  }
  return new Map(
    [...telling].map(([paper, concepts]) => [
      paper,
      concepts
        .sort((a, b) => b.weight - a.weight || (a.concept.id < b.concept.id ? -1 : 1))
        .slice(0, config.sharedPerPaper)
        .map(({ concept }) => concept),
    ]),
  );
}
