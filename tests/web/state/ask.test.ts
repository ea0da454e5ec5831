import { describe, expect, it } from 'vitest';
import { ASK_BOUNDS } from '../../../graph/contract.ts';
import {
  askAgain,
  askBack,
  askedBefore,
  askForward,
  askNext,
  looksLikeQuestion,
  NOTHING_ASKED,
  plainQuestion,
} from '../../../web/state/ask.ts';

const walk = (...questions: string[]) => questions.reduce(askNext, NOTHING_ASKED);

describe('the trail of questions', () => {
  it('goes back and forward, and begins anew from where it is', () => {
    const trail = askBack(walk('a', 'b', 'c'));
    expect(trail).toEqual({ past: ['a'], current: 'b', future: ['c'] });
    expect(askForward(trail)).toEqual(walk('a', 'b', 'c'));
    expect(askNext(trail, 'd')).toEqual({ past: ['a', 'b'], current: 'd', future: [] });
    expect(askBack(NOTHING_ASKED)).toBe(NOTHING_ASKED);
  });

  it('knows a step of the browser for one of its own', () => {
    expect(askAgain(walk('a', 'b'), 'a')).toEqual({ past: [], current: 'a', future: ['b'] });
    expect(askAgain(askBack(walk('a', 'b')), 'b')).toEqual(walk('a', 'b'));
    expect(askAgain(walk('a'), '')).toEqual({ past: ['a'], current: '', future: [] });
  });

  it('lists each question once, the latest first', () => {
    expect(askedBefore(walk('a', 'b', 'a', 'c'))).toEqual(['c', 'a', 'b']);
    expect(askedBefore(NOTHING_ASKED)).toEqual([]);
  });
});

it('a question is one line of bounded length', () => {
  expect(plainQuestion('  Which\n papers\u0000 use\tLIME? ')).toBe('Which papers use LIME?');
  expect(plainQuestion('x'.repeat(2000))).toHaveLength(ASK_BOUNDS.question);
});

it.each([
  ['Which papers use LIME', true],
  ['how many', true],
  ['beam search?', true],
  ['?', false],
  ['beam search', false],
  ['whichever', false],
])('%s: a question or not', (text, expected) => {
  expect(looksLikeQuestion(text)).toBe(expected);
});
