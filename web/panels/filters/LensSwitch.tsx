import { lazy, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Icon } from '../../components/icons.tsx';
import { shorten } from '../../components/words.ts';
import { drawnName, drawnThemeName } from '../../drawn-name.ts';
import { nameOf, useSavedLenses } from '../../state/saved-lenses.ts';
import { useView } from '../../state/view.ts';
import classes from './LensSwitch.module.css';
import { LENS_NAMES, WHOLE_LENSES, type WholeLens } from './lens-names.ts';
import { MapPopover } from './MapPopover.tsx';

const FocusSheet = lazy(() => import('./FocusSheet.tsx'));

const NAME_LENGTH = 16;

/** What the map shows of the graph: kinds of things; and whether all of them, or a theme, or what is around a node. */
export function LensSwitch() {
  const { lens, setLens, theme, centre, query } = useView();
  const saved = useSavedLenses((state) => state.lenses);
  const [open, setOpen] = useState(false);
  const around = lens === 'ego' && centre.length > 0;
  const found = lens === 'query' && query !== null;
  const name = found
    ? shorten(nameOf(saved, query) ?? 'A statement', NAME_LENGTH)
    : around
      ? `Around ${centre.length === 1 ? shorten(drawnName(centre[0]!) ?? '1 node', NAME_LENGTH) : `${centre.length} nodes`}`
      : theme !== null
        ? shorten(drawnThemeName(theme) ?? 'One theme', NAME_LENGTH)
        : 'Focus';
  return (
    <div className={classes.lens}>
      <Choice
        label="What the map shows"
        // NOTE: around a node, and of a statement, none of the four is chosen.
        value={around || found ? ('' as WholeLens) : lens === 'ego' || lens === 'query' ? 'all' : lens}
        onChange={setLens}
        options={WHOLE_LENSES.map((value) => ({ value, label: LENS_NAMES[value] }))}
      />
      <MapPopover
        label="Focus"
        open={open}
        setOpen={setOpen}
        classes={classes}
        target={
          <button
            type="button"
            className={classes.focus}
            data-active={around || found || theme !== null || undefined}
            aria-label={name === 'Focus' ? 'Focus on a theme or a node' : `Focus: ${name}`}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {name}
            <Icon name="chevron" size={11} />
          </button>
        }
      >
        <FocusSheet />
      </MapPopover>
    </div>
  );
}
