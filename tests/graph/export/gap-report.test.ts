import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gap, NodeRef } from '../../../graph/analysis/gaps/gap.ts';
import { type GapReportInput, gapReport } from '../../../graph/export/gap-report.ts';
import { escapeMarkdown, markdownAddress, markdownCode } from '../../../graph/export/markdown.ts';
import { researchQuestion } from '../../../graph/export/research-question.ts';
import { GAP_DEFINITIONS } from '../../../graph/gap-definitions.ts';
import { type ConceptKind, GAP_KINDS } from '../../../graph/schema.ts';

const concept = (id: string): NodeRef => ({ label: 'Concept', id });
const paper = (id: string): NodeRef => ({ label: 'Paper', id });

const CELL: Gap = {
  kind: 'cell',
  between: [concept('sieve'), concept('bog mapping')],
  part: '',
  score: 1.25,
  observed: 0,
  expected: 3.456,
  measures: { papersOfRow: 40, papersOfColumn: 30, p0: 0.0316 },
  evidenceFor: [{ text: 'No paper has both.', refs: [paper('p1'), concept('sieve')] }],
  evidenceAgainst: [],
  bridges: [{ ref: concept('moss'), why: 'in 3 papers with each' }],
};

const kinds: Record<string, ConceptKind> = { sieve: 'Method', 'bog mapping': 'Task', bogset: 'Dataset' };
const kindOf = ({ id }: NodeRef) => kinds[id] ?? null;
const nameOf = ({ id }: NodeRef) => id;

const PAPER = {
  id: 'p1',
  title: 'Of Moss',
  abstract: null,
  authors: ['Ada Green', 'Bo Brown'],
  year: 2020,
  venue: 'nips',
  doi: '10.1/moss',
  arxivId: null,
  url: null,
};

const report = (changes: Partial<GapReportInput> = {}) =>
  gapReport({ gap: CELL, definition: GAP_DEFINITIONS.cell, nameOf, kindOf, papers: [PAPER], ...changes });

describe('research questions', () => {
  it('asks of a cell by its kinds, with its figures', () => {
    expect(researchQuestion(CELL, nameOf, kindOf)).toBe(
      'Does sieve help with bog mapping? 40 papers of sieve and 30 of bog mapping; none has both, where 3.5 would be ' +
        'expected by chance alone.',
    );
    const onData = { ...CELL, between: [concept('sieve'), concept('bogset')], observed: 1 };
    expect(researchQuestion(onData, nameOf, kindOf)).toMatch(
      /^How well does sieve do on bogset\?.*1 has both/,
    );
    const taskOnData = { ...CELL, between: [concept('bog mapping'), concept('bogset')] };
    expect(researchQuestion(taskOnData, nameOf, kindOf)).toMatch(/^What can bogset tell about bog mapping\?/);
    expect(researchQuestion(CELL, nameOf)).toMatch(
      /^What would come of bringing sieve and bog mapping together\?/,
    );
  });

  it('asks of the other kinds', () => {
    const of = (changes: Partial<Gap>) => researchQuestion({ ...CELL, measures: {}, ...changes }, nameOf);
    expect(of({ kind: 'themePair', observed: 2, expected: 8.04, measures: { relatedness: 0.512 } })).toBe(
      'What could “sieve” and “bog mapping” bring to each other? Their papers use related words (cosine 0.51), yet the ' +
        'links between them weigh 2, where their sizes alone would give 8: fewer than other pairs of their size have.',
    );
    expect(of({ kind: 'conceptPair', expected: null })).toBe(
      'What would come of bringing sieve and bog mapping together? No paper here has both; between them stand moss.',
    );
    expect(of({ kind: 'conceptPair', measures: { 'adds:words': 0.3 } })).toBe(
      'What would come of bringing sieve and bog mapping together? No paper here has both, where 3.5 would be expected by ' +
        'chance alone; pairs like this one came together in earlier years more often than others as popular; between ' +
        'them stand moss.',
    );
    expect(of({ kind: 'risingPair', measures: { growthA: 2, growthB: 7.47 } })).toBe(
      'Both sieve and bog mapping are rising: would they help each other? No paper here has both, where 3.5 would be ' +
        'expected by chance alone; their shares of papers grew 2 and 7.5 times of late; between them stand moss.',
    );
    expect(of({ kind: 'broker', between: [concept('sieve')], bridges: [] })).toBe(
      'What else could cross at sieve? It holds together themes that little else joins.',
    );
    const question = {
      kind: 'question' as const,
      between: [paper('p1'), concept('moss')],
      evidenceFor: [{ text: '“It remains unclear why moss glows.”', refs: [] }],
      measures: { year: 2010, laterPapers: 2 },
    };
    expect(of({ ...question, measures: { recency: 1 } })).toBe(
      'Is this answered by now? “p1” states: “It remains unclear why moss glows.”',
    );
    expect(of(question)).toBe(
      'Is this answered by now? “p1” (2010) states: “It remains unclear why moss glows.” As far as can be seen, 2 ' +
        'later papers speak of the same concepts and may answer it.',
    );
  });

  it('has a definition for every kind', () => {
    expect(Object.keys(GAP_DEFINITIONS)).toEqual([...GAP_KINDS]);
    for (const { name, meaning, formula, source } of Object.values(GAP_DEFINITIONS)) {
      for (const text of [name, meaning, formula, source]) expect(text.length).toBeGreaterThan(5);
    }
  });
});

