import { Button } from '@mantine/core';
import { useState } from 'react';
import { FILE_FORMATS } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { Icon } from '../../components/icons.tsx';
import { saveBlob } from '../../sharing/save-blob.ts';
import classes from './ReadingPage.module.css';
import { type ReadingRow, readingMarkdown } from './reading-rows.ts';

const MARKDOWN = { ending: 'md', type: 'text/markdown;charset=utf-8' };

/** The rows that are shown, as a file. */
export function ReadingExport({ rows }: { rows: readonly ReadingRow[] }) {
  const [failed, setFailed] = useState<string | null>(null);
  const save = (file: Blob, ending: string) => saveBlob(file, `reading-list.${ending}`);
  async function exportAs(format: 'bibtex' | 'ris') {
    setFailed(null);
    try {
      const file = await api.exportFile({
        format,
        title: 'Reading list',
        nodes: { id: rows.map(({ node }) => node.id) },
      });
      save(file, FILE_FORMATS[format].ending);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : 'The page could not make the file.');
    }
  }
  const markdown = () => save(new Blob([readingMarkdown(rows)], { type: MARKDOWN.type }), MARKDOWN.ending);
  const button = (label: string, onClick: () => void) => (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name="download" size={13} />}
      disabled={rows.length === 0}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <fieldset className={classes.files} aria-label="Take the list along">
      {button('Markdown', markdown)}
      {button('BibTeX', () => void exportAs('bibtex'))}
      {button('RIS', () => void exportAs('ris'))}
      {failed && <p role="alert">No file: {failed}</p>}
    </fieldset>
  );
}
