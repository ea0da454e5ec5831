import { useEffect, useRef, useState } from 'react';
import classes from './Notes.module.css';

interface Props {
  note: string;
  /** Characters. */
  most: number;
  disabled: boolean;
  onSave(note: string): void;
}

/** Characters left from which on they are counted. */
const NEARLY_FULL = 200;

/** A note that is saved when the field is left or the panel closes, or by Ctrl and Enter. */
export function NoteField({ note, most, disabled, onSave }: Props) {
  const [draft, setDraft] = useState(note);
  const last = useRef({ draft: note, saved: note, onSave });
  useEffect(() => {
    // What was stored elsewhere is shown, unless something of one's own is unsaved.
    if (last.current.draft === last.current.saved) setDraft(note);
    last.current.saved = note;
  }, [note]);
  useEffect(() => {
    last.current.draft = draft;
    last.current.onSave = onSave;
  });
  useEffect(
    () => () => {
      const { draft, saved, onSave } = last.current;
      if (draft.trim() !== saved) onSave(draft.trim());
    },
    [],
  );

  const save = () => {
    const said = draft.trim();
    setDraft(said);
    if (said !== note) onSave(said);
  };
  const left = most - draft.length;
  return (
    <div>
      <textarea
        className={classes.note}
        aria-label="Note"
        placeholder={disabled ? 'No note' : 'Note'}
        rows={2}
        maxLength={most}
        value={draft}
        disabled={disabled}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      />
      {left < NEARLY_FULL && <p className={classes.quiet}>{left.toLocaleString('en')} characters left</p>}
    </div>
  );
}
