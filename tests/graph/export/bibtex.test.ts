import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibliography, escapeLatex } from '../../../graph/export/bibtex.ts';
import type { CitedPaper } from '../../../graph/export/cited-paper.ts';
import { toDocument } from '../../../ingest/clean/document.ts';
import { read } from '../../../ingest/read/read.ts';

const paper = (changes: Partial<CitedPaper> = {}): CitedPaper => ({
  id: 'p1',
  title: 'Of Moss and Peat',
  abstract: null,
  authors: ['Ada Green', 'Brown, Bo'],
  year: 2020,
  venue: null,
  doi: null,
  arxivId: null,
  url: null,
  ...changes,
});

/** What our own reader makes of it. */
async function readBack(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'bibtex-'));
  try {
    const file = join(folder, 'report.bib');
    await writeFile(file, text);
    const documents = [];
    for await (const item of read(file)) {
      if (item.rejection) throw new Error(item.rejection.reason);
      const outcome = toDocument({ ...item.record, file });
      if ('document' in outcome) documents.push(outcome.document);
    }
    return documents;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('bibliography', () => {
  it('writes an entry', () => {
    expect(
      bibliography([
        paper({ doi: '10.1/x_y', venue: 'Journal of Bogs & Fens', url: 'https://bogs.example/a?b=1&c' }),
      ]).text,
    ).toBe(
      '@article{green2020moss,\n' +
        '  title = {{Of Moss and Peat}},\n' +
        '  author = {Ada Green and Brown, Bo},\n' +
        '  year = {2020},\n' +
        '  journal = {Journal of Bogs \\& Fens},\n' +
        '  doi = {10.1/x_y},\n' +
        '  url = {https://bogs.example/a?b=1&c},\n' +
        '}\n',
    );
  });

  it.each([
    ['nips', 'inproceedings', 'booktitle'],
    ['Proceedings of the 9th Meeting on Moss', 'inproceedings', 'booktitle'],
    ['Annals of Statistics', 'article', 'journal'],
    ['arXiv', 'misc', 'howpublished'],
    ['The Garden', 'misc', 'howpublished'],
  ])('takes %s for %s', (venue, type, field) => {
    const { text } = bibliography([paper({ venue })]);
    expect(text).toMatch(new RegExp(`^@${type}\\{`));
    expect(text).toContain(`${field} = {${venue}}`);
  });

  it('keeps keys apart and plain', () => {
    const { text, keys } = bibliography([
      paper(),
      paper({ id: 'p2' }),
      paper({ id: 'p3', title: 'Ünter den Moosen', authors: ['Müller, Änne'] }),
      paper({ id: 'p4', title: '苔について', authors: ['山田'], year: null }),
      paper({ id: 'p5', title: null, authors: [], year: null }),
      paper({ id: 'p1', title: 'Again' }),
    ]);
    expect([...keys.values()]).toEqual([
      'green2020moss',
      'green2020mossx2',
      'muller2020unter',
      expect.stringMatching(/^paper[0-9a-f]{8}$/),
      expect.stringMatching(/^untitledpaper[0-9a-f]{8}$/),
    ]);
    expect(text.match(/^@/gm)).toHaveLength(5);
  });

  it('gives papers without author or year keys that other reports don’t give to others', () => {
    const keyOf = (changes: Partial<CitedPaper>) => [
      ...bibliography([
        paper({ authors: [], year: null, title: 'Accelerating the growth of moss', ...changes }),
      ]).keys.values(),
    ];
    expect(keyOf({})[0]).toMatch(/^acceleratinggrowth[0-9a-f]{8}$/);
    expect(keyOf({})).toEqual(keyOf({}));
    expect(keyOf({ id: 'p2' })).not.toEqual(keyOf({}));
    expect(keyOf({ authors: ['Ada Green'] })[0]).toMatch(/^greenacceleratinggrowth[0-9a-f]{8}$/);
    expect(keyOf({ authors: ['山田'], title: '苔', year: 2020 })[0]).toMatch(/^2020[0-9a-f]{8}$/);
  });

  it('gives a paper without a title one of its first words, and its id', () => {
    const bare = { title: null, authors: [], year: null };
    const { text } = bibliography([
      paper({ ...bare, id: 'p_1', abstract: 'Moss glows & grows.' }),
      paper({ ...bare, id: 'p2' }),
    ]);
    expect(text).toContain('  title = {{[Untitled] Moss glows \\& grows.}},\n  note = {Paper p\\_1},\n}\n');
    expect(text).toContain('  title = {{[Untitled]}},\n  note = {Paper p2},\n}\n');
  });

  it('names an arXiv paper by its number and leaves out addresses that are none', () => {
    const { text } = bibliography([paper({ arxivId: '2001.00001', url: 'javascript:alert(1)' })]);
    expect(text).toContain('eprint = {2001.00001},\n  archiveprefix = {arXiv},');
    expect(text).not.toContain('url');
  });

  it('keeps whole a name that BibTeX would take apart', () => {
    const { text } = bibliography([
      paper({ authors: ['Moss and Peat Group', 'Green, Jr., Al', 'Ann Brand'] }),
    ]);
    expect(text).toContain('author = {{Moss and Peat Group} and {Green, Jr., Al} and Ann Brand}');
  });

  it('lets no text end its field or begin a command', () => {
    const hostile = 'A } , @book{evil, title = {x} \\input{/etc/passwd} $\\write18{ls}$ % & # _ ^ ~ "q" {';
    const { text } = bibliography([
      paper({
        title: hostile,
        authors: [hostile],
        venue: hostile,
        doi: '10.1/}{\\x',
        url: 'https://a.example/{}\\',
      }),
    ]);
    expect(text.match(/^@/gm)).toHaveLength(1);
    const depths = [...text].reduce(
      ([now, least], character) => {
        const next = now! + (character === '{' ? 1 : character === '}' ? -1 : 0);
        return [next, Math.min(least!, next)];
      },
      [0, 0],
    );
    expect(depths).toEqual([0, 0]);
    expect(text).not.toMatch(/\\(?:input|write18|x)/);
    expect(text).not.toMatch(/(?<!\\)[%$#](?!\w)/);
  });

  it('balances braces whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '\\', '"', 'a', '$', '%', '\n') }), (text) => {
        let depth = 0;
        for (const character of escapeLatex(text)) {
          if (character === '{') depth++;
          if (character === '}') depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('is read back as it was by our own reader', async () => {
    const papers = [
      paper({ title: 'Costs of 5 % & more: $3_a < b ~ #1', doi: '10.1234/Ab_c(1)2', venue: 'icml' }),
      paper({ id: 'p2', title: 'Größe naïver Moose', authors: ['Änne Müller', 'O’Neil, Pat'], year: 1999 }),
    ];
    const documents = await readBack(bibliography(papers).text);
    expect(documents.map(({ title, year }) => [title, year])).toEqual(
      papers.map(({ title, year }) => [title, year]),
    );
    expect(documents[0]!.doi).toBe('10.1234/ab_c(1)2');
    expect(documents[1]!.authors).toEqual(['Änne Müller', 'Pat O’Neil']);
  });
});
