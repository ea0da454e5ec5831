import { Button, Textarea } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { type GapDetail, type Judgement, NOTE_LENGTH } from '../../../graph/contract.ts';
import type { Verdict } from '../../../graph/schema.ts';
import { Icon } from '../../components/icons.tsx';
import classes from './GapJudgement.module.css';
import { useJudgement } from './use-judgement.ts';

/** Keep, dismiss, note: what the user says of a gap. */
export function GapJudgement({ gap }: { gap: GapDetail }) {
  const { id, verdict, note, editable } = gap;
  const saving = useJudgement(id);
  const [draft, setDraft] = useState(note);
  const reason = useId();
  useEffect(() => setDraft(note), [note]);

  const before: Judgement = { verdict, note };
  const say = (next: Partial<Judgement>) => saving.mutate({ next: { ...before, ...next }, before });
  const choose = (chosen: Verdict) => say({ verdict: verdict === chosen ? null : chosen });
  const undo = () => {
    const last = saving.variables;
    if (last) saving.mutate({ next: last.before, before: last.next });
  };

  function state() {
    if (!editable) return null;
    if (saving.isPending) return 'Saving';
    if (saving.isError) return `Not saved: ${saving.error.message}`;
    if (!saving.isSuccess) return null;
    return (
      <>
        {savedWords(saving.variables)}{' '}
        <button type="button" className={classes.undo} onClick={undo}>
          Undo
        </button>
      </>
    );
  }

  return (
    <div className={classes.judgement}>
      <fieldset className={classes.verdicts} aria-label="What you say of it">
        {(['kept', 'dismissed'] as const).map((choice) => (
          <Button
            key={choice}
            size="compact-sm"
            variant="default"
            className={classes.verdict ?? ''}
            leftSection={<Icon name={choice === 'kept' ? 'star' : 'close'} size={13} />}
            aria-pressed={verdict === choice}
            aria-describedby={editable ? undefined : reason}
            disabled={!editable}
            onClick={() => choose(choice)}
          >
            {choice === 'kept'
              ? verdict === choice
                ? 'Kept'
                : 'Keep'
              : verdict === choice
                ? 'Dismissed'
                : 'Dismiss'}
          </Button>
        ))}
        <span className={classes.state} role="status">
          {state()}
        </span>
      </fieldset>
      <Textarea
        size="xs"
        autosize={false}
        rows={2}
        aria-label="Note"
        placeholder={editable ? 'Note' : 'No note'}
        maxLength={NOTE_LENGTH}
        value={draft}
        disabled={!editable}
        className={classes.note ?? ''}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say({ note: draft.trim() });
        }}
      />
      {editable && draft.trim() !== note && (
        <div className={classes.save}>
          <Button size="compact-xs" variant="default" onClick={() => say({ note: draft.trim() })}>
            Save the note
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setDraft(note)}>
            Discard
          </Button>
        </div>
      )}
      {!editable && (
        <p className={classes.reason} id={reason}>
          This server was started for reading only, so gaps can't be kept, dismissed or noted here.
        </p>
      )}
    </div>
  );
}

function savedWords({ next, before }: { next: Judgement; before: Judgement }): string {
  if (next.verdict !== before.verdict) {
    if (next.verdict === 'kept') return 'Kept.';
    return next.verdict === 'dismissed' ? 'Dismissed.' : 'Taken back.';
  }
  return next.note ? 'Note saved.' : 'Note removed.';
}
