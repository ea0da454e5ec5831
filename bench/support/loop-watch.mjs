// Preloaded into a server: from its first line of output on, how long its event loop was held, and when; written to a file at its end.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const TICK_MS = 5;
/** Shorter ones are not told one by one. A hold is told with the tick that waited for it: at most so much too long, never too short. */
const HELD_MS = 20;

const file = process.env.LACUNA_LOOP_FILE;
if (isMainThread && file && process.argv.includes('serve')) {
  const delay = monitorEventLoopDelay({ resolution: TICK_MS });
  const holds = [];
  const watch = () => {
    delay.enable();
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      const held = now - last;
      if (held > HELD_MS) holds.push({ endedAt: Date.now(), milliseconds: held });
      last = now;
    };
    setInterval(tick, TICK_MS).unref();
  };
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (...given) => {
    process.stdout.write = write;
    watch();
    return write(...given);
  };
  process.on('exit', () => writeFileSync(file, JSON.stringify({ holds, p99: delay.percentile(99) / 1e6 })));
}
