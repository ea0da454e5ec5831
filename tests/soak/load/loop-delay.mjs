// Loaded into a served process before anything else: how late its event loop was, written to LOOP_DELAY_FILE at the end.
// SIGUSR2 begins anew, so that starting up does not count.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const file = process.env.LOOP_DELAY_FILE;
if (file && process.argv[1]?.endsWith('lacuna.mjs')) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  process.on('SIGUSR2', () => delay.reset());
  process.on('exit', () => {
    const milliseconds = (nanoseconds) => nanoseconds / 1e6;
    const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map(milliseconds);
    writeFileSync(file, JSON.stringify({ p50, p99, max }));
  });
}
