import { useId } from 'react';
import type { ReadingState } from '../../../graph/schema.ts';
import { READING_STATES } from '../../../graph/schema.ts';
import { ApiFailure } from '../../api.ts';
import { Choice } from '../../components/Choice.tsx';
import { Section } from '../../components/Section.tsx';
import { NoteField } from './NoteField.tsx';
import classes from './Notes.module.css';
import { STATE_NAMES } from './reading-words.ts';
import { TagField } from './TagField.tsx';
import { type Part, type Subject, useAnnotation } from './use-annotation.ts';

const NONE = 'none';
const CHOICES = [
  { value: NONE, label: 'Not listed' },
  ...READING_STATES.map((state) => ({ value: state, label: STATE_NAMES[state] })),
] as const;

/** What the user says of what is selected: a note; of a paper also tags and how far it is read. */
export default function Notes({ subject }: { subject: Subject }) {
  const { data, error, said, saving } = useAnnotation(subject);
  const reason = useId();
  // A file of its own has no notes.
  if (error instanceof ApiFailure && error.code === 'notFound') return null;
  if (error) {
    return (
      <Section title="Notes">
        <p className={classes.quiet}>Your notes could not be loaded: {error.message}</p>
      </Section>
    );
  }
  if (!data) return null;
  const { editable, limits, tags } = data;
  if (!editable && said.note === '' && said.tags.length === 0 && said.reading === null) return null;
  const say = (part: Part) => saving.mutate(part);

  function state() {
    if (saving.isPending) return 'Saving';
    if (saving.isError) return `Not saved: ${saving.error.message}`;
    return saving.isSuccess ? 'Saved' : null;
  }

  return (
    <Section
      title="Notes"
      aside={
        <span role="status" className={classes.state} data-failed={saving.isError || undefined}>
          {state()}
        </span>
      }
    >
      <div className={classes.notes} aria-describedby={editable ? undefined : reason}>
        {subject.paper && (
          <Choice
            label="How far you have read it"
            className={classes.reading}
            value={said.reading ?? NONE}
            options={CHOICES}
            disabled={!editable}
            onChange={(value) => say({ reading: value === NONE ? null : (value as ReadingState) })}
          />
        )}
        {subject.paper && (
          <TagField
            tags={said.tags}
            known={tags.map(({ tag }) => tag)}
            most={limits.tags}
            length={limits.tagLength}
            disabled={!editable}
            onChange={(next) => say({ tags: next })}
          />
        )}
        <NoteField
          key={subject.node.id}
          note={said.note}
          most={limits.noteLength}
          disabled={!editable}
          onSave={(note) => say({ note })}
        />
        {!editable && (
          <p className={classes.quiet} id={reason}>
            This server was started for reading only, so nothing can be noted here.
          </p>
        )}
      </div>
    </Section>
  );
}
