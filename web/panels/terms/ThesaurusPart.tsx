import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ThesaurusPreview } from '../../../graph/contract.ts';
import { Failure } from '../../components/Failure.tsx';
import { count } from '../../components/words.ts';
import { downloadText } from '../gaps/download-text.ts';
import { FileInput } from './FileInput.tsx';
import { readText } from './read-text.ts';
import classes from './TermsPage.module.css';
import { useTermChanges } from './term-changes.ts';
import { actionsInWords, decisionInWords } from './term-words.ts';
import { termsApi } from './terms-api.ts';

interface Chosen {
  name: string;
  text: string;
  preview: ThesaurusPreview;
}

async function look(file: File): Promise<Chosen> {
  const text = await readText(file);
  return { name: file.name, text, preview: await termsApi.previewThesaurus(text) };
}

/** VOSviewer thesaurus files: out, and in with a look at what they would do. */
export function ThesaurusPart() {
  const exporting = useMutation({
    mutationFn: () => termsApi.thesaurus(),
    onSuccess: ({ name, text }) => downloadText(text, name, 'text/tab-separated-values'),
  });
  const choosing = useMutation({ mutationFn: look });
  const { running, importThesaurus } = useTermChanges();
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = choosing.data;
  function apply({ name, text }: Chosen) {
    importThesaurus(`import ${name}`, text).then(
      () => {
        choosing.reset();
        heading.current?.focus();
      },
      // What fails is told at the head of the page.
      () => {},
    );
  }
  return (
    <div className={classes.scroller}>
      <section className={classes.text}>
        <h3>Out</h3>
        <p>
          A VOSviewer thesaurus file with all forms: two columns, <code>label</code> and{' '}
          <code>replace by</code>; an empty second column leaves a term out. With it, VOSviewer counts as one
          what counts as one here.
        </p>
        <Button
          size="compact-sm"
          variant="default"
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          Save the thesaurus
        </Button>
        <span role="status" className={classes.quiet}>
          {exporting.data && ` ${count(exporting.data.lines, 'line')} saved.`}
          {exporting.data &&
            exporting.data.ambiguous > 0 &&
            ` ${count(exporting.data.ambiguous, 'form')} of two terms count for the one in more papers.`}
        </span>
        {exporting.error && <Failure what="The thesaurus could not be made." error={exporting.error} />}
      </section>
      <section className={classes.text}>
        <h3 ref={heading} tabIndex={-1}>
          In
        </h3>
        <p>Nothing changes before you have seen what the file would do. It is one step to undo.</p>
        <FileInput
          label="Choose a thesaurus file"
          accept=".txt,.tsv,.csv,text/plain,text/tab-separated-values"
          disabled={choosing.isPending || running}
          onChoose={(file) => choosing.mutate(file)}
        />
        {choosing.error && <Failure what="The file could not be read." error={choosing.error} />}
        {chosen && (
          <Plan
            chosen={chosen}
            disabled={running}
            onApply={() => apply(chosen)}
            onCancel={() => choosing.reset()}
          />
        )}
      </section>
    </div>
  );
}

const MOST = 30;

interface PlanProps {
  chosen: Chosen;
  disabled: boolean;
  onApply(): void;
  onCancel(): void;
}

function Plan({ chosen: { name, preview }, disabled, onApply, onCancel }: PlanProps) {
  const { lines, same, unknown, problems, decisions, papers } = preview;
  const nothing = decisions.count === 0;
  return (
    <div className={classes.plan}>
      <h4>{name}</h4>
      <p role="status">
        {count(lines, 'line')}: {nothing ? 'nothing would change' : actionsInWords(decisions.byAction)}
        {!nothing && `, in ${count(papers, 'paper')}`}; {same} so already; {count(unknown.count, 'label')} in
        no paper
        {problems.count > 0 && `; ${count(problems.count, 'bad line')} left out`}.
      </p>
      <Listed
        title="Would be decided"
        lines={decisions.first.map(decisionInWords)}
        of={decisions.count}
        open
      />
      <Listed
        title="Bad lines"
        lines={problems.first.map(({ line, reason, text }) => `Line ${line}: ${reason} ${text}`)}
        of={problems.count}
        open
      />
      <Listed title="In no paper" lines={unknown.first} of={unknown.count} />
      <div className={classes.actions}>
        <Button size="compact-sm" variant="default" disabled={nothing || disabled} onClick={onApply}>
          Import
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Listed({
  title,
  lines,
  of,
  open = false,
}: {
  title: string;
  lines: readonly string[];
  of: number;
  open?: boolean;
}) {
  if (of === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title} ({of.toLocaleString('en')})
      </summary>
      <ul className={classes.lines}>
        {lines.slice(0, MOST).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {of > MOST && (
          <li className={classes.quiet}>
            and {(of - Math.min(MOST, lines.length)).toLocaleString('en')} more
          </li>
        )}
      </ul>
    </details>
  );
}
