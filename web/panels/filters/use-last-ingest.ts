import { useStatus } from '../../queries.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** `3 Nov`, with the year where it is not this one; null for what is no moment. */
export function dayInWords(at: string, now = new Date()): string | null {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  return (moment.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(moment);
}

interface LastIngest {
  /** In words. */
  readonly day: string;
  readonly papers: number;
}

/** What the last ingest brought, and when; null where that is not known, and where it brought all there is: nothing is new then. */
export function useLastIngest(): LastIngest | null {
  const { data } = useStatus();
  const last = data?.lastIngest;
  const day = last ? dayInWords(last.at) : null;
  if (!last || day === null || last.papers >= data.counts.papers) return null;
  return { day, papers: last.papers };
}
