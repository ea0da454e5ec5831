import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { THEME_LABEL_LENGTH, type ThemeDetail } from '../../../graph/contract.ts';
import { useServer } from '../../state/host.ts';
import panel from '../panel.module.css';
import classes from './ThemeNaming.module.css';
import { useThemeName } from './use-theme-name.ts';

interface Props {
  theme: ThemeDetail;
  editable: boolean;
  /** What else can be done with it. */
  children: ReactNode;
}

/** Gives a theme a name, takes it back, gives it its own one again. */
export function ThemeNaming({ theme, editable, children }: Props) {
  const { id, label, ownLabel } = theme;
  const saving = useThemeName(id);
  const whole = useServer();
  const [draft, setDraft] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const editing = draft !== null;
  const before = label === ownLabel ? null : label;
  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  function close() {
    setDraft(null);
    requestAnimationFrame(() => opener.current?.focus());
  }
  function giveBack() {
    // The button goes with the name.
    opener.current?.focus();
    say(null);
  }
  function say(next: string | null) {
    const name = next === ownLabel ? null : next;
    if (name !== before) saving.mutate({ next: name, before });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const name = draft?.trim() ?? '';
    if (name === '') return;
    say(name);
    close();
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    // Escape would close the panel, too.
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  const undo = () => {
    const last = saving.variables;
    if (!last) return;
    (opener.current ?? input.current)?.focus();
    saving.mutate({ next: last.before, before: last.next });
  };

  return (
    <div className={classes.naming}>
      {label !== ownLabel && <p className={panel.meta}>Named by hand; its own label is “{ownLabel}”.</p>}
      {editing ? (
        <form className={classes.form} onSubmit={submit}>
          <TextInput
            ref={input}
            size="xs"
            aria-label="Name of the theme"
            maxLength={THEME_LABEL_LENGTH}
            value={draft}
            className={classes.input ?? ''}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={press}
          />
          <Button type="submit" size="compact-sm" variant="default" disabled={draft.trim() === ''}>
            Save
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={close} onKeyDown={press}>
            Cancel
          </Button>
        </form>
      ) : (
        <p className={panel.links}>
          {children}
          {whole && (
            <button
              ref={opener}
              type="button"
              className={panel.inline}
              disabled={!editable}
              title={editable ? undefined : 'This server was started for reading only.'}
              onClick={() => setDraft(label)}
            >
              Rename
            </button>
          )}
          {label !== ownLabel && editable && (
            <button type="button" className={panel.inline} onClick={giveBack}>
              Give it its own label back
            </button>
          )}
        </p>
      )}
      <span role="status" className={classes.state}>
        {saving.isPending && 'Saving'}
        {saving.isError && `Not saved: ${saving.error.message}`}
        {saving.isSuccess && (
          <>
            {saving.variables.next === null ? 'It has its own label again.' : 'Renamed.'}{' '}
            <button type="button" className={panel.inline} onClick={undo}>
              Undo
            </button>
          </>
        )}
      </span>
    </div>
  );
}
