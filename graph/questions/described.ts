import type { Wishes } from './clauses.ts';
import { UNMEASURED } from './lexicon/grammar.ts';
import type { Part } from './parse-filter.ts';
import { nounAt, type Read } from './part-list.ts';

/** Where words were not understood: the few papers that have all words of the question, if there are any. */
export function described(parts: readonly Part[], wishes: Wishes, lost: readonly string[]): Read {
  const noun = nounAt(parts);
  const words = [
    ...new Set(
      parts
        .filter(
          ({ item, thing }, at) =>
            thing !== null ||
            item.t === 'words' ||
            item.t === 'figure' ||
            (item.t === 'noun' && at !== noun && item.noun === 'concepts'),
        )
        .flatMap(({ item }) => item.text.split(/[\s-]+/)),
    ),
  ].filter((word) => word.length > 2);
  const absent = parts.filter(({ item }) => item.t === 'words' && item.absent).map(({ item }) => item.text);
  const unread = lost.length > 0 ? lost : absent;
  const message =
    unread.length > 0
      ? `I did not understand ${unread.map((word) => `“${word}”`).join(', ')}.`
      : 'I did not understand what is asked. Try: which papers mention …, how many …, what connects … and …';
  const unmeasured = lost.some((word) => UNMEASURED.has(word.toLowerCase()));
  if (absent.length > 0 || unmeasured || words.length < 2)
    return { plan: null, message, ignored: [...unread] };
  const figures =
    parts.some(({ item }) => item.t === 'figure' || item.t === 'quality' || item.t === 'extreme') ||
    wishes.wants.includes('figures');
  return {
    plan: {
      find: 'described',
      words: words.slice(0, 30),
      counted: countedIn(parts),
      wants: [
        ...new Set([
          ...(figures ? (['figures', 'findings'] as const) : []),
          ...wishes.wants.filter((want) => want !== 'sentences'),
        ]),
      ],
    },
    message,
    ignored: [...unread],
  };
}

/** What stands right behind `how many`. */
function countedIn(parts: readonly Part[]): string | null {
  const at = parts.findIndex(({ item }) => item.t === 'head' && item.head === 'howMany');
  return at < 0 ? null : (parts[at + 1]?.item.text ?? null);
}
