import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedTerm } from '../../../../graph/analysis/terms/term.ts';
import { TermIndex } from '../../../../graph/analysis/terms/term-index.ts';
import { thesaurusDecisions } from '../../../../graph/analysis/terms/thesaurus-decisions.ts';
import { readThesaurus, writeThesaurus } from '../../../../graph/analysis/terms/thesaurus-file.ts';

const term = (name: string, aliases: string[] = [], paperCount = 1): NamedTerm => ({
  id: name,
  name,
  aliases,
  kind: 'Term',
  paperCount,
});
const INDEX = new TermIndex([
  term('neural network', ['Neural nets', 'NN'], 9),
  term('nearest neighbour', ['NN', 'k-nearest neighbours'], 4),
  term('deep learning', ['DL'], 7),
  term('experiment', [], 5),
]);
const decided = (text: string) => {
  const { lines } = readThesaurus(text);
  return thesaurusDecisions(lines, INDEX);
};

describe('a thesaurus file', () => {
  it('is read with byte order mark, quotes and any line ends; bad lines are told, the rest goes on', () => {
    const text =
      '\ufeffLabel\tReplace by\r\n"a ""b"" c"\td \r\n\r\nno tab\rx\ty\tz\n\ty\nstop me\t\nSTOP ME\tx\nstop me\t\nok\tfine\t\n';
    const { lines, problems } = readThesaurus(text);
    expect(lines.map(({ line, label, instead }) => [line, label, instead])).toEqual([
      [2, 'a "b" c', 'd'],
      [7, 'stop me', ''],
      [10, 'ok', 'fine'],
    ]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'There is no tab between two columns.'],
      [5, 'There are more than two columns.'],
      [6, 'The label is missing.'],
      [8, 'Line 7 says something else of the same label.'],
    ]);
    expect(readThesaurus('a\tb\n').lines).toHaveLength(1);
  });

  it('that goes in a circle has its lines told, and what leads there is read', () => {
    const { lines, problems } = readThesaurus('c\ta\na\tB\nb\ta\nsame\tsame\nx\ty\ny\tz\nz\tx\n');
    expect(lines.map(({ label }) => label)).toEqual(['c', 'same']);
    const reason = (named: string) => `Lines ${named} replace their labels by each other in a circle.`;
    expect(problems).toEqual([
      { line: 2, text: 'a\tB', reason: reason('2 and 3') },
      { line: 3, text: 'b\ta', reason: reason('2 and 3') },
      ...['x\ty', 'y\tz', 'z\tx'].map((text, i) => ({ line: i + 5, text, reason: reason('5, 6 and 7') })),
    ]);
  });

  it('is never stumbled over', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '\u202e', '\ufeff', ' '),
          maxLength: 60,
        }),
        (text) => {
          const { lines, problems } = readThesaurus(text);
          for (const { label, instead } of lines) expect(label + instead).not.toMatch(/[\t\n\r\u202e]/);
          expect(new Set([...lines, ...problems].map(({ line }) => line)).size).toBe(
            lines.length + problems.length,
          );
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });

  it('that is written says nothing new when it is read', () => {
    const { text, lines } = writeThesaurus(INDEX, ['weights', 'NN']);
    expect(text).toBe(
      'label\treplace by\ndl\tdeep learning\nk-nearest neighbours\tnearest neighbour\nneural nets\tneural network\nnn\tneural network\nweights\t\n'
        .replace('dl', 'DL')
        .replace('\nneural nets', '\nNeural nets')
        .replace('nn\t', 'NN\t'),
    );
    const again = decided(text);
    expect(again).toMatchObject({ decisions: [], same: lines - 1, unknown: ['weights'] });
  });
});

describe('what a thesaurus file decides', () => {
  it('merges whole terms, names them anew where no paper has the name, and stops', () => {
    const plan = decided('DEEP LEARNING\tneural network\nnn\tneural network\nexperiment\t\nnobody\tx\n');
    expect(plan).toMatchObject({
      decisions: [
        { action: 'merge', forms: ['deep learning'], into: 'neural network' },
        { action: 'stop', form: 'experiment' },
      ],
      same: 1,
      unknown: ['nobody'],
    });
    expect([...plan.changed].sort()).toEqual(['deep learning', 'experiment', 'neural network']);
    expect(decided('deep learning\tconnectionism\nneural network\tConnectionism\n').decisions).toEqual([
      { action: 'merge', forms: ['neural network'], into: 'deep learning' },
      { action: 'rename', form: 'deep learning', name: 'connectionism' },
    ]);
    expect(decided('neural network\tNN\n').decisions).toEqual([{ action: 'rename', form: 'NN', name: 'NN' }]);
  });

  it('splits off first what leaves a term that the file keeps', () => {
    expect(decided('Neural nets\tneural network\nNN\tnearest neighbour\n').decisions).toEqual([
      { action: 'split', forms: ['NN'] },
      { action: 'merge', forms: ['NN'], into: 'nearest neighbour' },
    ]);
    expect(decided('Neural nets\tneural network\nNN\t\n').decisions).toEqual([
      { action: 'split', forms: ['NN'] },
      { action: 'stop', form: 'NN' },
    ]);
  });
});
