import type { Bench } from '../../bench/support/bench.ts';
import { fuzzResult } from '../fuzz/fuzz-result.ts';

export const bench: Bench = {
  name: 'fuzz-routes',
  title: 'Fuzzing: routes',
  about:
    'Requests are made from the schemas of all routes, then bent: fields, types, methods, headers, addresses. The process is watched from outside.',
  run: (context) => fuzzResult('routes', 20_000, context),
};
