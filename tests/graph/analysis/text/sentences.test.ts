import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from '../../../../graph/analysis/text/sentences.ts';

const split = (text: string): string[] => sentenceSpans(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('splits at points, questions and exclamations', () => {
    expect(split('We plant beans. Do they grow? Yes! They do.')).toEqual([
      'We plant beans.',
      'Do they grow?',
      'Yes!',
      'They do.',
    ]);
  });

  it.each([
    'Beans (e.g. Runner beans) climb, i.e. Tall poles help.',
    'Smith et al. [4] grow peas in Fig. 3 and Eq. (2).',
    'J. R. Green measured 0.5 g of seed vs. 3.25 g of soil.',
    'The U.S. Department counts beans w.r.t. Weight.',
    'Prof. Brown has no. 7 of the beds.',
    'Node.js and Be.FM are names.',
  ])('keeps %j whole', (sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it('ends after an abbreviation where a sentence is opened', () => {
    expect(split('Peas, beans, etc. We grow them all. So did Green et al. However, they had rain.')).toEqual([
      'Peas, beans, etc.',
      'We grow them all.',
      'So did Green et al.',
      'However, they had rain.',
    ]);
  });

  it('mends a lost space and heeds paragraphs and closing marks', () => {
    expect(split('Growth is unknown.We measure it. (So they say.) “It grew.” Then\n\nnothing')).toEqual([
      'Growth is unknown.',
      'We measure it.',
      '(So they say.)',
      '“It grew.”',
      'Then',
      'nothing',
    ]);
  });

  it('counts offsets in UTF-16 units', () => {
    const text = '  🌱🌱 sprout. Æ follows.';
    expect(sentenceSpans(text)).toEqual([
      { start: 2, end: 14 },
      { start: 15, end: 25 },
    ]);
  });

  it('covers all but space, in order, whatever the text', () => {
    const bits = fc.constantFrom(
      'We ',
      'a.',
      '. ',
      '? ',
      'e.g. ',
      '\n\n',
      '  ',
      'B',
      '"',
      '🌱',
      '0.5',
      ')',
      'X. ',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const spans = sentenceSpans(text);
        let at = 0;
        for (const { start, end } of spans) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
