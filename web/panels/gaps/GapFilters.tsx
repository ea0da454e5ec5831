import { TextInput } from '@mantine/core';
import type { GapKind } from '../../../graph/schema.ts';
import { Choice } from '../../components/Choice.tsx';
import { Icon } from '../../components/icons.tsx';
import { count } from '../../components/words.ts';
import { useGapList, VERDICT_FILTERS, type VerdictFilter } from '../../state/gap-list.ts';
import classes from './GapFilters.module.css';

const NAMES: Readonly<Record<VerdictFilter, string>> = {
  notDismissed: 'Not dismissed',
  kept: 'Kept',
  all: 'All',
};

interface Props {
  counts: Readonly<Record<VerdictFilter, number>>;
  /** Of which kind they are. */
  kind: GapKind;
  /** How many pass the filters. */
  shown: number;
}

/** Which gaps of the list are shown: by what was said of them, and by words. */
export function GapFilters({ counts, kind, shown }: Props) {
  const { verdicts, text, filter, search } = useGapList();
  const dismissed = counts.all - counts.notDismissed;
  return (
    <search className={classes.bar} aria-label="Among these gaps">
      <Choice
        label="Which gaps"
        value={verdicts}
        onChange={filter}
        options={VERDICT_FILTERS.map((value) => ({ value, label: `${NAMES[value]} ${counts[value]}` }))}
      />
      <TextInput
        size="xs"
        className={classes.words ?? ''}
        aria-label="Only gaps with these words"
        placeholder="Only with these words"
        value={text}
        spellCheck={false}
        leftSection={<Icon name="search" size={13} />}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <span className={classes.shown} role="status">
        {count(shown, kind === 'broker' ? 'broker' : 'gap')}
        {verdicts === 'notDismissed' &&
          dismissed > 0 &&
          `, ${dismissed.toLocaleString('en')} dismissed hidden`}
      </span>
    </search>
  );
}
