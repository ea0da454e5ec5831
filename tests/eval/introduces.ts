import { joinRates, type Rates } from './counts.ts';
import type { IntroducedName } from './gold.ts';

export interface PredictedName {
  name: string;
  long: string | null;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}+]+/gu)
    ?.join(' ') ?? '';

function formsOf(...forms: (string | null | undefined)[]): Set<string> {
  return new Set(forms.map((form) => fold(form ?? '')).filter(Boolean));
}

/**
 * Names that papers introduce, against the core ones. A prediction is right if its name or long form is the
 * name or long form of a core name; each core name is found once. Predictions of a name that isn't core, and
 * second predictions of a found one, count neither for nor against.
 */
export function scoreIntroduced(
  gold: readonly { id: string; introduces: readonly IntroducedName[] }[],
  predicted: ReadonlyMap<string, readonly PredictedName[]>,
): Rates {
  let hits = 0;
  let wrong = 0;
  let core = 0;
  for (const { id, introduces } of gold) {
    core += introduces.filter((name) => name.core).length;
    const found = new Set<IntroducedName>();
    for (const { name, long } of predicted.get(id) ?? []) {
      const forms = formsOf(name, long);
      const match = introduces.find((wanted) =>
        [...formsOf(wanted.name, wanted.expansion)].some((form) => forms.has(form)),
      );
      if (!match) wrong++;
      else if (match.core) found.add(match);
    }
    hits += found.size;
  }
  return joinRates(hits + wrong ? hits / (hits + wrong) : 0, core ? hits / core : 0);
}
