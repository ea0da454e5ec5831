import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTIONS, openQuestions } from '../../../../graph/analysis/text/open-questions.ts';

const cueOf = (sentence: string): string | null => openQuestions(sentence)[0]?.cue ?? null;

describe('open questions', () => {
  it.each([
    ['However, it remains unclear why wet moss glows at night.', 'not known'],
    ['Whether moss can feel the tide is still an open question.', 'open question'],
    ['How lichens count their years remains open.', 'open question'],
    ['It is unknown whether ferns prefer the north side of walls.', 'not known'],
    ['Yet it is not clear how spores survive such a frost.', 'not known'],
    ['The role of wind in the spread of lichens is largely unknown.', 'not known'],
    ['Little is known about the sleep of mosses in winter.', 'not understood'],
    ['Despite their use, peat filters are poorly understood.', 'not understood'],
    ['Peat filters still lack a theoretical understanding of any kind.', 'not understood'],
    ['The effect of moonlight on ferns has not been studied.', 'not studied'],
    ['The gardens of the far north have received little attention.', 'not studied'],
    ['Roof gardens on boats remain largely unexplored today.', 'not studied'],
    ['There is no consensus on how to water a cactus.', 'none known'],
    ['Future work should test whether ferns grow in caves.', 'future work'],
    ['We leave the watering of cacti by robots to future work.', 'future work'],
    ['The effect of salt on ferns has yet to be determined.', 'not studied'],
    ['Growing ferns without light remains challenging in practice.', 'hard still'],
    ['Can moss be taught to avoid the colour of old bricks?', 'asked'],
    ['This raises the question: do lichens share water at night?', 'asked'],
  ])('hears %j as "%s"', (sentence, cue) => {
    expect(cueOf(sentence)).toBe(cue);
  });

  it.each([
    'We resolve an open question of Green (1999) on the sleep of mosses.',
    'This answers the open question whether lichens can count.',
    'It was unclear why moss glows; here we show that it is wet.',
    'Here we show that moss glows because it is wet, an open problem since 1950.',
    'In this paper we explore the largely unexplored gardens of the far north.',
    'We not only grow ferns, but we also measure how tall they are.',
    'We consider gardens in which the amount of rain is unknown.',
    'The method waters cacti even when the kind of soil is unknown a priori.',
    'We conclude with several open problems and directions for future research.',
    'Our code is released as a resource for future research on moss.',
    'Our results open the door to gardens on the moon and beyond.',
    'Open-source gardens are watered by open data from weather stations.',
    'We find that little water is enough for most of the cacti.',
    'The challenge was won by a team that grew the tallest fern.',
    'Ferns grow well.',
  ])('does not take %j for one', (sentence) => {
    expect(cueOf(sentence)).toBeNull();
  });

  it('halves what the paper takes up itself, and says where', () => {
    const question = 'It remains unclear why wet moss glows at night.';
    const answer = 'In this work, we measure the glow.';
    const text = `Moss is green. ${question} It is pretty. ${answer}`;
    const [taken, ...others] = openQuestions(text);
    expect(others).toEqual([]);
    expect(text.slice(taken!.start, taken!.end)).toBe(question);
    expect(text.slice(taken!.takenUp!.start, taken!.takenUp!.end)).toBe(answer);
    const [left] = openQuestions(`We measure moss. ${question}`);
    expect(left!.takenUp).toBeNull();
    expect(taken!.strength).toBeCloseTo(left!.strength * DEFAULT_QUESTIONS.takenUpShare, 12);
  });

  it('takes a question that opens the text for one that it goes on to answer', () => {
    const question = 'Can moss be taught to avoid the colour of old bricks?';
    const answer = 'Bricks are red.';
    const text = `${question} ${answer}`;
    const [opening] = openQuestions(text);
    expect(text.slice(opening!.takenUp!.start, opening!.takenUp!.end)).toBe(answer);
    const [later] = openQuestions(`${answer} ${question} ${answer}`);
    expect(later!.takenUp).toBeNull();
    expect(opening!.strength).toBeCloseTo(later!.strength * DEFAULT_QUESTIONS.takenUpShare, 12);
    expect(openQuestions(question)[0]!.takenUp).toBeNull();
  });

  it('drops what the next own sentence settles', () => {
    const question = 'It remains unclear why wet moss glows at night.';
    expect(openQuestions(`${question} We answer this question for all mosses.`)).toEqual([]);
    expect(openQuestions(`${question} We give an affirmative answer.`)).toEqual([]);
    expect(openQuestions(`${question} We measure how it glows.`)).toHaveLength(1);
  });

  it('keeps future work whole, whatever follows', () => {
    const text = 'Future work should test whether ferns grow in caves. Our data are free for all.';
    expect(openQuestions(text)[0]!.strength).toBe(openQuestions(text.split(' Our')[0]!)[0]!.strength);
  });

  it('leaves out what is too long or too short for a sentence', () => {
    expect(openQuestions('But why is it so?')).toEqual([]);
    const long = `It remains unclear why ${'wet '.repeat(300)}moss glows.`;
    expect(openQuestions(long)).toEqual([]);
    expect(openQuestions(long, { ...DEFAULT_QUESTIONS, maxLength: 5000 })).toHaveLength(1);
    expect(openQuestions('')).toEqual([]);
  });

  it('is not led astray by text without end', () => {
    for (const bit of ['is still ', 'open ', 'how ', 'need ', 'not known ', 'a.', 'lack of '])
      expect(openQuestions(bit.repeat(20_000))).toEqual([]);
  });
});
