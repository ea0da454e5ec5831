import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../ingest/extract/sentences.ts';

const PIECES = [
  'We train GPT-4o ',
  'on THUMOS’14.',
  '\t',
  '\n',
  '\r\n\n',
  '😀',
  '\ud83d',
  '\udc00',
  'don’t',
  'e.g. ',
  'U.S. ',
  '$x^2$',
  '\\emph{',
  'ma- trix ',
  '(cid:173) ',
  'İstanbul ',
  'ﬁrst ',
  'RefCOCO+ ',
  '3.5% ',
  'https://a.example/b_c. ',
  '\u00a0',
  '\u200b',
  'naïve ',
  '數據 ',
];

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 20 })
    .map((parts) => parts.join('')),
);

describe('splitSentences', () => {
  it('gives each word exactly as it stands in the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(oddText, fc.boolean(), (text, isTitle) => {
        let at = 0;
        for (const sentence of splitSentences(text, isTitle)) {
          expect(sentence.start).toBe(sentence.words[0]?.start);
          expect(sentence.end).toBe(sentence.words.at(-1)?.end);
          for (const word of sentence.words) {
            expect(word.start).toBeGreaterThanOrEqual(at);
            expect(text.slice(word.start, word.end)).toBe(word.text);
            at = word.end;
          }
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('covers every letter of a plain text', () => {
    const text = 'One sentence here. Another, with U.S. data, e.g. maps, follows! A third?';
    const sentences = splitSentences(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'One sentence here.',
      'Another, with U.S. data, e.g. maps, follows!',
      'A third?',
    ]);
  });

  it.each([
    ['THUMOS’14 and RefCOCO+ at 3.5%', ['THUMOS’14', 'and', 'RefCOCO+', 'at', '3.5', '%']],
    ['BERT’s AR/VR use', ['BERT', '’s', 'AR/VR', 'use']],
    ['a trans- former of low- and high-rank', ['a', 'trans- former', 'of', 'low', '-', 'and', 'high-rank']],
    ['bound $O(n \\log n)$ with \\alpha', ['bound', '$O(n \\log n)$', 'with', '\\alpha']],
    ['see https://a.example/x.', ['see', 'https://a.example/x', '.']],
  ])('splits %s', (text, words) => {
    expect(splitSentences(text).flatMap((sentence) => sentence.words.map((word) => word.text))).toEqual(
      words,
    );
  });

  it('knows a title in Title Case', () => {
    expect(splitSentences('Learning Sparse Maps for Robot Arms', true)[0]?.titleCase).toBe(true);
    expect(splitSentences('Learning sparse maps for robot arms', true)[0]?.titleCase).toBe(false);
  });
});

it('keeps a dot inside a name, and a sentence whole around it', () => {
  const sentences = splitSentences(
    'We introduce Be.FM, one of the first. It runs on Node.js. The end.We stop.',
  );
  expect(sentences.map(({ words }) => words.map(({ text }) => text))).toEqual([
    ['We', 'introduce', 'Be.FM', ',', 'one', 'of', 'the', 'first', '.'],
    ['It', 'runs', 'on', 'Node.js', '.'],
    ['The', 'end', '.'],
    ['We', 'stop', '.'],
  ]);
});
