/** `npm run bench [-- NAME... --quick --page]`: all benchmarks or some, and docs/benchmarks.md from their results. */
import { runBenches } from './support/run-benches.ts';

await runBenches({
  script: 'bench',
  folder: import.meta.dirname,
  ending: '.bench.ts',
  page: 'docs/benchmarks.md',
  heading: 'Benchmarks',
});
