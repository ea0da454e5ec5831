import { readFile, writeFile } from 'node:fs/promises';
import type { Literature } from '../graph/analysis/literature.ts';

/** A keyphrase makes a group of papers from so many on. */
const LEAST_IN_GROUP = 3;

/** A gold file of keyphrases as papers with author keywords, at `path`. */
export async function papersWithKeyphrases(gold: string, path: string): Promise<void> {
  const lines = (await readFile(gold, 'utf8')).split('\n').filter(Boolean);
  const papers = lines.map((line) => {
    const { id, text, keyphrases } = JSON.parse(line) as { id: string; text: string; keyphrases: string[] };
    const [title, ...abstract] = text.split('\n');
    return JSON.stringify({ id, title, abstract: abstract.join(' '), keywords: keyphrases });
  });
  await writeFile(path, `${papers.join('\n')}\n`);
}

/**
 * Each paper's group: of its keywords the one that most papers have, of equals the first in the alphabet; -1 where fewer
 * than three have it. Null where no paper has keywords.
 */
export function keyphraseGroups({ papers }: Literature): number[] | null {
  const words = papers.map(({ keywords }) => [...new Set(keywords.map((word) => word.toLowerCase()))].sort());
  const counts = new Map<string, number>();
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size === 0) return null;
  const groups = [...counts].filter(([, count]) => count >= LEAST_IN_GROUP).map(([word]) => word);
  return words.map((own) => {
    const most = own.toSorted((a, b) => counts.get(b)! - counts.get(a)!)[0];
    return most === undefined ? -1 : groups.indexOf(most);
  });
}
