import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { openTarget, targetOf } from '../../navigation.ts';
import { useOutline } from '../../state/outline.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import classes from './OutlineTree.module.css';
import { actOn } from './outline-keys.ts';
import type { OutlineModel } from './outline-model.ts';
import { membersOf, type OutlineRow, openRows, rowAfter, typedRow, wayTo } from './outline-rows.ts';
import { TreeRow } from './TreeRow.tsx';

interface Props {
  /** It stands alone in what scrolls. */
  model: OutlineModel;
}

/** Pixels. */
const ROW = 27;
const AHEAD = 12;
const PAGE_STEP = 12;
/** Milliseconds between letters of one word. */
const TYPING_MS = 700;
const NOTHING_TYPED = { text: '', at: 0 };

/** Opens a row: a node or theme in its panel, a kind in the tree. */
function open(row: OutlineRow, read: boolean): void {
  if (row.type === 'node') openTarget(targetOf(row.node.kind, row.node.id), { read });
  else if (row.type === 'theme' && row.theme) openTarget({ type: 'theme', id: row.theme.id }, { read });
  else useOutline.getState().toggle(row.key);
}

/** Themes, their kinds, their nodes, and what each is tied to, for the keyboard; only the rows in sight are in the page. */
export function OutlineTree({ model }: Props) {
  const { open: opened, toggle, reveal } = useOutline();
  const selected = useSelection((state) => state.current?.id ?? null);
  const hover = useView((state) => state.hover);
  const rows = useMemo(() => openRows(model, opened), [model, opened]);
  const tree = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState<string | null>(null);
  /** Counts what is to bring the active row into sight; a click does not, since its row is in sight. */
  const [moves, setMoves] = useState(0);
  const active = useRef(key);
  active.current = key;
  const typed = useRef(NOTHING_TYPED);
  const prefix = useId();
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === key),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => tree.current?.parentElement ?? null,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]!.key,
    overscan: AHEAD,
  });

  // What is selected elsewhere is shown here too.
  useEffect(() => {
    const way = selected === null ? null : wayTo(model, selected);
    if (!way) return;
    if (active.current?.endsWith(`/${selected}`)) return;
    reveal(way.open);
    setKey(way.key);
    setMoves((times) => times + 1);
  }, [selected, model, reveal]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move brings it into sight.
  useEffect(() => {
    const index = rows.findIndex((row) => row.key === key);
    if (moves > 0 && index >= 0) virtual.scrollToIndex(index);
  }, [moves]);

  function go(index: number) {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setKey(row.key);
    setMoves((times) => times + 1);
    hover(row.type === 'node' ? row.node.id : null);
  }

  function type(letter: string, now: number) {
    const { text, at: before } = typed.current;
    const word = now - before < TYPING_MS ? text + letter : letter;
    typed.current = { text: word, at: now };
    go(typedRow(rows, at, word));
  }

  function press(event: KeyboardEvent) {
    const row = rows[at];
    if (!row || event.altKey) return;
    // A space within a word that is being typed is a letter of it.
    const typing = event.timeStamp - typed.current.at < TYPING_MS && typed.current.text !== '';
    if (!(event.key === ' ' && typing) && actOn(event, membersOf(row))) {
      if (event.key === 'Delete') go(rowAfter(rows, at));
      return event.preventDefault();
    }
    const parent = rows.findIndex((other) => other.key === row.parent);
    const canOpen = row.count > 0;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'PageDown') go(at + PAGE_STEP);
    else if (event.key === 'PageUp') go(at - PAGE_STEP);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'ArrowRight' && row.isOpen) go(at + 1);
    else if (event.key === 'ArrowRight' && canOpen) toggle(row.key);
    else if (event.key === 'ArrowLeft' && row.isOpen) toggle(row.key);
    else if (event.key === 'ArrowLeft' && parent >= 0) go(parent);
    else if (event.key === 'Enter') open(row, true);
    else if (event.key === '*')
      reveal(rows.filter((other) => other.parent === row.parent).map((other) => other.key));
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) type(event.key, event.timeStamp);
    else return;
    // Moving about ends the word.
    if (event.key.length > 1 || event.key === '*') typed.current = NOTHING_TYPED;
    event.preventDefault();
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Everything on the map: themes, their kinds, their nodes. Enter opens, Space picks, Delete hides"
      aria-multiselectable="true"
      aria-activedescendant={rows[at] ? `${prefix}${at}` : undefined}
      tabIndex={0}
      className={classes.tree}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={press}
      onFocus={() => hover(rows[at]?.type === 'node' ? rows[at].node.id : null)}
      onBlur={() => hover(null)}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index]!;
        return (
          <TreeRow
            key={row.key}
            id={`${prefix}${index}`}
            row={row}
            start={start}
            height={ROW}
            active={index === at}
            onToggle={() => {
              setKey(row.key);
              toggle(row.key);
            }}
            onOpen={() => {
              setKey(row.key);
              if (row.type === 'node') open(row, false);
              else toggle(row.key);
            }}
          />
        );
      })}
    </div>
  );
}
