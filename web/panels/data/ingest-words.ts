/** How a job stands and what came of it, in the words of the command line. Pure. */
import type { DataChange, DataJob, IngestReport } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import type { Sending } from '../../state/ingest.ts';

const STAGES: Readonly<Record<string, string>> = {
  'fetch fetch': 'Asking for papers',
  'papers read': 'Reading',
  'papers extract': 'Extracting concepts',
  'papers canonicalise': 'Joining spellings',
  'papers compare': 'Comparing with what is stored',
  'papers concepts': 'Storing concepts',
  'papers load': 'Storing papers',
  'map project': 'Reading the graph',
  'map questions': 'Reading open questions',
  'map themes': 'Finding themes',
  'map gaps': 'Looking for gaps and laying out the map',
  'map compare': 'Comparing with the map before',
  'map write': 'Storing themes, gaps and places',
};

export interface Standing {
  /** What is being done. */
  readonly what: string;
  /** How far it is, how fast, and how long it still takes. */
  readonly figures: string;
  /** 0 to 1; null while it isn't known. */
  readonly share: number | null;
}

export function jobStanding(job: DataJob): Standing {
  const { part, stage, done, total, rate, secondsLeft } = job;
  if (!part || !stage) return { what: 'Starting', figures: '', share: null };
  const figures = [
    total === null
      ? done.toLocaleString('en')
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
    rate !== null && rate >= 1 ? `${Math.round(rate).toLocaleString('en')} a second` : null,
    secondsLeft !== null && secondsLeft >= 1 ? `${timeSpan(secondsLeft)} left in this stage` : null,
  ];
  return {
    what: STAGES[`${part} ${stage}`] ?? stage,
    figures: figures.filter(Boolean).join(', '),
    share: total === null || total === 0 ? null : Math.min(1, done / total),
  };
}

/** `now` in milliseconds, as `startedAt`. */
export function sendingStanding({ name, sent, total, startedAt }: Sending, now: number): Standing {
  const seconds = (now - startedAt) / 1000;
  const left = sent > 0 ? (seconds / sent) * (total - sent) : 0;
  const figures = [`${bytes(sent)} of ${bytes(total)}`, left >= 1 ? `${timeSpan(left)} left` : null];
  return {
    what: `Sending ${name}`,
    figures: figures.filter(Boolean).join(', '),
    share: total === 0 ? null : sent / total,
  };
}

/** How a job ended, as one line. */
export function outcome(job: DataJob): string {
  const { state, what, names, report, message } = job;
  if (state === 'cancelled') return `Cancelled. ${message ?? ''}`.trim();
  if (state === 'failed') return message ?? 'It failed, and nobody knows why.';
  if (state !== 'done' || !report) return '';
  const { papers, concepts } = report.written;
  const { removedPapers } = report.written;
  const holds = `There are ${count(report.papers, 'paper')} and ${count(report.concepts, 'concept')} now.`;
  if (papers + concepts + removedPapers === 0) {
    const read = report.entries - rejectedCount(report);
    const known =
      read === 0
        ? ''
        : read === 1
          ? ' Its one entry was known already.'
          : ` All ${read.toLocaleString('en')} entries were known already.`;
    return `Nothing was new.${known} ${holds}`;
  }
  if (what === 'remove') return `Removed ${names[0]}: ${count(removedPapers, 'paper')} gone. ${holds}`;
  if (what === 'takeBack') return `Taken back. ${holds}`;
  return `Added. ${holds}`;
}

/** The report, line by line. */
export function reportLines(report: IngestReport): string[] {
  const { entries, duplicates, written } = report;
  const rejected = rejectedCount(report);
  const removed = written.removedPapers + written.removedConcepts;
  return [
    ...(entries > 0
      ? [
          `Read ${count(entries, 'entry', 'entries')}: ${(entries - rejected).toLocaleString('en')} kept, ` +
            `${duplicates.toLocaleString('en')} of them told twice, ${rejected.toLocaleString('en')} rejected.`,
        ]
      : []),
    `The graph holds ${count(report.papers, 'paper')}, ${count(report.concepts, 'concept')} and ` +
      `${count(report.mentions, 'mention')}; ${count(report.introduces, 'name')} introduced.`,
    `Wrote ${count(written.papers, 'paper')} and ${count(written.concepts, 'concept')}` +
      `${removed > 0 ? `, removed ${count(written.removedPapers, 'paper')} and ${count(written.removedConcepts, 'concept')}` : ''}.`,
    `${report.stages.map(({ stage, seconds }) => `${stage} ${timeSpan(seconds)}`).join(', ')}; ` +
      `${timeSpan(report.seconds)} in all, without the map.`,
  ];
}

/** All of them: a report lists a thousand at most. */
export function rejectedCount({ rejected, stages }: IngestReport): number {
  return stages.find(({ stage }) => stage === 'read')?.skipped.rejected ?? rejected.length;
}

const CHANGES: Readonly<Record<DataChange['what'], string>> = {
  add: 'Added',
  remove: 'Removed',
  takeBack: 'Took back',
  fetch: 'Added',
};

export function changeInWords({ what, names }: Pick<DataChange, 'what' | 'names'>): string {
  const [first, ...others] = names;
  const whose = others.length > 0 ? `${first} and ${count(others.length, 'more file')}` : (first ?? '');
  return `${CHANGES[what]} ${whose}`.trim();
}

/** `3.2 s`, `12 s`, `2 min 5 s`. */
export function timeSpan(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** `512 bytes`, `3.4 MB`; in thousands, as file managers count. */
export function bytes(size: number): string {
  if (size < 1000) return count(size, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  const unit = Math.min(units.length, Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** unit;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit - 1]}`;
}

/** `2026-11-21 20:34`, in the reader's own time. */
export function moment(at: string): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
