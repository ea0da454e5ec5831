import { Session } from 'node:inspector/promises';
import { basename } from 'node:path';

export interface SelfTime {
  /** Of the function, with the file that it stands in. */
  name: string;
  seconds: number;
}

/** What the sampling itself takes to start and stop. */
const OWN_WORK = 'dispatch';

/** Where the time of some work went, by the engine's own sampling: each function without what it calls, the longest first. */
export async function selfTimes(work: () => void): Promise<SelfTime[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const names = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url } }) => [
      id,
      url === '' || url.startsWith('node:')
        ? functionName || '(engine)'
        : `${functionName || '(unnamed)'}, ${basename(url)}`,
    ]),
  );
  const seconds = new Map<string, number>();
  profile.samples?.forEach((id, i) => {
    const name = names.get(id)!;
    if (name === OWN_WORK) return;
    seconds.set(name, (seconds.get(name) ?? 0) + (profile.timeDeltas?.[i] ?? 0) / 1e6);
  });
  return [...seconds].map(([name, of]) => ({ name, seconds: of })).sort((a, b) => b.seconds - a.seconds);
}
