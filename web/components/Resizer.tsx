import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { PANEL_BOUNDS, type ResizedPanel, useExtents } from '../state/extents.ts';
import classes from './Resizer.module.css';

const NAMES: Readonly<Record<ResizedPanel, string>> = {
  sidebar: 'Width of the sidebar',
  detail: 'Width of the panel',
  drawer: 'Height of the console',
};
/** As the drawer's stylesheet has it. */
const MOST_OF_WINDOW = 0.75;
/** Pixels a press of an arrow key, and with Shift. */
const STEP = { usual: 16, large: 64 };

/** Towards where the panel grows: +1 right, -1 left or up. */
const GROWS: Readonly<Record<ResizedPanel, 1 | -1>> = { sidebar: 1, detail: -1, drawer: -1 };

/** The edge of a panel: drawn by the pointer, moved by arrow keys, put back by a double click or Enter. */
export function Resizer({ panel }: { panel: ResizedPanel }) {
  const kept = useExtents((state) => state[panel]);
  // A drawer is never drawn higher than this, whatever the window it was drawn up in.
  const extent = panel === 'drawer' ? Math.min(kept, Math.round(innerHeight * MOST_OF_WINDOW)) : kept;
  const resize = useExtents((state) => state.resize);
  const from = useRef<{ at: number; extent: number } | null>(null);
  const upright = panel !== 'drawer';
  const { least, usual, most } = PANEL_BOUNDS[panel];
  const placeOf = (event: PointerEvent) => (upright ? event.clientX : event.clientY);

  function press(event: KeyboardEvent) {
    const step = (event.shiftKey ? STEP.large : STEP.usual) * GROWS[panel];
    const back = upright ? 'ArrowLeft' : 'ArrowUp';
    const on = upright ? 'ArrowRight' : 'ArrowDown';
    if (event.key === on) resize(panel, extent + step);
    else if (event.key === back) resize(panel, extent - step);
    else if (event.key === 'Home') resize(panel, least);
    else if (event.key === 'End') resize(panel, most);
    else if (event.key === 'Enter') resize(panel, usual);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved; this is a separator that can.
    <div
      className={classes.resizer}
      data-panel={panel}
      role="separator"
      tabIndex={0}
      aria-label={NAMES[panel]}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={extent}
      onKeyDown={press}
      onDoubleClick={() => resize(panel, usual)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { at: placeOf(event), extent };
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (from.current)
          resize(panel, from.current.extent + (placeOf(event) - from.current.at) * GROWS[panel]);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    />
  );
}
