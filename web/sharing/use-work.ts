import { useEffect, useRef, useState } from 'react';

/** Of a piece of work: nothing yet, underway, done with what came of it, or failed with why. */
export type Work<Result> =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed'; readonly message: string };

export interface Worker<Result> {
  readonly work: Work<Result>;
  start(task: (signal: AbortSignal) => Promise<Result>): void;
  /** Ends what is underway, and forgets what came of it. */
  stop(): void;
}

/** One piece of work at a time; it ends with the component. */
export function useWork<Result>(): Worker<Result> {
  const [work, setWork] = useState<Work<Result>>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  function start(task: (signal: AbortSignal) => Promise<Result>): void {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setWork({ state: 'busy' });
    task(controller.signal).then(
      (result) => !controller.signal.aborted && setWork({ state: 'done', result }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setWork({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
  }
  function stop(): void {
    running.current?.abort();
    setWork({ state: 'idle' });
  }
  return { work, start, stop };
}
