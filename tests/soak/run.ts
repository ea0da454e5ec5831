/** `npm run soak [-- NAME... --quick --page]`: all soaks or some, and the figures of docs/reliability.md from their results. */
import { runBenches } from '../../bench/support/run-benches.ts';

await runBenches({
  script: 'soak',
  folder: import.meta.dirname,
  ending: '.soak.ts',
  page: 'docs/reliability.md',
  heading: 'How hard it is to break',
  mustMeet: true,
});
