import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeShared, sharedPath } from './support/shared.ts';

const SAMPLE = join(import.meta.dirname, '../samples/landmark-papers.jsonl');
/** Shorter sentences than this can be alike by chance. */
const COPIED_WORDS = 8;
const BANDS = [
  [1986, 1993],
  [1994, 2001],
  [2002, 2009],
  [2010, 2017],
  [2018, 2025],
] as const;

const samplePaper = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-\d{4}$/),
  title: z.string().min(3),
  abstract: z.string().min(150),
  year: z.int().min(1986).max(2025),
  venue: z.string().min(3),
  authors: z.array(z.string().min(3)).min(1).max(4),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  arxivId: z
    .string()
    .regex(/^\d{4}\.\d{4,5}$/)
    .optional(),
  keywords: z.array(z.string().min(2)).min(2).max(4),
});

const papers = readFileSync(SAMPLE, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => samplePaper.parse(JSON.parse(line)));

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z0-9])/);
}

function normaliseSentence(sentence: string): string {
  return (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function expectUnique(values: readonly string[]): void {
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
}

it('has 110 to 140 papers, none twice', () => {
  expect(papers.length).toBeGreaterThanOrEqual(110);
  expect(papers.length).toBeLessThanOrEqual(140);
  expectUnique(papers.map((paper) => paper.id));
  expectUnique(papers.map((paper) => normaliseSentence(paper.title)));
  expectUnique(papers.flatMap((paper) => paper.doi?.toLowerCase() ?? []));
  expectUnique(papers.flatMap((paper) => paper.arxivId ?? []));
});

it('spans 1986 to 2025 without a thin decade', () => {
  const years = papers.map((paper) => paper.year);
  expect(Math.min(...years)).toBe(1986);
  expect(Math.max(...years)).toBe(2025);
  for (const [from, to] of BANDS) {
    expect(years.filter((year) => year >= from && year <= to).length, `${from} to ${to}`).toBeGreaterThan(4);
  }
});

it('has abstracts of three to six sentences, none of them used twice', () => {
  for (const paper of papers) {
    const count = splitSentences(paper.abstract).length;
    expect(count, paper.id).toBeGreaterThanOrEqual(3);
    expect(count, paper.id).toBeLessThanOrEqual(6);
  }
  expectUnique(papers.flatMap((paper) => splitSentences(paper.abstract).map(normaliseSentence)));
});

describeShared('the abstracts are our own words', () => {
  it('no sentence of ours stands in the measuring corpus', () => {
    const path = sharedPath('corpus', 'ml-papers.jsonl.gz');
    if (path === null) throw new Error('the measuring corpus is missing');
    const theirs = new Set<string>();
    for (const line of gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')) {
      const { abstract } = z.object({ abstract: z.string().nullish() }).parse(JSON.parse(line));
      for (const sentence of splitSentences(abstract ?? '')) theirs.add(normaliseSentence(sentence));
    }
    expect(theirs.size).toBeGreaterThan(10_000);
    const copied = papers
      .flatMap((paper) => splitSentences(paper.abstract).map(normaliseSentence))
      .filter((sentence) => sentence.split(' ').length >= COPIED_WORDS && theirs.has(sentence));
    expect(copied).toEqual([]);
  });
});
