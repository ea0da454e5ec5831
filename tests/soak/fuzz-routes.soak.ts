import type { Bench } from '../../bench/support/bench.ts';
import { fuzzResult } from '../fuzz/fuzz-result.ts';

export const bench: Bench = {
  name: 'fuzz-routes',
  title: 'Fuzzing: routes',
  about:
    'Requests are made from the schemas of all routes, then bent: fields, types, methods, headers, addresses. A quarter goes over a socket to a server with a desk, on a store to be thrown away. The process is watched from outside.',
  run: (context) => fuzzResult('routes', 60_000, context),
};
