import { sentenceSpans } from '../analysis/text/sentences.ts';
import type { AskedPaper, Citation } from '../contract.ts';
import { paperLabel } from '../schema.ts';
import { list, number, type Query, type Row, type Run, text } from './cells.ts';
import type { Filter, Target } from './plan.ts';
import { findForm } from './word-forms.ts';

/** A paper with its words. */
export interface ReadPaper {
  id: string;
  title: string;
  year: number | null;
  sources: string[];
  venue: string | null;
  ownTitle: string | null;
  abstract: string;
}

/** What a statement returns of the paper `p`, for `toPaper`. */
export const PAPER_COLUMNS =
  'p.id AS id, p.title AS title, p.abstract AS abstract, p.year AS year, p.venue AS venue, p.sources AS sources';

export function toPaper(row: Row): ReadPaper {
  const ownTitle = text(row.title);
  const abstract = text(row.abstract) ?? '';
  return {
    id: text(row.id) ?? '',
    // A name made of its first words is told as one.
    title:
      ownTitle || abstract === ''
        ? paperLabel({ title: ownTitle, abstract })
        : `untitled: “${paperLabel({ title: null, abstract })}”`,
    year: number(row.year),
    sources: list(row.sources),
    venue: text(row.venue),
    ownTitle,
    abstract,
  };
}

export const readPapersStatement = (ids: readonly string[]): Query => ({
  text: `UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN ${PAPER_COLUMNS} ORDER BY id`,
  parameters: { ids: [...ids] },
});

export async function readPapers(run: Run, ids: readonly string[]): Promise<ReadPaper[]> {
  if (ids.length === 0) return [];
  return (await run(readPapersStatement([...new Set(ids)]))).map(toPaper);
}

export const cited = ({ id, title, year, sources }: ReadPaper): AskedPaper => ({ id, title, sources, year });

export const wordsOfPaper = (paper: ReadPaper): string => `${paper.ownTitle ?? ''}\n\n${paper.abstract}`;

/** The sentences of a paper, its title first. */
export function sentencesOf(paper: ReadPaper): string[] {
  const sentences = sentenceSpans(paper.abstract).map(({ start, end }) => paper.abstract.slice(start, end));
  return paper.ownTitle ? [paper.ownTitle, ...sentences] : sentences;
}

export const formsOf = (target: Target): readonly string[] => {
  if (target.is === 'paper') return [target.name];
  return target.forms.length > 0 ? target.forms : [target.name];
};

/** The sentence of the paper that names most of the targets, those of the abstract first; its opening where none does. */
export function sentenceFor(paper: ReadPaper, targets: readonly Target[]): Citation {
  const all = sentencesOf(paper);
  const ordered = paper.ownTitle ? [...all.slice(1), all[0]!] : all;
  let best = { sentence: paper.ownTitle ?? ordered[0] ?? paper.title, found: 0 };
  for (const sentence of ordered) {
    const found = targets.filter((target) => findForm(sentence, formsOf(target))).length;
    if (found > best.found) best = { sentence, found };
  }
  return { paper: paper.id, sentence: best.sentence };
}

/** The things that a filter asks for; those that it excludes are nowhere in the papers found. */
export function targetsOf(filter: Filter | null): Target[] {
  if (!filter) return [];
  if (filter.is === 'treats') return [filter.target];
  if (filter.is === 'names' && filter.noun) return [{ is: 'words', name: filter.noun, forms: [filter.noun] }];
  if (filter.is === 'all' || filter.is === 'any') return filter.of.flatMap(targetsOf);
  return [];
}
