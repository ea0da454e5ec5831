import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { ConceptChange } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useConsole } from '../../state/console.ts';
import type { MarkedTerm } from '../../state/term-bench.ts';
import classes from './ChangeDialog.module.css';
import { RenameFields, RetypeFields, SplitFields, StopFields } from './change-fields.tsx';
import type { DraftedChange } from './drafted-change.ts';
import { EffectView } from './EffectView.tsx';
import { MergeFields } from './MergeFields.tsx';
import { useTermChanges } from './term-changes.ts';
import { ACTION_NAMES } from './term-words.ts';
import { usePreview } from './use-terms.ts';

const FIELDS = {
  merge: MergeFields,
  split: SplitFields,
  rename: RenameFields,
  retype: RetypeFields,
  stop: StopFields,
} as const;

interface Props {
  action: ConceptChange['action'];
  terms: readonly MarkedTerm[];
  onClose(): void;
}

/** Says what to change, shows what that would do, and does it. */
export function ChangeDialog({ action, terms, onClose }: Props) {
  const [draft, setDraft] = useState<DraftedChange | null>(null);
  const { running, error, decide } = useTermChanges();
  const [failed, setFailed] = useState(false);
  const [isDeciding, setDeciding] = useState(false);
  // Once it is done, the terms that it would change are not there any more.
  const preview = usePreview(isDeciding ? null : (draft?.changes ?? null));
  const Fields = FIELDS[action];
  // The drawer with the Cypher lies beneath.
  useEffect(() => useConsole.subscribe(onClose), [onClose]);
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!draft || running) return;
    setFailed(false);
    setDeciding(true);
    await decide(draft.label, draft.changes).then(onClose, () => {
      setFailed(true);
      setDeciding(false);
    });
  }
  return (
    <ModalDialog title={`${ACTION_NAMES[action]}…`} wide onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <div className={classes.fields}>
          <Fields terms={terms} onDraft={setDraft} />
        </div>
        <section className={classes.effect} aria-label="What this would do" aria-busy={preview.isFetching}>
          <h3>What this would do</h3>
          {!draft && <p className={classes.quiet}>Fill in the form to see it.</p>}
          {draft && preview.error && <Failure what="The effect could not be told." error={preview.error} />}
          {draft &&
            preview.data?.effects.map((effect, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one form keep their order.
              <EffectView key={i} effect={effect} />
            ))}
        </section>
        <footer className={classes.foot}>
          {draft && preview.data && <CypherButton cypher={preview.data.cypher} />}
          <span role="status" className={failed ? classes.error : classes.quiet}>
            {running ? 'Working' : failed && error}
          </span>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button size="compact-sm" variant="default" type="submit" disabled={!draft || running}>
            {ACTION_NAMES[action]}
          </Button>
        </footer>
      </form>
    </ModalDialog>
  );
}
