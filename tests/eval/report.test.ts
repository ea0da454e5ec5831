import { expect, it } from 'vitest';
import { formatPeers, formatResult } from './report.ts';

const GROUPS = [
  {
    title: 'without training',
    peers: [
      { name: 'weak', figures: { exact: 10 }, perCpuSecond: 9 },
      { name: 'strong', figures: { exact: 40 } },
    ],
  },
];
const MEASURED = [
  { measure: 'exact', label: 'spans', precision: 50, recall: 25, f1: 33.3 },
  { measure: 'keyTerms', label: 'key terms', precision: null, recall: 80, f1: null },
];
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));

it('puts the best peer of a measure beside our figures', () => {
  const result = {
    set: 'x.test',
    extractor: 'rules-0',
    documents: 12,
    perCpuSecond: 250.4,
    measured: MEASURED,
  };
  const lines = linesOf(formatResult(result, GROUPS));
  expect(lines[0]).toBe('x.test, rules-0: 12 documents, 250 per CPU second');
  expect(lines).toContain('spans 50.0 25.0 33.3 40.0 strong');
  expect(lines).toContain('key terms – 80.0 – –');
});

it('lists the peers with what they reach', () => {
  const lines = linesOf(formatPeers(GROUPS, MEASURED));
  expect(lines).toContain('peers without training exact docs/CPUs');
  expect(lines).toContain('weak 10.0 9');
});

it('warns of figures on a set that the rules were chosen on', () => {
  const result = { extractor: 'rules-0', documents: 1, perCpuSecond: 1, measured: [] };
  expect(formatResult({ ...result, set: 'x.dev' }, [])).toContain('this flatters');
  expect(formatResult({ ...result, set: 'x.test' }, [])).not.toContain('this flatters');
});
