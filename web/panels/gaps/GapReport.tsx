import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Icon } from '../../components/icons.tsx';
import { Section } from '../../components/Section.tsx';
import { downloadText } from './download-text.ts';
import classes from './GapPanel.module.css';

const FORMS = {
  markdown: { label: 'Report (.md)', ending: 'md', type: 'text/markdown' },
  bibtex: { label: 'Papers (.bib)', ending: 'bib', type: 'application/x-bibtex' },
} as const;

/** The gap as files: a report with its evidence, and its papers for a reference manager. */
export function GapReport({ id }: { id: string }) {
  const [failed, setFailed] = useState<string | null>(null);
  async function download(form: keyof typeof FORMS) {
    setFailed(null);
    try {
      const report = await api.gapReport(id);
      downloadText(report[form], `gap-${id}.${FORMS[form].ending}`, FORMS[form].type);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : 'The page could not make the file.');
    }
  }
  return (
    <Section title="Take it along">
      <div className={classes.files}>
        {(Object.keys(FORMS) as (keyof typeof FORMS)[]).map((form) => (
          <Button
            key={form}
            size="compact-xs"
            variant="default"
            leftSection={<Icon name="download" size={13} />}
            onClick={() => void download(form)}
          >
            {FORMS[form].label}
          </Button>
        ))}
      </div>
      {failed && (
        <p className={classes.none} role="alert">
          No file: {failed}
        </p>
      )}
    </Section>
  );
}
