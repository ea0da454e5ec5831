import { LacunaError } from '../../../graph/errors.ts';
import { openWriter } from '../../../graph/store/open.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { refuseUnlessServer } from '../../queue/queue-name.ts';
import { parseRedis } from '../../queue/redis-location.ts';
import { type WorkReport, work } from '../../queue/worker.ts';
import { Interrupted, orInterrupted, withInterrupt } from '../interrupt.ts';
import { LANGUAGE_MODEL, refuseInQueue } from '../language-model.ts';
import { duration } from '../progress-lines.ts';
import { locate, neo4jWaitMs, printJson, say } from '../session.ts';

export interface WorkerFlags {
  queue?: string;
  store?: string;
  extractor?: string;
  threads?: number;
  json?: boolean;
}

const TELL_EVERY_MS = 5000;
/** Time for what was said to be read, and for connections to close by themselves. */
const LEAVE_MS = 2000;
const number = (value: number): string => value.toLocaleString('en');

/** Works until Ctrl+C or SIGTERM, which is how a worker ends: it fails only where it could not begin. */
export async function runWorker(flags: WorkerFlags): Promise<void> {
  if (flags.queue === undefined) {
    throw new LacunaError('input', 'Say where the queue is: --queue redis://HOST:6379, or LACUNA_REDIS.');
  }
  if (flags.extractor === LANGUAGE_MODEL) refuseInQueue();
  const redis = parseRedis(flags.queue, process.env);
  const location = locate(flags.store);
  refuseUnlessServer(location.kind);
  const choice = await chooseExtractor(flags.extractor);
  let report: WorkReport | null = null;
  await withInterrupt(async (signal) => {
    const opening = openWriter(location, {
      mayCreate: false,
      waitMs: neo4jWaitMs(),
      outageMs: neo4jWaitMs(),
      onWait: say,
    });
    const store = await orInterrupted(opening, signal);
    try {
      say(`Working for ${redis.uri} with ${choice.name}; Ctrl+C ends it after what is under way.`);
      let told = performance.now();
      const onJob = (done: WorkReport): void => {
        if (performance.now() - told < TELL_EVERY_MS) return;
        told = performance.now();
        say(described(done));
      };
      const { threads } = flags;
      report = await work({
        store,
        redis,
        choice,
        say,
        signal,
        onJob,
        ...(threads !== undefined && { threads }),
      });
    } finally {
      await store.close();
    }
  }).catch((error: unknown) => {
    if (!(error instanceof Interrupted && report)) throw error;
  });
  if (!report) return;
  if (flags.json) printJson(report);
  else say(described(report));
  // NOTE: where Redis is going or coming just then, the queue's library looks again for up to ten seconds.
  setTimeout(() => process.exit(), LEAVE_MS).unref();
}

function described({ jobs, papers, failed, seconds }: WorkReport): string {
  const rate = seconds > 0 ? Math.round(papers / seconds) : 0;
  const failures = failed > 0 ? `, ${number(failed)} failed` : '';
  return `${number(papers)} papers in ${number(jobs)} jobs${failures}, ${number(rate)}/s, in ${duration(seconds)}`;
}
