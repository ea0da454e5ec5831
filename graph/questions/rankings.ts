import { type Part, readFilter } from './parse-filter.ts';
import { headOf } from './part-list.ts';
import type { Plan, Treatment } from './plan.ts';

const isNoun = (part: Part | undefined, noun: string): boolean =>
  part?.item.t === 'noun' && part.item.noun === noun && part.thing === null;
const AVERAGE = /^(?:average|mean|on average|averages)$/i;

/** The verb that stands last before a place, or `mentions`. */
function verbBefore(parts: readonly Part[], at: number): Treatment {
  const verb = parts.slice(0, at).findLast(({ item }) => item.t === 'verb')?.item;
  return verb?.t === 'verb' ? verb.how : 'mentions';
}

/** `Which papers use the most datasets?`, `How many methods does a paper mention on average?`; null for others. */
export function readRanking(parts: readonly Part[]): Plan | null {
  return mostNaming(parts) ?? onAverage(parts);
}

function mostNaming(parts: readonly Part[]): Plan | null {
  const at = parts.findIndex(
    ({ item }, i) =>
      item.t === 'extreme' &&
      (item.extreme === 'most' || item.extreme === 'least') &&
      parts.slice(i + 1).find((part) => part.item.t !== 'stop' && part.item.t !== 'number')?.item.t ===
        'noun',
  );
  const extreme = parts[at]?.item;
  const noun = parts.findIndex(({ item }, i) => i > at && item.t === 'noun');
  const asked = parts.findIndex((part) => isNoun(part, 'papers'));
  const kind = parts[noun]?.item;
  if (extreme?.t !== 'extreme' || asked < 0 || asked > at || !isNoun(parts[noun], 'concepts')) return null;
  if (kind?.t !== 'noun' || headOf(parts) === 'howMany') return null;
  const number = parts.slice(0, asked).find(({ item }) => item.t === 'number')?.item;
  const rest = parts.filter((_, i) => i !== asked && (i < at || i > noun));
  // The verb whose object the most are is no condition.
  const verb = rest.findLastIndex(({ item }, i) => item.t === 'verb' && parts.indexOf(rest[i]!) < at);
  const { filter, unused } = readFilter(rest.filter((_, i) => i !== verb));
  if (unused.length > 0) return null;
  return {
    find: 'ranking',
    kind: kind.kind,
    how: verbBefore(parts, at),
    where: filter,
    top: {
      order: extreme.extreme === 'least' ? 'least' : 'most',
      n: number?.t === 'number' && number.n > 0 ? Math.min(number.n, 1000) : 1,
    },
  };
}

function onAverage(parts: readonly Part[]): Plan | null {
  const rest = parts.filter(({ item }) => !AVERAGE.test(item.text));
  const noun = rest.find((part) => isNoun(part, 'concepts'))?.item;
  if (rest.length === parts.length || noun?.t !== 'noun' || !rest.some((part) => isNoun(part, 'papers')))
    return null;
  const { filter, unused } = readFilter(rest.filter(({ item }) => item.t !== 'verb' && item.t !== 'noun'));
  if (unused.length > 0) return null;
  return { find: 'average', kind: noun.kind, how: verbBefore(rest, rest.length), where: filter };
}
