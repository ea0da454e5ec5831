import type { ModelCard } from '../model-cards.ts';
import { GOLD_READERS } from '../peers.ts';
import type { ReaderAgreement } from '../reader-agreement.ts';
import { markdownTable, NONE, percent } from './markdown-table.ts';

/** Any JSON said in a line: `marks: 880, taught: 6000`. */
function sayJson(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayJson).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${typeof inner === 'object' ? `(${sayJson(inner)})` : sayJson(inner)}`)
      .join(', ');
  }
  return typeof value === 'number' ? `${Number(value.toFixed(2))}` : String(value);
}

export function agreementTable(agreement: ReaderAgreement): string {
  return markdownTable(
    ['read twice', 'abstracts', 'spans, exact', 'with kind (4 kinds)', 'with kind (all)'],
    [
      [
        'marks that models learn from',
        `${agreement.readTwice} of ${agreement.documents}`,
        percent(agreement.exact),
        percent(agreement.typed),
        percent(agreement.withKind),
      ],
      [
        'gold that they are judged on',
        `${GOLD_READERS.documents}`,
        percent(GOLD_READERS.exact),
        percent(GOLD_READERS.typed),
        NONE,
      ],
    ],
  );
}

export function cardTable(cards: readonly ModelCard[]): string {
  return markdownTable(
    ['model', 'trained on', 'seed', 'data', 'licence', 'scores when trained'],
    cards.map(({ model, date, seed, data, licence, scores }) => [
      model,
      date,
      `${seed}`,
      sayJson(data),
      licence,
      sayJson(scores),
    ]),
  );
}

/** F1 by the number of abstracts learnt from. */
export function curveTable(cards: readonly ModelCard[]): string {
  return markdownTable(
    ['model', 'abstracts', 'spans, exact', 'with kind'],
    cards.flatMap(({ model, curve }) =>
      curve.map(({ documents, exact, typed }) => [model, `${documents}`, percent(exact), percent(typed)]),
    ),
  );
}