describe('gap reports', () => {
  it('holds question, definition, figures, evidence, note, papers and their BibTeX', () => {
    const { markdown, bibtex } = report({
      verdict: 'keep',
      note: 'Ask Ada.\n# Not a heading',
      parameters: { minExpected: 3 },
      considered: 1200,
      excluded: [{ reason: 'rows in fewer than 5 papers', count: 4321 }],
    });
    expect(markdown.match(/^#+ .*$/gm)).toEqual([
      '# sieve × bog mapping',
      '## Research question',
      '## What this is',
      '## Figures',
      '## What speaks for it',
      '## What speaks against it',
      '## What comes closest to bridging it',
      '## How its list was made',
      '## Note',
      '## Papers',
      '## BibTeX',
    ]);
    expect(markdown).toContain('- No paper has both. [@green2020moss]\n');
    expect(markdown).toContain('Nothing found.');
    expect(markdown).toContain('| expected | 3.456 | E: papers with both');
    expect(markdown).toContain('| p0 | 0.0316 | P(0): chance');
    expect(markdown).toContain(
      'Considered: 1,200.\n\nLeft out of the list:\n\n- rows in fewer than 5 papers: 4,321\n\nMade with:\n\n- minExpected: 3\n',
    );
    expect(markdown).toContain('Judged: keep\n\n> Ask Ada.\n> \\# Not a heading\n');
    expect(markdown).toContain(
      '- Ada Green, Bo Brown (2020). Of Moss. nips. <https://doi.org/10.1/moss> [@green2020moss]\n',
    );
    expect(markdown).toContain(`\`\`\`bibtex\n${bibtex}\`\`\`\n`);
    expect(bibtex).toContain('@inproceedings{green2020moss,');
  });

  it('leaves out what there is nothing of, and papers that it does not cite', () => {
    const { markdown, bibtex } = report({ papers: [{ ...PAPER, id: 'p9' }], gap: { ...CELL, bridges: [] } });
    expect(bibtex).toBe('');
    expect(markdown).not.toMatch(/## (?:Note|Papers|BibTeX|What comes closest|What each|How its list)/);
  });

  it('of a stated question is titled by the sentence, and does not say where in the text it stands', () => {
    const gap: Gap = {
      ...CELL,
      kind: 'question',
      between: [paper('p1'), concept('moss')],
      evidenceFor: [{ text: '“It remains unclear why *moss* glows.”', refs: [paper('p1')] }],
      measures: { strength: 1, start: 120, end: 160 },
    };
    const definition = GAP_DEFINITIONS.question;
    const { markdown } = report({ gap, definition });
    expect(markdown).toMatch(/^# “It remains unclear why \\\*moss\\\* glows\.”\n/);
    expect(markdown).toContain('| strength | 1 |');
    expect(markdown).not.toMatch(/\| (?:start|end) \|/);
    expect(report({ gap: { ...gap, evidenceFor: [] }, definition }).markdown).toMatch(
      /^# Stated questions\n/,
    );
  });

  it('says in one table what each feature adds, the strongest first', () => {
    const measures = { lacuna: 2, 'adds:age': 0.25, 'adds:company': -1.5, 'adds:kinds': 0 };
    const { markdown } = report({
      gap: { ...CELL, kind: 'conceptPair', measures },
      definition: GAP_DEFINITIONS.conceptPair,
    });
    expect(markdown).toContain(
      '\n## What each feature adds\n\n| feature | adds to the score | meaning |\n| --- | ---: | --- |\n' +
        '| company | -1.5 | how many concepts the papers of each speak of |\n| age | 0.25 | how old each is |\n\n',
    );
    expect(markdown).not.toContain('adds:');
  });

  it('lets no title, name or note make a link, HTML, or the end of a block', () => {
    const hostile =
      'x](javascript:alert(1)) <img src=x onerror=alert(1)> [a]: https://evil.example\n\n# H\n```\n<script> | $x$ www.evil.example me@evil.example';
    const { markdown } = report({
      nameOf: () => hostile,
      papers: [
        {
          ...PAPER,
          title: hostile,
          authors: [hostile],
          venue: hostile,
          doi: null,
          url: 'https://ok.example/<b>)',
        },
      ],
      note: hostile,
      verdict: hostile,
      gap: { ...CELL, evidenceFor: [{ text: hostile, refs: [paper('p1')] }] },
    });
    const [text = ''] = markdown.split('## BibTeX');
    expect(text.match(/^## /gm)).toHaveLength(8);
    expect(text).not.toMatch(/<(?:img|script)/i);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toMatch(/(?<![\\<s])https?:\/\//);
    expect(text).not.toMatch(/www\.evil|(?<!\\)@evil/);
    expect(text).toContain('<https://ok.example/%3Cb%3E)>');
    const fences = markdown.split('## BibTeX')[1]!.match(/^`{3,}/gm)!;
    expect(fences).toHaveLength(2);
    expect(fences[0]).toBe(fences[1]);
  });
});

describe('markdown', () => {
  it.each([
    ['plain words, (1) & “2”', 'plain words, (1) &amp; “2”'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['a_b*c*', 'a\\_b\\*c\\*'],
    ['two\nlines\u202e', 'two lines'],
    ['https://x.example', 'https\\://x.example'],
  ])('escapes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('leaves nothing that means something, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('[', ']', '(', ')', '<', '>', '\\', '`', '!', '\n', '|', 'a', ':', '//', '&'),
        }),
        (text) => {
          const escaped = escapeMarkdown(text);
          expect(escaped.replace(/\\[\\`*_[\]|~$!()@{}:.>+#=-]|&(?:amp|lt|gt);/g, '')).not.toMatch(
            /[[\]<>\\`|\n&]/,
          );
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });

  it('links only to the web', () => {
    expect(markdownAddress('javascript:alert(1)')).toBeNull();
    expect(markdownAddress('https://')).toBeNull();
    expect(markdownAddress('https://a.example/x y')).toBe('<https://a.example/x%20y>');
  });

  it('fences code longer than any fence in it', () => {
    expect(markdownCode('a\n````\nb', 'x')).toBe('`````x\na\n````\nb\n`````\n');
  });
});
