import { expect, it } from 'vitest';
import type { DataJob, IngestReport } from '../../../../graph/contract.ts';
import {
  bytes,
  changeInWords,
  jobStanding,
  outcome,
  rejectedCount,
  reportLines,
  sendingStanding,
} from '../../../../web/panels/data/ingest-words.ts';
import { isRequest, requestOf } from '../../../../web/panels/data/query-fields.ts';

const report: IngestReport = {
  entries: 12,
  papers: 10,
  duplicates: 2,
  rejected: [{ file: 'a.bib', line: 3, entry: 1, reason: 'no title' }],
  concepts: 40,
  mentions: 90,
  seconds: 75,
  introduces: 1,
  relations: 0,
  authors: 0,
  cites: 0,
  written: { papers: 8, concepts: 40, removedPapers: 0, removedConcepts: 0 },
  failed: [],
  stages: [{ stage: 'read', in: 12, out: 9, skipped: { rejected: 1 }, seconds: 0.5 }],
};
const job: DataJob = {
  number: 1,
  state: 'running',
  what: 'add',
  names: ['a.bib'],
  part: 'papers',
  stage: 'extract',
  done: 500,
  total: 2000,
  rate: 120.4,
  secondsLeft: 12.5,
  seconds: 4,
  message: null,
  tooManyRejected: false,
  report: null,
  change: null,
};
const written = (part: Partial<IngestReport['written']>): IngestReport => ({
  ...report,
  written: { papers: 0, concepts: 0, removedPapers: 0, removedConcepts: 0, ...part },
});

it('says how a job stands, with count, rate and time left', () => {
  expect(jobStanding(job)).toEqual({
    what: 'Extracting concepts',
    figures: '500 of 2,000, 120 a second, 13 s left in this stage',
    share: 0.25,
  });
  expect(jobStanding({ ...job, total: null, rate: null, secondsLeft: null }).share).toBeNull();
  expect(jobStanding({ ...job, part: null, stage: null }).what).toBe('Starting');
  const sending = { name: 'a.bib', sent: 1_000_000, total: 4_000_000, startedAt: 0 };
  expect(sendingStanding(sending, 2000)).toEqual({
    what: 'Sending a.bib',
    figures: '1.0 MB of 4.0 MB, 6.0 s left',
    share: 0.25,
  });
});

it('says how it ended', () => {
  const done = { ...job, state: 'done' as const, report };
  expect(outcome(done)).toBe('Added. There are 10 papers and 40 concepts now.');
  expect(outcome({ ...done, report: written({}) })).toMatch(/^Nothing was new\./);
  expect(outcome({ ...done, what: 'remove', report: written({ removedPapers: 1 }) })).toMatch(
    /^Removed a\.bib: 1 paper gone\./,
  );
  expect(outcome({ ...job, state: 'cancelled', message: 'No paper was changed.' })).toBe(
    'Cancelled. No paper was changed.',
  );
  expect(reportLines(report)).toEqual([
    'Read 12 entries: 11 kept, 2 of them told twice, 1 rejected.',
    'The graph holds 10 papers, 40 concepts and 90 mentions; 1 name introduced.',
    'Wrote 8 papers and 40 concepts.',
    'read 0.5 s; 1 min 15 s in all, without the map.',
  ]);
  const [read] = report.stages;
  expect(rejectedCount({ ...report, stages: [{ ...read!, skipped: { rejected: 5000 } }] })).toBe(5000);
  expect(changeInWords({ what: 'add', names: ['a.bib', 'b.bib'] })).toBe('Added a.bib and 1 more file');
  expect([999, 1000, 123_456, 5e9].map(bytes)).toEqual(['999 bytes', '1.0 kB', '123 kB', '5.0 GB']);
});

it('takes a query that can be asked', () => {
  const fields = { text: ' gravity ', from: '', to: '2020', max: '50', contact: '', withAbstract: true };
  const fits = (part: Partial<typeof fields>, needsContact = false) =>
    isRequest({ ...fields, ...part }, { needsContact, most: 2000 });
  expect(fits({})).toBe(true);
  expect(fits({}, true)).toBe(false);
  expect(fits({ contact: 'a@b' }, true)).toBe(true);
  for (const part of [
    { text: ' ' },
    { from: '2021' },
    { from: '99' },
    { max: '0' },
    { max: '2001' },
    { max: '1.5' },
    { contact: 'nobody' },
  ])
    expect(fits(part), JSON.stringify(part)).toBe(false);
  expect(requestOf('arxiv', fields)).toEqual({
    source: 'arxiv',
    text: 'gravity',
    from: null,
    to: 2020,
    withAbstract: true,
    max: 50,
    contact: null,
  });
});
