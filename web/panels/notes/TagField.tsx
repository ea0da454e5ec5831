import { type KeyboardEvent, useId, useState } from 'react';
import { Icon } from '../../components/icons.tsx';
import classes from './Notes.module.css';
import { addedTags } from './tags.ts';

interface Props {
  tags: readonly string[];
  /** Tags in use, for completion. */
  known: readonly string[];
  /** How many, and how many characters each. */
  most: number;
  length: number;
  disabled: boolean;
  onChange(tags: string[]): void;
}

/** Tags as they are, each with a button that takes it away, and a field for the next. */
export function TagField({ tags, known, most, length, disabled, onChange }: Props) {
  const [text, setText] = useState('');
  const list = useId();
  const full = tags.length >= most;

  function add(typed: string) {
    const next = addedTags(tags, typed, known).slice(0, most);
    setText('');
    if (next.length !== tags.length) onChange(next);
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  }
  return (
    <fieldset className={classes.tags} aria-label="Tags">
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
          {!disabled && (
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              title="Remove"
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              <Icon name="close" size={11} />
            </button>
          )}
        </span>
      ))}
      {!disabled && !full && (
        <>
          <input
            className={classes.newTag}
            aria-label="Add a tag"
            placeholder="Add a tag"
            list={list}
            maxLength={length}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={press}
            onBlur={() => text.trim() && add(text)}
          />
          <datalist id={list}>
            {known
              .filter((tag) => !tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </>
      )}
    </fieldset>
  );
}
