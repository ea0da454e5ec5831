import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../ingest/clean/clean-text.ts';
import { toRaw } from '../../../ingest/clean/offset-map.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const SEED = 20261;

const piece = fc.constantFrom(
  ...'\\ { } $ $$ & < > ~ ` \' " - -- --- ^ _ , ; / ( ) [ ] 1 5 a e n s B é ﬁ'.split(' '),
  ' ',
  '\n',
  '-\n',
  '\u00ad',
  '\u200b',
  '\u0301',
  '\ud800',
  '\udc00',
  '&amp;',
  '&lt;',
  '&gt;',
  '&#36;',
  '&bsol;',
  '&lbrace;',
  '<i>',
  '</p>',
  '<!--',
  '-->',
  '<jats:title>',
  'Abstract',
  '\\emph{',
  '\\alpha',
  '\\frac{',
  '\\"',
  "\\'",
  '\\c ',
  '\\cite[',
  '\\sim ',
  'sim100',
  '3times',
  'x2014',
  'sx2019',
  'leq1',
  'rightarrow',
);
const nasty = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 }));
const check = (holds: (raw: string) => void): void =>
  fc.assert(fc.property(anything, holds), { seed: SEED, numRuns: 4000 });

describe('for every text', () => {
  it('cleaning clean text changes nothing', () => {
    check((raw) => {
      const { text } = cleanText(raw);
      expect(cleanText(text).text).toBe(text);
    });
  });

  it('offsets are within the raw text, never fall, and name equal characters where the text was kept', () => {
    check((raw) => {
      const { text, map } = cleanText(raw);
      expect(map.clean.at(-1)).toBe(text.length);
      let before = 0;
      for (let i = 0; i < text.length; i += 1) {
        const at = toRaw(map, i);
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThan(raw.length);
        before = at;
      }
      expect(toRaw(map, text.length)).toBe(raw.length);
    });
  });

  it('white space is single spaces, and no half characters are left', () => {
    check((raw) => {
      const { text } = cleanText(raw);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\s{2}|[\n\t\u00a0\u00ad\u200b]/);
      expect(() => encodeURIComponent(text)).not.toThrow();
    });
  });

  it('plain words come through with their offsets', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '  ', '\n', ' <i>', '</i> '), (list, gap) => {
        const raw = list.join(gap);
        const { text, map } = cleanText(raw);
        expect(text.split(' ')).toEqual(list);
        for (let i = 0; i < text.length; i += 1) {
          if (text[i] !== ' ') expect(raw[toRaw(map, i)]).toBe(text[i]);
        }
      }),
      { seed: SEED },
    );
  });
});

describe('a megabyte of one thing', () => {
  // Generous for a busy machine: a quadratic pass would take minutes.
  const LIMIT_MS = 4000;
  it.each([
    '\\{',
    '$',
    '&',
    '{',
    '}',
    '<',
    '\\',
    '`',
    '~',
    "'",
    '&amp;',
    '&amp;amp;',
    '\\emph{',
    '\\frac{a}{',
    '\\cite[',
    '$a',
    '\\$',
    '<a ',
    '<!--',
    '<tex-math>',
    'x2014',
    'sim1',
    'a-\n',
    ' \n',
    '\\"',
    'a\u0301',
  ])('%j', (unit) => {
    const raw = unit.repeat(Math.floor(1_000_000 / unit.length));
    const started = cpuTime();
    cleanText(raw);
    expect(cpuTime() - started).toBeLessThan(LIMIT_MS);
  });
});
