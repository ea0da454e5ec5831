import { describe, expect, it } from 'vitest';
import {
  type ConceptsIn,
  DEFAULT_QUESTION_GAPS,
  questionGaps,
  statedQuestions,
} from '../../../../graph/analysis/gaps/questions.ts';
import type { Literature } from '../../../../graph/analysis/literature.ts';
import { literatureOf } from '../literatures.ts';

const OPEN = 'It remains unclear why moss avoids peat at night.';
const TAKEN = 'We measure the distance in a cold house.';

/** By name: good enough for concepts of one word. */
const byName =
  (literature: Literature): ConceptsIn =>
  (paper, field, start, end) => {
    const text = literature.papers[paper]![field]!.slice(start, end);
    return literature.graph.concepts.flatMap(({ name }, index) => (text.includes(name) ? [index] : []));
  };

function withAbstracts(literature: Literature, abstracts: Record<string, string>): Literature {
  const papers = literature.papers.map((paper, i) => ({
    ...paper,
    abstract: abstracts[literature.graph.paperIds[i]!] ?? null,
  }));
  return { ...literature, papers };
}

const PAPERS = [
  'a 2010: moss peat',
  'b 2014: moss fern',
  'c 2020: moss peat',
  'd 2020: fern',
  ...Array.from({ length: 12 }, (_, i) => `x${i} 2015: wall`),
];

const gapsOf = (abstracts: Record<string, string>, settings = {}, papers = PAPERS) => {
  const literature = withAbstracts(literatureOf(...papers), abstracts);
  return questionGaps(literature, byName(literature), { ...DEFAULT_QUESTION_GAPS, ...settings });
};

describe('stated questions as gaps', () => {
  it('carries the sentence, its place, its concepts and what came later', () => {
    const text = `Peat is brown. ${OPEN}`;
    const { gaps, considered, excluded } = gapsOf({ a: text });
    expect(considered).toBe(1);
    expect(excluded).toEqual([]);
    const [gap] = gaps;
    expect(gap!.between).toEqual([
      { label: 'Paper', id: 'a' },
      { label: 'Concept', id: 'moss' },
      { label: 'Concept', id: 'peat' },
    ]);
    expect(gap!.part).toBe(`abstract:15-${text.length}`);
    expect(text.slice(gap!.measures.start, gap!.measures.end)).toBe(OPEN);
    expect(gap!.evidenceFor[0]!.text).toBe(`“${OPEN}”`);
    expect(gap!.measures).toMatchObject({ year: 2010, laterPapers: 1 });
    expect(gap!.evidenceAgainst.map((evidence) => evidence.text)).toEqual([
      'One later paper speaks of both peat and moss: the question may be answered.',
    ]);
    expect(gap!.evidenceAgainst[0]!.refs).toEqual([{ label: 'Paper', id: 'c' }]);
  });

  it('scores by cue, age and how rare its concepts are, as its formula says', () => {
    const [gap] = gapsOf({ a: OPEN }).gaps;
    const N = PAPERS.length;
    const specificity = (Math.log(N / 2) + Math.log(N / 3)) / 2 / Math.log(N);
    expect(gap!.score).toBeCloseTo(0.9 * 2 ** (-10 / 8) * specificity, 5);
  });

  it('ranks the newer of two equal ones first, and what the paper takes up last', () => {
    const { gaps } = gapsOf({ a: OPEN, b: `${OPEN} ${TAKEN}`, c: OPEN });
    expect(gaps.map(({ between }) => between[0]!.id)).toEqual(['c', 'a', 'b']);
    expect(gaps[2]!.evidenceAgainst[0]!.text).toContain(TAKEN);
  });

  it('leaves out a sentence that names nothing, or only what every paper speaks of', () => {
    const settings = { maxPaperShare: 0.05, neverCommonUpTo: 8 };
    const { gaps, excluded } = gapsOf(
      {
        a: 'It remains unclear why the wall is wet at night.',
        b: 'It remains unclear what this is good for.',
      },
      settings,
    );
    expect(gaps).toEqual([]);
    expect(excluded).toEqual([expect.objectContaining({ count: 2 })]);
  });

  it('counts a concept that no other paper mentions little, and says nothing of later papers on it', () => {
    const papers = [...PAPERS, 'e 2012: lonely'];
    const [gap] = gapsOf({ e: 'It remains unclear why the lonely stay dry at night.' }, {}, papers).gaps;
    expect(gap!.measures).toMatchObject({
      specificity: DEFAULT_QUESTION_GAPS.loneSpecificity,
      laterPapers: 0,
    });
    expect(gap!.evidenceAgainst).toEqual([]);
  });

  it('says so where the paper has no year', () => {
    const [gap] = gapsOf({ a: OPEN }, {}, ['a -: moss peat', ...PAPERS.slice(1)]).gaps;
    expect(gap!.measures).not.toHaveProperty('year');
    expect(gap!.evidenceAgainst.map(({ text }) => text)).toEqual([
      'The paper has no year, so its age is not known.',
    ]);
  });

  it('says how many its list left off', () => {
    const { gaps, excluded } = gapsOf({ a: OPEN, b: OPEN, c: OPEN }, { maxGaps: 2 });
    expect(gaps).toHaveLength(2);
    expect(excluded).toEqual([{ reason: 'beyond the length of the list', count: 1 }]);
  });

  it('is the same whatever order the papers came in', () => {
    const abstracts = { a: OPEN, b: `${OPEN} ${TAKEN}`, c: `${OPEN} Does moss sleep under a wall of peat?` };
    expect(gapsOf(abstracts, {}, PAPERS.toReversed())).toEqual(gapsOf(abstracts));
  });

  it('finds nothing where no paper has an abstract', () => {
    expect(statedQuestions(literatureOf('a 2010: moss'))).toEqual([]);
  });
});
