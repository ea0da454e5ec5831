import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LENS_NAME_LENGTH } from '../../state/saved-lenses.ts';
import classes from './lenses.module.css';

interface Props {
  first: string;
  /** With null where it was called off. */
  onDone(name: string | null): void;
}

/** A name for a lens. */
export function LensNameForm({ first, onDone }: Props) {
  const [name, setName] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== '') onDone(name);
  }
  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone(null);
  }
  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={press}>
      <label>
        Name of the lens
        <input
          ref={field}
          value={name}
          maxLength={LENS_NAME_LENGTH}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div className={classes.buttons}>
        <Button type="submit" size="compact-xs" variant="default" disabled={name.trim() === ''}>
          Save
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onDone(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
