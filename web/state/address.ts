/** The view in the address, after `#`, so that a reload or a shared link shows the same. */
import { LENSES, type Lens } from '../../graph/contract.ts';
import { sameTarget, type Target, type TargetType, useSelection } from './selection.ts';
import { useView } from './view.ts';

export interface Place {
  readonly lens: Lens;
  readonly theme: string | null;
  readonly target: Target | null;
}

const TARGET_TYPES: readonly TargetType[] = ['paper', 'concept', 'theme'];
/** The parameter of the isolated theme; `theme` is a selected one. */
const ISOLATED = 'only';
const ID_PATTERN = /^[\w:.-]{1,64}$/;

function readId(search: URLSearchParams, name: string): string | null {
  const id = search.get(name);
  return id !== null && ID_PATTERN.test(id) ? id : null;
}

/** Never throws: what it does not understand is as if it were not there. */
export function parsePlace(hash: string): Place {
  const search = new URLSearchParams(hash.replace(/^#/, ''));
  const type = TARGET_TYPES.find((name) => readId(search, name) !== null);
  return {
    lens: LENSES.find((lens) => lens === search.get('lens')) ?? 'all',
    theme: readId(search, ISOLATED),
    target: type ? { type, id: readId(search, type)! } : null,
  };
}

/** The inverse of `parsePlace`; empty for the start page. */
export function serialisePlace(place: Place): string {
  const search = new URLSearchParams();
  if (place.lens !== 'all') search.set('lens', place.lens);
  if (place.theme) search.set(ISOLATED, place.theme);
  if (place.target) search.set(place.target.type, place.target.id);
  const text = search.toString();
  return text ? `#${text}` : '';
}

function currentPlace(): Place {
  const { lens, theme } = useView.getState();
  return { lens, theme, target: useSelection.getState().current };
}

/**
 * Reads the address into the state now and whenever it changes, and writes the state back into it. Another selection
 * is a step in the browser's history; anything else changes the step that is there.
 */
export function followAddress(page: Window): void {
  let written = parsePlace(page.location.hash);
  let reading = false;
  const apply = (place: Place) => {
    const view = useView.getState();
    if (view.lens !== place.lens) view.setLens(place.lens);
    if (view.theme !== place.theme) view.isolate(place.theme);
    const moved = !sameTarget(useSelection.getState().current, place.target);
    useSelection.getState().restore(place.target);
    if (place.target) {
      if (!moved) return;
      const { type, id } = place.target;
      view.fly(type === 'theme' ? { to: 'theme', id } : { to: 'nodes', ids: [id] });
    } else if (place.theme && view.theme !== place.theme) view.fly({ to: 'theme', id: place.theme });
  };
  const read = () => {
    reading = true;
    written = parsePlace(page.location.hash);
    apply(written);
    reading = false;
  };
  const write = () => {
    if (reading) return;
    const place = currentPlace();
    const hash = serialisePlace(place);
    if (hash === serialisePlace(written)) return;
    const address = hash || page.location.pathname + page.location.search;
    if (sameTarget(place.target, written.target)) page.history.replaceState(null, '', address);
    else page.history.pushState(null, '', address);
    written = place;
  };
  read();
  page.addEventListener('popstate', read);
  page.addEventListener('hashchange', read);
  useView.subscribe(write);
  useSelection.subscribe(write);
}
