/** Every limit of an ingest whose papers are extracted by workers, by name. */
export interface QueueSettings {
  /** Papers that a worker takes at once: what is done again when it is killed. */
  papersPerJob: number;
  /** Jobs in the queue or with workers: what bounds the memory of Redis. */
  jobsAhead: number;
  /** Milliseconds between two looks at what is done. */
  pollMs: number;
  /** Milliseconds without anything done after which lost jobs are looked for, and missing workers told of. */
  checkMs: number;
  /** How often a job that failed is tried. */
  attempts: number;
  /** Milliseconds before it is tried again. */
  retryDelayMs: number;
  /** Milliseconds that a worker without a job waits for one before it asks again, from 1; told to stop, it takes up to so long to hear of it. */
  idleMs: number;
  /** A worker that says nothing for so many milliseconds loses its job to another one. */
  lockMs: number;
  /** Milliseconds between two looks for such workers. */
  stalledCheckMs: number;
  /** Workers that a job may outlive; with one more it has failed. */
  stalls: number;
  /** Milliseconds to wait for a Redis that is not there, or went away. */
  redisWaitMs: number;
  /** Milliseconds that a worker told to stop waits for a Redis that is slow to hear of what was done; one that is away then is not waited for. */
  closeMs: number;
}

export const DEFAULT_QUEUE_SETTINGS: QueueSettings = {
  papersPerJob: 50,
  jobsAhead: 500,
  pollMs: 250,
  checkMs: 10_000,
  attempts: 3,
  retryDelayMs: 2000,
  idleMs: 1000,
  lockMs: 30_000,
  stalledCheckMs: 15_000,
  stalls: 3,
  redisWaitMs: 120_000,
  closeMs: 10_000,
};
