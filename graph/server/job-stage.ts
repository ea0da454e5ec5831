/** How far a job is in its present stage, and how long that may still take. */
export interface JobStage {
  readonly name: string;
  readonly startedAt: number;
  /** What was done when the stage was first told of: that took none of its time. */
  readonly first: number;
  readonly done: number;
  /** Null where nobody knows yet. */
  readonly total: number | null;
}

/** The stage goes on where it is the one before, else another begins. */
export function reached(before: JobStage | null, name: string, done: number, total: number | null): JobStage {
  const same = before?.name === name ? before : null;
  return { name, startedAt: same?.startedAt ?? performance.now(), first: same?.first ?? done, done, total };
}

/** Done a second, and seconds that are left, both to a tenth; null where that can't be told. */
export function paceOf({ startedAt, first, done, total }: JobStage): {
  rate: number | null;
  secondsLeft: number | null;
} {
  const seconds = (performance.now() - startedAt) / 1000;
  const rate = seconds > 0 && done > first ? (done - first) / seconds : null;
  if (rate === null) return { rate, secondsLeft: null };
  return {
    rate: toTenth(rate),
    secondsLeft: total === null ? null : toTenth(Math.max(0, total - done) / rate),
  };
}

export const secondsSince = (moment: number): number => toTenth((performance.now() - moment) / 1000);

const toTenth = (number: number): number => Math.round(number * 10) / 10;
