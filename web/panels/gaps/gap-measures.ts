/** The figures behind a gap's score as its panel shows them. Pure. */
import { figure } from '../../components/figures.ts';

/** Where a question's sentence stands in its text: no figure of the score. */
const PLACES: ReadonlySet<string> = new Set(['start', 'end']);

/** Names with their values in words, in the order in which they came; years are no amounts. */
export function shownMeasures(measures: Readonly<Record<string, number>>): [name: string, value: string][] {
  return Object.entries(measures)
    .filter(([name]) => !PLACES.has(name))
    .map(([name, value]) => [name, /year$/i.test(name) ? String(value) : figure(value)]);
}
