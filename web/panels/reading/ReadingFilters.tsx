import type { Annotations } from '../../../graph/contract.ts';
import { READING_STATES } from '../../../graph/schema.ts';
import { Choice } from '../../components/Choice.tsx';
import { type StateFilter, useReadingList } from '../../state/reading-list.ts';
import { STATE_NAMES } from '../notes/reading-words.ts';
import classes from './ReadingPage.module.css';

interface Props {
  counts: Readonly<Record<StateFilter, number>>;
  tags: Annotations['tags'];
}

/** By state and by tag. */
export function ReadingFilters({ counts, tags }: Props) {
  const { state, tag, choose } = useReadingList();
  const names: Record<StateFilter, string> = { all: 'All', listed: 'Listed', ...STATE_NAMES };
  const options = (['all', 'listed', ...READING_STATES] as const).map((value) => ({
    value,
    label: `${names[value]} ${counts[value]}`,
  }));
  return (
    <>
      <Choice
        label="Which papers"
        value={state}
        options={options}
        onChange={(next) => choose({ state: next })}
      />
      {tags.length > 0 && (
        <label className={classes.tagChoice}>
          <span>Tag</span>
          <select value={tag ?? ''} onChange={(event) => choose({ tag: event.currentTarget.value || null })}>
            <option value="">any</option>
            {tags.map((known) => (
              <option key={known.tag} value={known.tag}>
                {known.tag} ({known.count})
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
