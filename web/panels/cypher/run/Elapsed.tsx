import { useEffect, useState } from 'react';
import { count, duration } from '../../../components/words.ts';
import { useStatus } from '../../../queries.ts';

/** Milliseconds between two looks at the clock. */
const TICK = 100;

/** How long a statement has been running, and what it may take. */
export function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const limits = useStatus().data?.limits;
  return (
    <>
      <span className="sr-only">Running</span>
      <span aria-hidden="true">
        Running for {((now - since) / 1000).toFixed(1)} s
        {limits && ` of ${duration(limits.milliseconds)}, at most ${count(limits.rows, 'row')}`}
      </span>
    </>
  );
}
