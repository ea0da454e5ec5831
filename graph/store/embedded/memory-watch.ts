import { type OpenRequest, OUT_OF_MEMORY_STATUS } from './protocol.ts';

const EVERY_MS = 40;
/** A process this close to its limit while idle is replaced: allocators seldom give memory back. */
const IDLE_SHARE = 0.5;

/** Ends this process once it takes more memory than it may, since the engine has no limit of its own. */
export function watchMemory(request: OpenRequest, isBusy: () => boolean): void {
  const base = request.memoryFrom === 'opened' ? process.memoryUsage.rss() : 0;
  const timer = setInterval(() => {
    const taken = process.memoryUsage.rss() - base;
    if (taken > request.memoryBytes) process.exit(OUT_OF_MEMORY_STATUS);
    const worn = request.memoryFrom === 'opened' && taken > request.memoryBytes * IDLE_SHARE;
    if (worn && !isBusy()) process.exit(0);
  }, EVERY_MS);
  timer.unref();
}
