import type { Catalogue } from './catalogue.ts';
import { forEachTie, NAMING, type Ties } from './ties.ts';
import type { DrawnNode } from './view-columns.ts';

/** Papers and concepts by number, as they are drawn; `papersIn` counts the papers of each concept. */
export function drawnNodes(
  ties: Ties,
  catalogue: Catalogue,
  numbers: Iterable<number>,
  papersIn: Uint32Array | null,
  fresh: ReadonlySet<string>,
): DrawnNode[] {
  return Array.from(numbers, (number): DrawnNode => {
    const id = ties.ids[number]!;
    const isFresh = fresh.has(id);
    const paper = catalogue.papers.get(id);
    if (paper) {
      const { label, x, y, theme, weight, year } = paper;
      return { id, kind: 'Paper', label, x, y, theme, weight, year, ambiguity: null, isFresh };
    }
    const { kind, name, x, y, theme, paperCount, ambiguity } = catalogue.concepts.get(id)!;
    const weight = papersIn?.[number] ?? paperCount;
    const year = medianYear(ties, number);
    return { id, kind, label: name, x, y, theme, weight, year, ambiguity, isFresh };
  });
}

/** By the number of a concept, 0 without one, -1 until it is asked for; it follows from the ties alone, whatever is drawn. */
const mediansOf = new WeakMap<Ties, Int32Array>();

/** Of the papers that name it; of two middle ones the earlier. */
function medianYear(ties: Ties, concept: number): number | null {
  let medians = mediansOf.get(ties);
  if (!medians) {
    medians = new Int32Array(ties.ids.length).fill(-1);
    mediansOf.set(ties, medians);
  }
  if (medians[concept]! < 0) {
    const years = ties.columns.year;
    const named: number[] = [];
    forEachTie(ties, NAMING, concept, (paper) => {
      if (years[paper]! > 0) named.push(years[paper]!);
    });
    medians[concept] = median(named) ?? 0;
  }
  return medians[concept] || null;
}

/** Of two middle ones the earlier; null of none. */
export function median(years: readonly number[]): number | null {
  // Typed numbers are sorted without a function that compares them: a common concept is named by ten thousand papers.
  return Int32Array.from(years).sort()[Math.floor((years.length - 1) / 2)] ?? null;
}
