/** Playing the years: one after the other, each the last of what the map shows. A whole run is one step of undo. */
import { create } from 'zustand';
import { type Change, useHistory } from './history.ts';
import { useView } from './view.ts';
import { unrecorded } from './view-history.ts';

export interface Frame {
  readonly from: number | null;
  readonly to: number | null;
}

/** 0 for all years up to the current one, else how many years, that one counted. */
export type FrameWidth = number;

/** Years that a frame may hold, beside all. */
export const FRAME_WIDTHS = [0, 1, 3, 5, 10] as const;

export function frameAt(year: number, width: FrameWidth): Frame {
  return { from: width === 0 ? null : year - width + 1, to: year };
}

interface Run extends Change {
  after: Frame;
}

interface YearPlayState {
  readonly playing: boolean;
  readonly width: FrameWidth;
  /** The last year of the frame that was shown last; null before the first. */
  readonly at: number | null;
  setWidth(width: FrameWidth): void;
  play(): void;
  pause(): void;
  /** Shows the frame that ends with this year. */
  show(year: number): void;
}

const yearsOf = ({ from, to }: Frame): Frame => ({ from, to });

/** The year of the frame that is on the map now; null where the years were chosen otherwise since. */
export function yearOnMap({ at, width }: Pick<YearPlayState, 'at' | 'width'>, chosen: Frame): number | null {
  if (at === null) return null;
  const frame = frameAt(at, width);
  return frame.from === chosen.from && frame.to === chosen.to ? at : null;
}

export const useYearPlay = create<YearPlayState>()((set, get) => {
  let run: Run | null = null;

  const put = (frame: Frame) => unrecorded(() => useView.getState().narrow(frame));

  /** Goes on with the run that is the last thing done, or begins one. */
  function keep(frame: Frame): void {
    const before = yearsOf(useView.getState().narrowing);
    put(frame);
    if (run && useHistory.getState().past.at(-1) === run) {
      run.after = frame;
      return;
    }
    const started: Run = {
      label: 'playing the years',
      after: frame,
      undo: () => {
        set({ playing: false });
        put(before);
      },
      redo: () => put(started.after),
    };
    run = started;
    useHistory.getState().record(started);
  }

  return {
    playing: false,
    width: 0,
    at: null,
    setWidth: (width) => {
      const { at } = get();
      const shown = yearOnMap(get(), useView.getState().narrowing);
      set({ width });
      if (at !== null && shown !== null) keep(frameAt(at, width));
    },
    play: () => set({ playing: true }),
    pause: () => set({ playing: false }),
    show: (year) => {
      set({ at: year });
      keep(frameAt(year, get().width));
    },
  };
});
