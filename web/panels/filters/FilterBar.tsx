import { type KeyboardEvent, lazy, useEffect, useRef } from 'react';
import type { GraphView, Lens } from '../../../graph/contract.ts';
import { Icon } from '../../components/icons.tsx';
import { count } from '../../components/words.ts';
import { useAnnouncement } from '../../state/announcement.ts';
import { useFilterMenu } from '../../state/filter-menu.ts';
import { useView } from '../../state/view.ts';
import { useYearPlay } from '../../state/year-play.ts';
import classes from './FilterBar.module.css';
import type { Chip } from './filter-chips.ts';
import { LensSwitch } from './LensSwitch.tsx';
import { LENS_NAMES } from './lens-names.ts';
import { MapPopover } from './MapPopover.tsx';
import { useChips } from './use-chips.ts';

const FilterSheet = lazy(() => import('./FilterSheet.tsx'));

interface Props {
  base: GraphView | undefined;
  /** With what was laid over it. */
  view: GraphView | undefined;
  waiting: boolean;
}

/** Over the map: the lens, what narrows it as chips that take it away, and the way to more of them. */
export function FilterBar({ base, view, waiting }: Props) {
  const { choose, lens, hidden } = useView();
  const { chips, clear } = useChips();
  const bar = useRef<HTMLDivElement>(null);
  const drawn = view?.nodes.id.filter((id) => !hidden.has(id)).length ?? 0;
  const left = base ? leftInWords(base, drawn) : null;
  useLeftAnnounced(chips, lens, waiting ? null : left);

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-chip]')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    if (event.key === 'ArrowRight') buttons[(at + 1) % buttons.length]!.focus();
    else if (event.key === 'ArrowLeft') buttons.at(at - 1)!.focus();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(chips[at]!, at);
    else return;
    event.preventDefault();
  }
  /** The focus goes on to the next chip, or to what adds one. */
  function remove({ without }: Chip, at: number) {
    choose(without);
    requestAnimationFrame(() => {
      const buttons = bar.current?.querySelectorAll<HTMLButtonElement>('button[data-chip], button[data-add]');
      buttons?.[Math.min(at, buttons.length - 1)]?.focus();
    });
  }

  return (
    <div ref={bar} className={classes.bar} role="toolbar" aria-label="Lens and filters" onKeyDown={press}>
      <LensSwitch />
      {chips.map((chip, at) => (
        <button
          key={chip.key}
          type="button"
          data-chip
          className={classes.chip}
          aria-label={`Remove filter ${chip.label}`}
          onClick={() => remove(chip, at)}
        >
          <span className={classes.label}>{chip.label}</span>
          <Icon name="close" size={11} />
        </button>
      ))}
      <AddFilter />
      {chips.length > 1 && (
        <button type="button" className={classes.clear} onClick={clear}>
          Clear all
        </button>
      )}
      {chips.length > 0 && left !== null && (
        <span className={classes.left} data-waiting={waiting || undefined}>
          {left}
        </span>
      )}
    </div>
  );
}

/** `9 nodes left`; `1,655 match, 300 drawn` where the map does not hold them all. */
function leftInWords({ shown: { nodes, of } }: GraphView, drawn: number): string {
  if (nodes >= of) return `${count(of, 'node')} left`;
  return `${of.toLocaleString('en')} match, ${drawn.toLocaleString('en')} drawn`;
}

/** Says how much is left after each change of the lens and of what narrows. */
function useLeftAnnounced(chips: readonly Chip[], lens: Lens, left: string | null) {
  const said = useRef<{ names: string; lens: Lens } | null>(null);
  const names = chips.map(({ label }) => label).join('; ');
  // One year after the other would be too much to listen to.
  const playing = useYearPlay((state) => state.playing);
  useEffect(() => {
    const before = said.current;
    if (playing || left === null || (before?.names === names && before.lens === lens)) return;
    said.current = { names, lens };
    if (!before) return;
    const of = lens !== before.lens && lens !== 'ego' && lens !== 'query' ? [LENS_NAMES[lens]] : [];
    const filters = names === '' ? 'No filters' : `Filters: ${names}`;
    useAnnouncement.getState().say([...of, filters, left].join('. '));
  }, [names, lens, left, playing]);
}

function AddFilter() {
  const { open, setOpen } = useFilterMenu();
  return (
    <MapPopover
      label="Filters to add"
      open={open}
      setOpen={setOpen}
      classes={classes}
      target={
        <button
          type="button"
          data-add
          className={classes.add}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" size={13} />
          Add filter
        </button>
      }
    >
      <FilterSheet />
    </MapPopover>
  );
}
