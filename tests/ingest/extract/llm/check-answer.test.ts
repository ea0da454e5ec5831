import { describe, expect, it } from 'vitest';
import { analyseFields } from '../../../../ingest/extract/analysed-field.ts';
import { parseAnswer } from '../../../../ingest/extract/llm/answer.ts';
import { type CheckedAnswer, checkAnswer } from '../../../../ingest/extract/llm/check-answer.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { GOOD_ANSWER, PAPER } from './documents.ts';

const fields = analyseFields(PAPER);
const check = (answer: object): CheckedAnswer =>
  checkAnswer(PAPER.id, fields, parseAnswer(JSON.stringify({ mentions: [], ...answer }))!);
const surfaces = ({ extraction }: CheckedAnswer): string[] =>
  extraction.mentions.map(({ surface }) => surface);

describe('a checked answer', () => {
  it('marks every occurrence, with offsets, kinds and the sentence', () => {
    const { extraction, dropped } = check(GOOD_ANSWER);
    expect(dropped).toEqual({ invented: 0, unknownKind: 0, relations: 0, malformed: 0 });
    for (const { field, start, end, surface, sentenceStart, sentenceEnd } of extraction.mentions) {
      expect(PAPER[field]!.slice(start, end)).toBe(surface);
      expect(sentenceStart <= start && end <= sentenceEnd).toBe(true);
    }
    const told = extraction.mentions.map(({ field, surface, kind }) => `${field} ${surface} ${kind}`);
    expect(told).toEqual([
      'title river stage forecasting Task',
      'abstract Flood warning Task',
      'abstract river stage forecasting Task',
      'abstract HERON Method',
      'abstract Kalman filter Method',
      'abstract HERON Method',
      'abstract Brook benchmark Dataset',
      'abstract root mean square error Metric',
      'abstract Kalman filter Method',
      'abstract recurrent network Method',
    ]);
    expect(extraction.mentions.filter(({ role }) => role === 'introduces')).toHaveLength(2);
    expect(extraction.introductions).toMatchObject([
      { name: 'HERON', kind: 'Method', long: 'Hydrological Ensemble from Remote ObservatioNs' },
    ]);
    expect(extraction.acronyms).toMatchObject([{ short: 'HERON' }]);
    expect(extraction.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['EVALUATED_ON', 5, 6],
      ['COMPARED_WITH', 8, 9],
    ]);
  });

  it('drops and counts what the text does not have', () => {
    const checked = check({
      mentions: [
        { surface: 'diffusion model', kind: 'Method' },
        { surface: 'filt', kind: 'Method' },
        { surface: 'Kalman filter', kind: 'Method', occurrence: 9 },
        { surface: 'gauges', kind: 'Term' },
      ],
      introduces: [
        { name: 'EGRET', kind: 'Method' },
        { name: 'HERON', kind: 'Method', long: 'Here Every River Overflows Now' },
      ],
      acronyms: [
        { short: 'RMSE', long: 'root mean square error' },
        { short: 'Brook', long: 'Kalman filter' },
      ],
    });
    expect(new Set(surfaces(checked))).toEqual(new Set(['HERON', 'gauges']));
    expect(checked.extraction.introductions).toMatchObject([{ name: 'HERON', long: null }]);
    expect(checked.extraction.acronyms).toEqual([]);
    expect(checked.dropped.invented).toBe(7);
  });

  it('drops kinds and relation types that there are not, and takes their spelling lightly', () => {
    const checked = check({
      mentions: [
        { surface: 'gauges', kind: 'Instrument' },
        { surface: 'Kalman filter', kind: 'method' },
        { surface: 'recurrent network', kind: 'Method' },
      ],
      relations: [
        { from: 'Kalman filter', type: 'compared with', to: 'recurrent network' },
        { from: 'Kalman filter', type: 'KILLS', to: 'recurrent network' },
      ],
    });
    expect(surfaces(checked)).toEqual(['Kalman filter', 'Kalman filter', 'recurrent network']);
    expect(checked.extraction.relations).toMatchObject([{ type: 'COMPARED_WITH', from: 1, to: 2 }]);
    expect(checked.dropped.unknownKind).toBe(2);
  });

  it('takes relations only between accepted mentions of one sentence', () => {
    const checked = check({
      mentions: [
        { surface: 'Flood warning', kind: 'Task' },
        { surface: 'Brook benchmark', kind: 'Dataset' },
      ],
      relations: [
        { from: 'Flood warning', type: 'EVALUATED_ON', to: 'Brook benchmark' },
        { from: 'gauges', type: 'USED_FOR', to: 'Flood warning' },
        { from: 'Flood warning', type: 'IS_A', to: 'Flood warning' },
      ],
    });
    expect(checked.extraction.relations).toEqual([]);
    expect(checked.dropped.relations).toBe(3);
  });

  it('keeps the longest of spans that overlap, the first kind, and one occurrence where one is named', () => {
    const checked = check({
      mentions: [
        { surface: 'filter', kind: 'Term' },
        { surface: 'the Kalman filter', kind: 'Method', occurrence: 2 },
        { surface: 'Kalman filter', kind: 'Term', occurrence: 2 },
      ],
    });
    expect(checked.extraction.mentions.map(({ surface, kind }) => [surface, kind])).toEqual([
      ['filter', 'Term'],
      ['Kalman filter', 'Method'],
    ]);
  });

  it('tells names from words by their capitals', () => {
    const input = {
      id: 'z',
      title: null,
      abstract: 'Zebra stripes a zebra. SAM is not Sam. Beam search, or beam search.',
    };
    const read = (surface: string): number =>
      checkAnswer(
        'z',
        analyseFields(input),
        parseAnswer(JSON.stringify({ mentions: [{ surface, kind: 'Method' }] }))!,
      ).extraction.mentions.length;
    expect([read('Zebra'), read('SAM'), read('beam search'), read('.*'), read('a')]).toEqual([1, 1, 2, 0, 0]);
  });
});

