import { expect, it } from 'vitest';
import { readSources } from './sources.ts';

/** Habits of model codebases: a file is one thing. Lists of words are data, told by their folder. */
const MAX_LINES = 300;
const MAX_MEDIAN_LINES = 120;
const isData = (path: string): boolean => /\/(vocabulary|lexicon)\//.test(path);

it('keeps files short', () => {
  const product = readSources(['ingest', 'graph', 'web']).filter(({ path }) => !isData(path));
  const long = readSources()
    .filter(({ path, lines }) => !isData(path) && lines > MAX_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(long).toEqual([]);
  const sizes = product.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MAX_MEDIAN_LINES);
});
