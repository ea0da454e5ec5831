import type { FetchEstimate, FetchReport } from '../fetch/report.ts';
import { duration } from './progress-lines.ts';

const number = (value: number): string => value.toLocaleString('en');
const papers = (count: number): string => (count === 1 ? '1 paper' : `${number(count)} papers`);

const WHY_NOT_ALL: Readonly<Record<Exclude<FetchReport['ended'], 'all'>, string>> = {
  depth: 'its paging goes no deeper: narrow the query, by years for example',
  maxRecords: 'more with a higher --max, from where this ended',
  maxPages: 'more when asked again, from where this ended',
};

export function printFetchReport(report: FetchReport): void {
  const { records, before, total, ended, duplicates, file } = report;
  const of = total === null ? '' : ` of ${number(total)}`;
  const lines = [
    records === 0
      ? 'Nothing found.'
      : `Got ${papers(records)}${of} in ${duration(report.seconds)}${
          before === 0
            ? ''
            : before === records
              ? ', all there already (--fresh asks again)'
              : `, ${number(before)} there already`
        }${duplicates > 0 ? `; ${number(duplicates)} came twice` : ''}.`,
    ...(ended === 'all' ? [] : [`Not all: ${WHY_NOT_ALL[ended]}.`]),
    ...(records === 0 ? [] : [`They are in ${file}.`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

export function printEstimate(estimate: FetchEstimate): void {
  const { total, records, requests, seconds } = estimate;
  process.stdout.write(
    `${papers(total)} found; ${number(records)} would be got, by ${number(requests)} requests, ` +
      `in ${duration(seconds)} or more.\n`,
  );
}
