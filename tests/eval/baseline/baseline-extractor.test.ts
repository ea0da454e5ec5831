import { describe, expect, it } from 'vitest';
import { createBaseline } from './baseline-extractor.ts';
import { patternPhrases } from './noun-phrases.ts';
import { schwartzHearst } from './schwartz-hearst.ts';

describe('the part-of-speech pattern', () => {
  it('takes runs that end in a noun, with their places', () => {
    const text = 'We train the neural network on large images of dogs, and it is very fast.';
    expect(patternPhrases(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'neural network',
      'large images',
      'dogs',
    ]);
  });
});

describe('abbreviations as published in 2003', () => {
  const pairs = (text: string) => schwartzHearst(text).map(({ short, long }) => [short, long]);

  it('reads both forms', () => {
    expect(pairs('We study heat shock transcription factor (HSF) here.')).toEqual([
      ['HSF', 'heat shock transcription factor'],
    ]);
    expect(pairs('Then SVM (the supposed machines of others) is used.')).toEqual([]);
    expect(pairs('Then SVM (a support vector machine) is used.')).toEqual([
      ['SVM', 'support vector machine'],
    ]);
  });

  it('wants the letters in order, the first at the start of a word', () => {
    expect(pairs('a strange thing (XYZ)')).toEqual([]);
    expect(pairs('the rather long wait (2019)')).toEqual([]);
    expect(pairs('an unknown factor (NF)')).toEqual([]);
  });
});

it('gives extractions whose places are true', async () => {
  const document = { id: 'a', title: null, abstract: 'We use conditional random fields (CRF).' };
  const [extraction] = await createBaseline().extract([document]);
  for (const { surface, start, end } of extraction!.mentions)
    expect(document.abstract.slice(start, end)).toBe(surface);
  const { short, span } = extraction!.acronyms[0]!;
  expect(document.abstract.slice(span.start, span.end)).toBe(short);
});
