import type { Extraction, Extractor } from '../../../ingest/extract/extractor.ts';

const SPAN = { field: 'abstract', start: 7, end: 18, sentenceStart: 0, sentenceEnd: 42 };
const MENTION = { ...SPAN, surface: 'beam search', kind: 'Method', role: 'uses', confidence: 1 };
const OTHER = { ...MENTION, start: 23, end: 43, surface: 'dependency parsing' };
const PARSING = { ...OTHER, end: 41 };

/** Answers to `We use beam search for dependency parsing.`, by the title; `right` and `plain` are as they should be. */
const ANSWERS: Record<string, object | null> = {
  right: { mentions: [MENTION, PARSING], relations: [{ type: 'USED_FOR', from: 0, to: 1, confidence: 1 }] },
  plain: { mentions: [MENTION], relations: undefined },
  nothing: null,
  'no list': { mentions: {} },
  'no acronyms': { acronyms: undefined },
  'not there': { mentions: [OTHER] },
  'other surface': { mentions: [{ ...MENTION, surface: 'beam' }] },
  backwards: { mentions: [{ ...MENTION, start: 18, end: 7 }] },
  broken: { mentions: [{ ...MENTION, start: 7.5 }] },
  'no title': {
    acronyms: [{ short: 'BS', long: 'beam search', span: { ...SPAN, field: 'title', end: 1000 } }],
  },
  'no kind': { mentions: [{ ...MENTION, kind: 'Thing' }] },
  'no role': { mentions: [{ ...MENTION, role: '__proto__' }] },
  'too sure': { mentions: [{ ...MENTION, confidence: 2 }] },
  'no mention': { mentions: [MENTION], relations: [{ type: 'USED_FOR', from: 0, to: 1, confidence: 1 }] },
  itself: { mentions: [MENTION], relations: [{ type: 'USED_FOR', from: 0, to: 0, confidence: 1 }] },
  'no relation': {
    mentions: [MENTION, PARSING],
    relations: [{ type: 'DROP', from: 0, to: 1, confidence: 1 }],
  },
  'other document': { id: 'another' },
  'no long': { introductions: [{ name: 'BS', kind: 'Method', long: '', span: SPAN }] },
};
export const TITLES: readonly string[] = Object.keys(ANSWERS);

/** A module that calls itself as one of ours, and answers as anybody's may. */
export function createExtractor(): Extractor {
  return {
    name: 'rules-2',
    extract: async (documents) =>
      documents.map(({ id, title }) => {
        const answer = ANSWERS[title ?? ''];
        if (answer === undefined) throw new Error('no such title');
        return (answer && {
          id,
          mentions: [],
          acronyms: [],
          introductions: [],
          relations: [],
          ...answer,
        }) as unknown as Extraction;
      }),
  };
}
