/** Search over what the file holds: names, aliases and titles; unfinished and misspelt words are found too. */
import MiniSearch from 'minisearch';
import type { SearchHit } from '../../../graph/contract.ts';
import type { SharedGraph } from '../../../graph/export/share-file.ts';

interface Entry extends SearchHit {
  aliases: string;
}

interface Hits {
  hits: SearchHit[];
  total: number;
}

/** What of a concept's answer is searched. */
interface Named {
  aliases?: unknown;
}

const fold = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function createLocalSearch({ views, answers }: SharedGraph): (text: string, limit: number) => Hits {
  const entries = new Map<string, Entry>();
  for (const view of Object.values(views)) {
    view.nodes.id.forEach((id, i) => {
      const kind = view.nodes.kind[i]!;
      const named = answers[`/concepts/${encodeURIComponent(id)}`] as Named | undefined;
      const aliases = Array.isArray(named?.aliases) ? named.aliases.join(' ; ') : '';
      const count = kind === 'Paper' ? view.nodes.year[i]! : view.nodes.weight[i]!;
      entries.set(id, { id, kind, label: view.nodes.label[i]!, matched: null, count, aliases });
    });
    for (const { id, label, paperCount } of view.themes)
      entries.set(id, { id, kind: 'Theme', label, matched: null, count: paperCount, aliases: '' });
  }
  const index = new MiniSearch<Entry>({
    fields: ['label', 'aliases'],
    processTerm: fold,
    searchOptions: {
      boost: { label: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 2 : term.length > 3 ? 1 : false),
    },
  });
  index.addAll([...entries.values()]);
  return (text, limit) => {
    const found = index.search(text);
    return {
      hits: found.slice(0, limit).map(({ id }) => hitOf(entries.get(String(id))!)),
      total: found.length,
    };
  };
}

function hitOf({ aliases: _, ...hit }: Entry): SearchHit {
  return { ...hit, count: hit.count === null ? null : Math.round(hit.count) };
}
