import { expect, it } from 'vitest';
import type { Span } from '../../../graph/schema.ts';
import { conceptDefinitions } from '../../../graph/server/concept-definitions.ts';

const NAME = 'dropout';

function paper(id: string, year: number | null, abstract: string, { title = '', introduces = false } = {}) {
  const spansOf = (field: Span['field'], text: string): Span[] =>
    [...text.matchAll(/[^.]+\.?/g)].flatMap((sentence) => {
      const lead = sentence[0].length - sentence[0].trimStart().length;
      const at = sentence[0].toLowerCase().indexOf(NAME);
      const start = sentence.index + at;
      return at < 0
        ? []
        : {
            field,
            start,
            end: start + NAME.length,
            sentenceStart: sentence.index + lead,
            sentenceEnd: sentence.index + sentence[0].length,
          };
    });
  return {
    paper: { id, label: id, year, venue: null },
    words: { title, abstract },
    spans: [...spansOf('title', title), ...spansOf('abstract', abstract)],
    introduces,
  };
}

const PAPERS = [
  paper('p1', 2019, 'We use dropout. Dropout is an important technique.'),
  paper('p2', 2014, 'We introduce dropout and more.', { introduces: true, title: 'Dropout: a simple way' }),
  paper('p3', 2018, 'In short, dropout is the practice of leaving units out. It helps.'),
  paper('p4', 2016, 'Dropout is a way to train many nets at once.'),
  paper('p5', null, 'Dropout is a way to train many nets at once.'),
];

it('lists the surest sentences first, of equals the oldest paper, each sentence once', () => {
  const found = conceptDefinitions(PAPERS, 10);
  expect(found.map((one) => [one.paper.id, one.form])).toEqual([
    ['p4', 'is a'],
    ['p3', 'is a'],
    ['p2', 'introduced'],
    ['p1', 'is a'],
  ]);
  for (const { sentence, start, end } of found) expect(sentence.slice(start, end).toLowerCase()).toBe(NAME);
  expect(conceptDefinitions(PAPERS, 2)).toEqual(found.slice(0, 2));
  expect(conceptDefinitions([], 5)).toEqual([]);
});