describe('parsing an answer', () => {
  const plain = JSON.stringify(GOOD_ANSWER);

  it.each([
    ['bare', plain],
    ['in a fence', `\`\`\`json\n${plain}\n\`\`\``],
    ['with words around', `Here you are:\n${plain}\nAnything else?`],
    ['with a fence and words', `Sure {happily}!\n\`\`\`\n${plain}\n\`\`\`\nDone.`],
  ])('reads it %s', (_, content) => {
    expect(parseAnswer(content)).toEqual(parseAnswer(plain));
  });

  it.each([
    ['broken', plain.slice(0, -20)],
    ['a list', '[1, 2]'],
    ['words', 'I cannot help with that.'],
    ['another object', '{"error": "none"}'],
    ['mentions that are no list', '{"mentions": {"surface": "x"}}'],
    ['nested without end', '['.repeat(200_000) + ']'.repeat(200_000)],
  ])('knows that %s is none', (_, content) => {
    expect(parseAnswer(content)).toBeNull();
  });

  it('counts items of the wrong form and keeps the others', () => {
    const answer = parseAnswer(
      JSON.stringify({
        mentions: [
          null,
          7,
          'x',
          { surface: 'gauges' },
          { surface: 'x'.repeat(1000), kind: 'Term' },
          GOOD_ANSWER.mentions[0],
        ],
        relations: [{ from: 'a' }],
      }),
    )!;
    expect(answer.mentions).toEqual([GOOD_ANSWER.mentions[0]]);
    expect(answer.malformed).toBe(6);
  });

  it('is not touched by keys of prototypes', () => {
    const answer = parseAnswer(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "mentions": [{"surface": "__proto__", "kind": "constructor", "__proto__": {"kind": "Term"}}]}',
    )!;
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const checked = checkAnswer('x', fields, answer);
    expect(checked.extraction.mentions).toEqual([]);
    expect(checked.dropped.unknownKind).toBe(1);
  });

  it('stays quick on a flood of items', () => {
    const mentions = Array.from({ length: 60_000 }, (_, at) => ({ surface: `gauges ${at}`, kind: 'Term' }));
    const started = cpuTime();
    const { dropped } = check({ mentions });
    expect(dropped.malformed).toBe(59_500);
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});
