import { useEffect } from 'react';
import type { YearSpan } from '../../components/year-span.ts';
import { graphQuery, queryClient } from '../../queries.ts';
import { useView } from '../../state/view.ts';
import { frameAt, useYearPlay, yearOnMap } from '../../state/year-play.ts';

/** Milliseconds that a year stays at least. */
const STEP = 900;

interface YearSteps {
  /** The year that is played, or that was stepped to; null while the years are chosen otherwise. */
  readonly year: number | null;
  readonly playing: boolean;
  readonly atEnd: boolean;
  readonly atStart: boolean;
  toggle(): void;
  step(by: 1 | -1): void;
}

/** Asks for a year's map, so that it is there when it is its turn. */
function fetchFrame(year: number): Promise<void> {
  const view = useView.getState();
  const narrowing = { ...view.narrowing, ...frameAt(year, useYearPlay.getState().width) };
  return queryClient.prefetchQuery(graphQuery({ ...view, narrowing }));
}

const pause = () => new Promise((resolve) => setTimeout(resolve, STEP));

/** Plays from year to year, each once it is fetched and the one before has been seen. */
export function useYearSteps({ first, last }: YearSpan): YearSteps {
  const { playing, at, width, play, pause: stop, show } = useYearPlay();
  const narrowing = useView((state) => state.narrowing);
  const year = yearOnMap({ at, width }, narrowing);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a wider frame is the next year's matter.
  useEffect(() => {
    if (!playing) return;
    // Years that were chosen otherwise meanwhile end it.
    if (year === null || year >= last) {
      stop();
      return;
    }
    let gone = false;
    void Promise.all([pause(), fetchFrame(year), fetchFrame(year + 1)]).then(() => {
      if (!gone) show(year + 1);
    });
    return () => {
      gone = true;
    };
  }, [playing, year, last]);
  // What is hidden or folded away does not play on.
  useEffect(() => stop, [stop]);

  return {
    year,
    playing,
    atStart: year !== null && year <= first,
    atEnd: year !== null && year >= last,
    toggle: () => {
      if (playing) return stop();
      if (year === null || year >= last) show(first);
      play();
    },
    step: (by) => {
      stop();
      const next = year === null ? (by > 0 ? first : last) : Math.min(last, Math.max(first, year + by));
      show(next);
      const after = next + by;
      if (after >= first && after <= last) void fetchFrame(after);
    },
  };
}
