import { Button } from '@mantine/core';
import { useRef } from 'react';
import { isBusy, useIngest } from '../../state/ingest.ts';
import classes from './DropZone.module.css';

/** Where files are chosen; they may be dropped anywhere on the page. */
export default function DropZone() {
  const input = useRef<HTMLInputElement>(null);
  const busy = useIngest(isBusy);
  const addFiles = useIngest((state) => state.addFiles);
  return (
    <div className={classes.zone}>
      <p className={classes.main}>Drop files of abstracts anywhere on this page</p>
      <p className={classes.quiet}>
        BibTeX, RIS, PubMed, CSV, JSON, Zotero’s exports and plain text, gzipped or not. They are added to
        what is there; papers that are known already are joined.
      </p>
      <Button size="compact-sm" variant="default" disabled={busy} onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files of abstracts"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          void addFiles(files);
        }}
      />
    </div>
  );
}
