import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { FAVOURITE_BOUNDS, readFavouriteName } from '../../../state/console-favourites.ts';
import classes from './Shelf.module.css';

interface Props {
  /** Those there are. */
  folders: readonly string[];
  folderOnly?: boolean;
  first?: { name: string; folder: string };
  /** With null where it was called off. */
  onDone(named: { name: string; folder: string } | null): void;
}

/** A name and a folder for a statement. */
export function FavouriteForm({ folders, folderOnly = false, first, onDone }: Props) {
  const [name, setName] = useState(first?.name ?? '');
  const [folder, setFolder] = useState(first?.folder ?? '');
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => field.current?.focus(), []);
  const named = readFavouriteName(name);
  const placed = readFavouriteName(folder);
  const good = placed !== null && (folderOnly || (named !== null && named !== ''));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (good) onDone({ name: named ?? '', folder: placed });
  }
  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone(null);
      }}
    >
      {!folderOnly && (
        <label>
          Name
          <input
            ref={field}
            value={name}
            maxLength={FAVOURITE_BOUNDS.name}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
      )}
      <label>
        Folder
        <input
          ref={folderOnly ? field : undefined}
          value={folder}
          list={list}
          maxLength={FAVOURITE_BOUNDS.name}
          placeholder="none"
          autoComplete="off"
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
      </label>
      <datalist id={list}>
        {folders.map((other) => (
          <option key={other} value={other} />
        ))}
      </datalist>
      <div className={classes.tools}>
        <Button type="submit" size="compact-xs" variant="default" disabled={!good}>
          Save
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onDone(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
