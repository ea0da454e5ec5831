import type { Bench } from '../../bench/support/bench.ts';
import { fuzzResult } from '../fuzz/fuzz-result.ts';

export const bench: Bench = {
  name: 'fuzz-readers',
  title: 'Fuzzing: readers',
  about:
    'Papers are written in every form that is read, then damaged: one paper among whole ones, or the file in any way. The process is watched from outside.',
  run: (context) => fuzzResult('readers', 80_000, context),
};
