import { useState } from 'react';
import type { IngestReport } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import classes from './IngestResult.module.css';
import { rejectedCount, reportLines } from './ingest-words.ts';

/** Rows shown until more are asked for. */
const SHOWN = 10;

/** The report of the last job: what was read, what was not and why, and what was written. */
export function IngestResult({ report }: { report: IngestReport }) {
  const [all, setAll] = useState(false);
  const { rejected, failed } = report;
  const shown = all ? rejected : rejected.slice(0, SHOWN);
  const left = rejectedCount(report) - rejected.length;
  return (
    <section className={classes.result} aria-label="Report">
      <h3>Report</h3>
      {reportLines(report).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {rejected.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.rejected}>
            <caption>Rejected entries</caption>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Line</th>
                <th scope="col">Entry</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ file, line, entry, reason }) => (
                <tr key={`${file}#${entry}`}>
                  <td>{file}</td>
                  <td>{line.toLocaleString('en')}</td>
                  <td>{entry.toLocaleString('en')}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && rejected.length > SHOWN && (
        <button type="button" className={classes.inline} onClick={() => setAll(true)}>
          Show all {rejected.length.toLocaleString('en')}
        </button>
      )}
      {all && left > 0 && <p>{count(left, 'more entry', 'more entries')} like these.</p>}
      {failed.map(({ paper, reason }) => (
        <p key={paper}>
          No concepts for paper {paper}: {reason}
        </p>
      ))}
    </section>
  );
}
