import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../graph/contract.ts';
import { Icon } from '../components/icons.tsx';
import { KindIcon } from '../components/KindIcon.tsx';
import { count } from '../components/words.ts';
import { openTarget, targetOf } from '../navigation.ts';
import { useSearch } from '../queries.ts';
import { looksLikeQuestion, useAsk } from '../state/ask.ts';
import { useServer } from '../state/host.ts';
import { useOverlay } from '../state/overlay.ts';
import { SEARCH_ID } from '../use-shortcuts.ts';
import classes from './SearchBox.module.css';
import { groupHits } from './search-groups.ts';

/** Milliseconds of quiet before the server is asked. */
const PAUSE = 120;
/** The option that asks what was typed. */
const ASK = 'ask';

export function SearchBox() {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE);
  const { data, error, isFetching, isPlaceholderData } = useSearch(asked);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const openOverlay = useOverlay((state) => state.open);
  const query = text.trim();
  const isQuestion = useServer() && looksLikeQuestion(query);
  const hits = query ? (data?.hits ?? []) : [];
  /** The hits shown are not yet those of what stands in the box. */
  const late = query !== asked.trim() || isPlaceholderData || isFetching;
  /** The option that was chosen without a key; Mantine knows only of those that keys choose. */
  const [active, setActive] = useState<string | null>(null);
  const [enterWaits, setEnterWaits] = useState(false);

  // The first hit is chosen as soon as it is there, so that Enter opens it; to ask is there at once.
  const { selectFirstOption } = combobox;
  const first = hits[0]?.id;
  useEffect(() => {
    if (isQuestion ? query : !late && first !== undefined) setActive(selectFirstOption());
  }, [late, first, isQuestion, query, selectFirstOption]);

  function open(id: string | undefined) {
    if (id === ASK) {
      useAsk.getState().ask(query);
      setText('');
      combobox.closeDropdown();
      return;
    }
    const hit = hits.find((candidate) => candidate.id === id);
    if (!hit) return;
    openTarget(targetOf(hit.kind, hit.id), { read: true });
    setText('');
    combobox.closeDropdown();
  }

  // Enter that comes before the answer opens the first hit once it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of an answer counts.
  useEffect(() => {
    if (!enterWaits || late) return;
    setEnterWaits(false);
    open(first);
  }, [enterWaits, late]);

  function answer() {
    if (error) return <Combobox.Empty>{error.message}</Combobox.Empty>;
    if (hits.length === 0)
      return <Combobox.Empty>{late ? 'Searching' : `Nothing matches “${query}”`}</Combobox.Empty>;
    return groupHits(hits).map(({ name, hits: members }) => (
      <Combobox.Group key={name} label={`${name} · ${members.length}`}>
        {members.map((hit) => (
          <Option key={hit.id} hit={hit} />
        ))}
      </Combobox.Group>
    ));
  }

  return (
    <search className={classes.search}>
      <Combobox
        store={combobox}
        onOptionSubmit={open}
        offset={4}
        shadow="md"
        transitionProps={{ duration: 0 }}
      >
        <Combobox.Target
          withExpandedAttribute
          {...(active && combobox.dropdownOpened ? { 'aria-activedescendant': active } : {})}
        >
          <TextInput
            id={SEARCH_ID}
            size="xs"
            value={text}
            maxLength={200}
            placeholder="Find papers, concepts and themes"
            aria-label="Find papers, concepts and themes"
            autoComplete="off"
            spellCheck={false}
            leftSection={<Icon name="search" size={14} />}
            rightSection={text ? null : <kbd className={classes.key}>/</kbd>}
            onChange={(event) => {
              // As in an editor: what comes after `>` is a command.
              if (event.currentTarget.value.startsWith('>')) {
                setText('');
                // The palette gives the focus back to where it was: not into the box.
                event.currentTarget.blur();
                openOverlay('palette', event.currentTarget.value.slice(1).trim());
                return;
              }
              setText(event.currentTarget.value);
              setActive(null);
              setEnterWaits(false);
              combobox.resetSelectedOption();
              combobox.openDropdown();
            }}
            onFocus={() => query && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key.startsWith('Arrow')) setActive(null);
              if (event.key === 'Enter' && isQuestion && combobox.getSelectedOptionIndex() < 0) {
                event.preventDefault();
                open(ASK);
              } else if (event.key === 'Enter' && query && late && !isQuestion) {
                event.preventDefault();
                setEnterWaits(true);
              } else if (event.key === 'Escape') {
                event.preventDefault();
                setText('');
                combobox.closeDropdown();
                event.currentTarget.blur();
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!query}>
          <Combobox.Options className={classes.options ?? ''} aria-label="Hits">
            {isQuestion && (
              <Combobox.Option value={ASK} className={classes.option ?? ''}>
                <span className={classes.shape}>
                  <Icon name="question" size={13} />
                </span>
                <span className={classes.label}>Ask: {query}</span>
              </Combobox.Option>
            )}
            {answer()}
          </Combobox.Options>
          {data && hits.length > 0 && data.total > hits.length && (
            <Combobox.Footer>
              <span className={classes.more}>
                {hits.length} of {count(data.total, 'hit')}; type more to narrow down
              </span>
            </Combobox.Footer>
          )}
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}

function Option({ hit }: { hit: SearchHit }) {
  const tail = hit.kind === 'Paper' ? hit.count : hit.count !== null ? count(hit.count, 'paper') : null;
  return (
    <Combobox.Option value={hit.id} className={classes.option ?? ''}>
      <span className={classes.shape} data-kind={hit.kind}>
        {hit.kind !== 'Theme' && <KindIcon kind={hit.kind} />}
      </span>
      <span className={classes.label}>
        {hit.label}
        {hit.matched && <span className={classes.matched}> {hit.matched}</span>}
      </span>
      <span className={classes.count}>{tail}</span>
    </Combobox.Option>
  );
}
