import { describe, expect, it } from 'vitest';
import { withoutCaseBraces } from '../../../ingest/read/formats/bibtex/case-braces.ts';
import { readContent, recordsOf } from './support.ts';

/** Line and title of records, line and reason of rejections. */
const shape = async (text: string): Promise<unknown[][]> =>
  (await readContent(text, 'a.bib', { format: 'bibtex' })).map(({ record, rejection }) =>
    record ? [record.line, record.title] : [rejection.line, rejection.reason],
  );

describe('a broken entry costs itself', () => {
  const between = (broken: string): string => `@misc{a, title={A}}\n${broken}\n@misc{b,\n  title={B}}\n`;
  it.each([
    ['a closing brace', '@misc{x, title = {X}'],
    ['a closing brace of a field', '@misc{x, title = {X, year = 2000}'],
    ['a brace less', '@misc{x, title = {X}}, year = {2000}}'],
    ['a comma between fields', '@misc{x, title = {X} year = {2000}}'],
  ])('%s', async (_, broken) => {
    const [first, second, third] = await shape(between(broken));
    expect([first, third]).toEqual([
      [1, 'A'],
      [3, 'B'],
    ]);
    expect(second).toEqual([2, expect.stringMatching(/brace|broken BibTeX/)]);
  });

  it('as does one at the end', async () => {
    expect(await shape('@misc{a, title={A}}\n@misc{x, title={X')).toEqual([
      [1, 'A'],
      [2, expect.stringMatching(/file ends/)],
    ]);
  });
});

describe('entries', () => {
  it('may share a line, stand in parentheses, and have any case', async () => {
    expect(await shape('@MISC{a,title={A}} @misc(b, TITLE = "B") junk @Misc{c, title = 2001}')).toEqual([
      [1, 'A'],
      [1, 'B'],
      [1, '2001'],
    ]);
  });

  it('are no comments, preambles or addresses', async () => {
    const text =
      '@comment{@misc{x, title={X}}}\n@preamble{"\\newcommand{\\x}{y}"}\nmail me@example.org\n@misc{a, title={A}}';
    expect(await shape(text)).toEqual([[4, 'A']]);
  });

  it('may hold escaped braces, at signs and percent signs', async () => {
    expect(await shape('@misc{a, title = {A \\{ set \\}, a@b.org and 5% of $\\{x\\}$}}')).toEqual([
      [1, 'A \\{ set \\}, a@b.org and 5% of $\\{x\\}$'],
    ]);
  });

  it('use the macros before them, and those of the months', async () => {
    const text =
      '@string{j = "Journal"}@string(k = j # " of " # {Sway})@misc{a, title={A}, journal = k, month = jan, year = 2020}';
    expect(recordsOf(await readContent(text, 'a.bib'))).toMatchObject([
      { venue: 'Journal of Sway', year: 2020 },
    ]);
  });

  it('of arXiv give its number, however they say it', async () => {
    const fields = [
      'eprint = {2105.01234}, archivePrefix = {arXiv}',
      'journal = {arXiv preprint arXiv:2105.01234}',
      'doi = {10.48550/arXiv.2105.01234}',
      'url = {https://arxiv.org/abs/2105.01234v2}',
      'howpublished = {\\url{https://arxiv.org/abs/2105.01234}}',
    ];
    const text = fields.map((field, at) => `@misc{k${at}, title={A}, ${field}}`).join('\n');
    expect(recordsOf(await readContent(text, 'a.bib')).map(({ arxivId }) => arxivId)).toEqual(
      fields.map(() => '2105.01234'),
    );
  });
});

describe('withoutCaseBraces', () => {
  it.each([
    ['{{BERT}}: {P}re-{T}raining {NLP} {Models}', 'BERT: Pre-Training NLP Models'],
    ["Gr{\\\"o}{\\ss}e, {\\'E}t\\'{e}", "Gr\\\"{o}{\\ss}e, \\'{E}t\\'{e}"],
    ['\\emph{{Q}uick} \\textbf{a}{b}', '\\emph{Quick} \\textbf{a}{b}'],
    ['{$O(n)$} in $\\mathbb{R}^{n}$', '$O(n)$ in $\\mathbb{R}^{n}$'],
    ['{\\it deep} {learning}', '{\\it deep} learning'],
    ['a \\{x\\} b', 'a \\{x\\} b'],
    ['no braces', 'no braces'],
  ])('%s', (text, expected) => expect(withoutCaseBraces(text)).toBe(expected));
});
