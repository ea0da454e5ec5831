import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Source } from '../../../graph/contract.ts';
import { isBusy, useIngest } from '../../state/ingest.ts';
import { moment } from './ingest-words.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import classes from './SourceTable.module.css';

interface Props {
  sources: readonly Source[];
  editable: boolean;
}

/** The files that the papers came from, and a way to take each out again. */
export function SourceTable({ sources, editable }: Props) {
  const busy = useIngest(isBusy);
  const [removing, setRemoving] = useState<string | null>(null);
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.sources}>
          <caption className="sr-only">Sources of the papers</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Papers</th>
              <th scope="col">From it alone</th>
              <th scope="col">Entries</th>
              <th scope="col">First read</th>
              {editable && (
                <th scope="col">
                  <span className="sr-only">Change</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {sources.map(({ name, papers, alone, entries, at }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{papers.toLocaleString('en')}</td>
                <td>{alone.toLocaleString('en')}</td>
                <td>{entries.toLocaleString('en')}</td>
                <td>{at === null ? 'unknown' : moment(at)}</td>
                {editable && (
                  <td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={busy}
                      aria-label={`Remove ${name}`}
                      onClick={() => setRemoving(name)}
                    >
                      Remove
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {removing !== null && <RemoveDialog source={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
