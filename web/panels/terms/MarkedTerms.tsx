import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ConceptChange } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import { useTermBench } from '../../state/term-bench.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import classes from './TermsPage.module.css';
import { useTermChanges } from './term-changes.ts';
import { ACTION_NAMES, quoted } from './term-words.ts';

type Action = ConceptChange['action'];

/** What can be done with the terms that are marked. */
export function MarkedTerms({ editable }: { editable: boolean }) {
  const { marked, unmark } = useTermBench();
  const running = useTermChanges((state) => state.running);
  const [action, setAction] = useState<Action | null>(null);
  const close = useCallback(() => setAction(null), []);
  const terms = [...marked.values()];
  const [only] = terms;
  const possible: Readonly<Record<Action, boolean>> = {
    merge: terms.length > 0,
    split: terms.length === 1 && only !== undefined && only.forms.length > 1,
    rename: terms.length === 1,
    retype: terms.length > 0,
    stop: terms.length > 0,
  };
  return (
    <div className={classes.marked} role="toolbar" aria-label="Change the marked terms">
      <span className={classes.which}>
        {terms.length === 0
          ? 'Mark terms to change them'
          : `${count(terms.length, 'term')} marked: ${quoted(terms.map(({ name }) => name))}`}
      </span>
      {(Object.keys(ACTION_NAMES) as Action[]).map((one) => (
        <Button
          key={one}
          size="compact-xs"
          variant="default"
          disabled={!editable || running || !possible[one]}
          onClick={() => setAction(one)}
        >
          {ACTION_NAMES[one]}…
        </Button>
      ))}
      {terms.length > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={unmark}>
          Unmark all
        </Button>
      )}
      {!editable && <span className={classes.quiet}>This server was started for reading only.</span>}
      {action && terms.length > 0 && <ChangeDialog action={action} terms={terms} onClose={close} />}
    </div>
  );
}
