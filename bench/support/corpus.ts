/**
 * Corpora of any size. Up to the papers that the measuring data holds, they are those papers in an order drawn by a seed, so that a
 * small corpus is a fair sample of the large one; what goes beyond is resampled: sentences of four real abstracts of neighbouring years.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { sharedPath } from '../../tests/support/shared.ts';

const SEED = 8;
/** Abstracts that a resampled one takes its sentences from: with two, the twins' search would join many. */
const PARENTS = 4;
const NEIGHBOURS = 400;
const SENTENCE_END = /(?<=[.?!])\s+(?=[A-Z])/;

export interface CorpusPaper {
  id: string;
  title: string;
  abstract: string;
  year: number;
  venue: string;
  keywords: string[];
  authors: string[];
}

/** Throws where the measuring data is not beside the checkout. */
export async function realPapers(): Promise<CorpusPaper[]> {
  const path = sharedPath('corpus', 'ml-papers.jsonl.gz');
  if (path === null)
    throw new Error('The measuring data is not beside this checkout: ../shared/corpus/ml-papers.jsonl.gz');
  const papers: CorpusPaper[] = [];
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const line of lines) if (line !== '') papers.push(JSON.parse(line) as CorpusPaper);
  return papers;
}

/** Writes `size` papers as JSON Lines into the folder, and returns the path. The same size gives the same file. */
export async function corpusFile(size: number, folder: string): Promise<string> {
  const path = join(folder, `papers-${size}.jsonl`);
  await pipeline(Readable.from(lines(size)), createWriteStream(path));
  return path;
}

async function* lines(size: number): AsyncGenerator<string> {
  for (const paper of await corpus(size)) yield `${JSON.stringify(paper)}\n`;
}

/** As `corpusFile`, in memory. */
export async function corpus(size: number): Promise<CorpusPaper[]> {
  const real = await realPapers();
  const random = xoroshiro128plus(SEED);
  const papers = shuffled(real, random).slice(0, size);
  const byYear = [...real].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1));
  while (papers.length < size) papers.push(resampled(byYear, papers.length, random));
  return papers;
}

function resampled(byYear: readonly CorpusPaper[], at: number, random: RandomGenerator): CorpusPaper {
  const centre = below(byYear.length, random);
  const near = (): CorpusPaper =>
    byYear[Math.min(byYear.length - 1, Math.max(0, centre + below(NEIGHBOURS, random) - NEIGHBOURS / 2))]!;
  const parents = Array.from({ length: PARENTS }, near);
  const first = parents[0]!;
  const length = first.abstract.split(SENTENCE_END).length;
  const pool = parents.flatMap(({ abstract }) => abstract.split(SENTENCE_END));
  const half = (title: string, end: boolean): string => {
    const words = title.split(' ');
    const middle = Math.ceil(words.length / 2);
    return (end ? words.slice(middle) : words.slice(0, middle)).join(' ');
  };
  return {
    id: `resampled/${at}`,
    title: `${half(first.title, false)} ${half(parents[1]!.title, true)}`.trim(),
    abstract: shuffled(pool, random).slice(0, length).join(' '),
    year: first.year,
    venue: first.venue,
    keywords: first.keywords,
    authors: [...new Set([...first.authors.slice(0, 2), ...parents[1]!.authors.slice(0, 2)])],
  };
}

function shuffled<T>(items: readonly T[], random: RandomGenerator): T[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = below(at + 1, random);
    [copy[at], copy[other]] = [copy[other]!, copy[at]!];
  }
  return copy;
}

/** A whole number from 0 to `end` - 1; the bias of the remainder is below 1 in 100,000 at these sizes. */
const below = (end: number, random: RandomGenerator): number => (random.next() >>> 0) % end;
