import { mostFrequent } from './acronym-table.ts';
import type { MergeReason } from './concept.ts';
import { isCapitalName, type Steps, stepsOf, tokensOf } from './tokens.ts';

/** Short forms up to so many letters are shown only where the long form is never spoken. */
const MAX_HIDDEN_SHORT = 3;
/** A form in lower case with at least this share of the uses is preferred: capitals may be a title's. */
const LOWER_CASE_SHARE = 0.2;

export interface Form {
  readonly surface: string;
  readonly count: number;
  readonly steps: Steps;
}

export const formOf = (surface: string, count: number): Form => ({ surface, count, steps: stepsOf(surface) });

/**
 * The form to show: the most frequent by spelling, a long form rather than two or three letters; of that the
 * singular; of that the most frequent with its hyphens; of that lower case where it is common. Ties by code
 * point.
 */
export function chooseName(forms: readonly Form[]): string {
  const used = forms.filter(({ count }) => count > 0);
  const shown = used.length > 0 ? used : forms;
  const long = shown.filter(({ surface }) => !isHiddenShort(surface));
  const spelled = keepMost(long.length > 0 ? long : shown, ({ steps }) => steps.spelling);
  const singular = spelled.filter(({ steps }) => steps.hyphen === steps.plural);
  const cased = keepMost(singular.length > 0 ? singular : spelled, ({ steps }) => steps.case);
  const total = cased.reduce((sum, { count }) => sum + count, 0);
  // Where the singular stands in titles only, the plural says better how it is written.
  const lower = [cased, spelled]
    .flatMap((some) => some.filter(({ surface }) => surface === surface.toLowerCase()).sort(mostUsedFirst))
    .find(({ count }) => count >= LOWER_CASE_SHARE * total);
  if (lower) return lower.surface;
  return mostFrequent(countBy(cased, ({ surface }) => surface));
}

const mostUsedFirst = (a: Form, b: Form): number => b.count - a.count || (a.surface < b.surface ? -1 : 1);

function isHiddenShort(surface: string): boolean {
  const tokens = tokensOf(surface);
  return isCapitalName(tokens) && tokens[0]!.replace(/s$/, '').length <= MAX_HIDDEN_SHORT;
}

function countBy(forms: readonly Form[], keyOf: (form: Form) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(keyOf(form), (counts.get(keyOf(form)) ?? 0) + form.count);
  return counts;
}

function keepMost(forms: readonly Form[], keyOf: (form: Form) => string): Form[] {
  const most = mostFrequent(countBy(forms, keyOf));
  return forms.filter((form) => keyOf(form) === most);
}

const STEPS: readonly (keyof Steps & MergeReason)[] = ['case', 'hyphen', 'plural', 'spelling'];

/** The first step towards the key at which the alias and the name are the same; else one abbreviates the other. */
export function reasonFor(name: Steps, alias: Steps): MergeReason {
  return STEPS.find((step) => name[step] === alias[step]) ?? 'abbreviation';
}
