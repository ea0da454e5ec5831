// Preloaded into a server: from its first line of output on, how long its event loop was held; written to a file at its end.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const file = process.env.LACUNA_LOOP_FILE;
if (isMainThread && file && process.argv.includes('serve')) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (...given) => {
    delay.enable();
    return write(...given);
  };
  process.on('exit', () => {
    const [longest, p99] = [delay.max, delay.percentile(99)].map((nanoseconds) => nanoseconds / 1e6);
    writeFileSync(file, JSON.stringify({ longest, p99 }));
  });
}
