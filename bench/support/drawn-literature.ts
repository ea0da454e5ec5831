import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../graph/analysis/random.ts';
import { CONCEPT_KINDS, ROLES } from '../../graph/schema.ts';
import type { GraphRows } from './bare-loop.ts';

const SAMPLE = join(import.meta.dirname, '../../samples/landmark-papers.jsonl');
/** As in the measuring data, where 19,286 papers mention 137,411 concepts 340,704 times. */
const MENTIONS_A_PAPER = 17.7;
/** Some fall on the same pair. */
const DRAWN_A_PAPER = 18.1;
const CONCEPTS_A_PAPER = 7.1;
const AUTHORS_A_PAPER = 1.5;
/** Above 1: a few concepts are mentioned by many papers, and most by one. */
const SKEW = 3;
/** Between the authors of one paper and the next, and of one place and the next. */
const STRIDE = 31;
const STEP = 17;
const YEARS = { first: 1990, number: 35 };

/**
 * The rows of a literature with about so many relations, drawn by a seed: texts of the sample, ids, spans and degrees like those of
 * real papers. Nothing is extracted, so it is there in seconds at any size.
 */
export function drawnLiterature(relations: number, seed = 1): GraphRows {
  const random = seededRandom(seed);
  const below = (number: number): number => Math.floor(random() * number);
  const papers = Math.round(relations / (MENTIONS_A_PAPER + AUTHORS_A_PAPER));
  const concepts = Math.round(papers * CONCEPTS_A_PAPER);
  const texts = readFileSync(SAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { title: string; abstract: string });
  const paperRows = Array.from({ length: papers }, (_, at) => paperRow(at, texts[at % texts.length]!));
  const ofKind = (kind: number) =>
    Array.from({ length: Math.ceil((concepts - kind) / CONCEPT_KINDS.length) }, (_, i) =>
      conceptRow(kind + i * CONCEPT_KINDS.length),
    );
  const seen = new Set<number>();
  const mentions = Array.from({ length: Math.round(papers * DRAWN_A_PAPER) }, (_, i) => {
    const [paper, concept] = [i % papers, Math.floor(concepts * random() ** SKEW)];
    return { paper, concept, properties: mention(below) };
  })
    .filter(({ paper, concept }) => {
      const isFirst = !seen.has(paper * concepts + concept);
      seen.add(paper * concepts + concept);
      return isFirst;
    })
    .map(({ paper, concept, properties }) => ({
      source: paperId(paper),
      target: conceptId(concept),
      properties,
    }));
  const wrote = Array.from({ length: Math.round(papers * AUTHORS_A_PAPER) }, (_, i) => {
    const position = Math.floor(i / papers);
    // Never the same author twice on one paper.
    const author = (STRIDE * i + STEP * position) % papers;
    return { source: authorId(author), target: paperId(i % papers), properties: { position } };
  });
  const nodes = [
    { labels: ['Paper'], rows: paperRows },
    ...CONCEPT_KINDS.map((kind, at) => ({ labels: ['Concept', kind], rows: ofKind(at) })),
    { labels: ['Author'], rows: Array.from({ length: papers }, (_, at) => authorRow(at)) },
  ];
  const ties = [
    { type: 'MENTIONS', from: 'Paper', to: 'Concept', rows: mentions },
    { type: 'WROTE', from: 'Author', to: 'Paper', rows: wrote },
  ];
  const count = [...nodes, ...ties].reduce((sum, { rows }) => sum + rows.length, 0);
  return { nodes, relations: ties, count };
}

const id = (letter: string, at: number): string => `${letter}${at.toString(16).padStart(15, '0')}`;
const paperId = (at: number): string => id('a', at);
const conceptId = (at: number): string => id('b', at);
const authorId = (at: number): string => id('c', at);

const paperRow = (at: number, { title, abstract }: { title: string; abstract: string }) => ({
  id: paperId(at),
  title: `${title} (${at})`,
  abstract,
  year: YEARS.first + (at % YEARS.number),
  keywords: [] as string[],
  authors: [] as string[],
  cites: [] as string[],
  sources: [`drawn.jsonl#${at + 1}`],
  keys: [`title:${paperId(at)}`, `abstract:${paperId(at)}`],
  variants: [`title:${paperId(at)} abstract:${paperId(at)}`],
  hash: id('d', at),
});

const conceptRow = (at: number) => ({
  id: conceptId(at),
  name: `drawn concept ${at}`,
  kind: CONCEPT_KINDS[at % CONCEPT_KINDS.length]!,
  aliases: [`drawn concepts ${at}`],
  aliasReasons: ['plural'],
  paperCount: 1,
});

const authorRow = (at: number) => ({ id: authorId(at), name: `Author ${at}` });

function mention(below: (number: number) => number) {
  const start = below(900);
  return {
    count: 1,
    salience: below(1000) / 1000,
    role: ROLES[below(ROLES.length)]!,
    spans: [`abstract:${start}-${start + 16}@${start - (start % 120)}-${start + 120}`],
    extractor: 'drawn',
  };
}
