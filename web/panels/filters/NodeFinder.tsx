import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../graph/contract.ts';
import { Icon } from '../../components/icons.tsx';
import { KindIcon } from '../../components/KindIcon.tsx';
import { useSearch } from '../../queries.ts';
import search from '../SearchBox.module.css';
import classes from './NodeFinder.module.css';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 120;

interface Props {
  label: string;
  accepts(hit: SearchHit): boolean;
  onFind(hit: SearchHit): void;
  /** Escape; without it the key goes on to what the field stands in. */
  onLeave?(): void;
}

/** Finds a paper, concept or theme by name, with its hits below it. */
export function NodeFinder({ label, accepts, onFind, onLeave }: Props) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE);
  const { data, error, isFetching, isPlaceholderData } = useSearch(asked);
  const query = text.trim();
  const combobox = useCombobox({ opened: query !== '' });
  const hits = query ? (data?.hits ?? []).filter(accepts) : [];
  /** The hits shown are not yet those of what stands in the field. */
  const late = query !== asked.trim() || isPlaceholderData || isFetching;
  const first = hits[0]?.id;
  const [enterWaits, setEnterWaits] = useState(false);
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (!late && first !== undefined) selectFirstOption();
  }, [late, first, selectFirstOption]);
  // Enter that comes before the answer takes the first hit once it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of an answer counts.
  useEffect(() => {
    if (!enterWaits || late) return;
    setEnterWaits(false);
    if (first !== undefined) submit(first);
  }, [enterWaits, late]);
  function submit(id: string) {
    const hit = hits.find((candidate) => candidate.id === id);
    if (!hit) return;
    setText('');
    onFind(hit);
  }
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.EventsTarget>
        <TextInput
          size="xs"
          aria-label={label}
          placeholder={label}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={text}
          leftSection={<Icon name="search" size={14} />}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setEnterWaits(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && query && (late || combobox.getSelectedOptionIndex() < 0)) {
              event.preventDefault();
              setEnterWaits(true);
            } else if (event.key === 'Escape' && onLeave) {
              event.preventDefault();
              onLeave();
            }
          }}
        />
      </Combobox.EventsTarget>
      {query !== '' && (
        <Combobox.Options className={classes.hits ?? ''} aria-label="Hits">
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={hit.id} className={search.option ?? ''}>
              <span className={search.shape} data-kind={hit.kind}>
                {hit.kind !== 'Theme' && <KindIcon kind={hit.kind} />}
              </span>
              <span className={search.label}>{hit.label}</span>
              <span className={search.count}>{hit.count}</span>
            </Combobox.Option>
          ))}
          {hits.length === 0 && (
            <Combobox.Empty>{error?.message ?? (late ? 'Searching' : 'Nothing fits')}</Combobox.Empty>
          )}
        </Combobox.Options>
      )}
    </Combobox>
  );
}
