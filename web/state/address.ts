/** The view in the address, after `#`, so that a reload or a shared link shows the same. */
import { LENSES, type Lens } from '../../graph/contract.ts';
import { GAP_KINDS, type GapKind } from '../../graph/schema.ts';
import { FIRST_KIND, useGapList } from './gap-list.ts';
import { FIRST_PAIRING, PAIRINGS, type PairingId, useMatrixAxes } from './matrix.ts';
import { PAGES, type Page, usePage } from './page.ts';
import { nodesOf, sameTarget, TARGET_TYPES, type Target, useSelection } from './selection.ts';
import { useView } from './view.ts';

export interface Place {
  readonly page: Page;
  readonly lens: Lens;
  /** The theme that is shown alone. */
  readonly theme: string | null;
  /** Which gaps are listed. */
  readonly gaps: GapKind;
  readonly matrix: PairingId;
  readonly target: Target | null;
}

export const START: Place = {
  page: 'map',
  lens: 'all',
  theme: null,
  gaps: FIRST_KIND,
  matrix: FIRST_PAIRING,
  target: null,
};

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
    page: PAGES.find((page) => page === search.get('page')) ?? START.page,
    lens: LENSES.find((lens) => lens === search.get('lens')) ?? START.lens,
    theme: readId(search, ISOLATED),
    gaps: GAP_KINDS.find((kind) => kind === search.get('gaps')) ?? START.gaps,
    matrix: PAIRINGS.find(({ id }) => id === search.get('matrix'))?.id ?? START.matrix,
    target: type ? { type, id: readId(search, type)! } : null,
  };
}

/** The inverse of `parsePlace`; empty for the start page. */
export function serialisePlace(place: Place): string {
  const search = new URLSearchParams();
  for (const name of ['page', 'lens', 'gaps', 'matrix'] as const)
    if (place[name] !== START[name]) search.set(name, place[name]);
  if (place.theme) search.set(ISOLATED, place.theme);
  if (place.target) search.set(place.target.type, place.target.id);
  const text = search.toString();
  return text ? `#${text}` : '';
}

export function currentPlace(): Place {
  const { lens, theme } = useView.getState();
  return {
    page: usePage.getState().page,
    lens,
    theme,
    gaps: useGapList.getState().kind,
    matrix: useMatrixAxes.getState().pairing,
    target: useSelection.getState().current,
  };
}

function apply(place: Place): void {
  const view = useView.getState();
  usePage.getState().show(place.page);
  useGapList.getState().list(place.gaps);
  useMatrixAxes.getState().setPairing(place.matrix);
  if (view.lens !== place.lens) view.setLens(place.lens);
  if (view.theme !== place.theme) view.isolate(place.theme);
  const moved = !sameTarget(useSelection.getState().current, place.target);
  useSelection.getState().restore(place.target);
  if (place.target) {
    const { type, id } = place.target;
    if (!moved || type === 'gap') return;
    view.fly(type === 'theme' ? { to: 'theme', id } : { to: 'nodes', ids: nodesOf(place.target) });
  } else if (place.theme && view.theme !== place.theme) view.fly({ to: 'theme', id: place.theme });
}

/**
 * Reads the address into the state now and whenever it changes, and writes the state back into it. Another page,
 * kind of gaps or selection is a step in the browser's history; anything else changes the step that is there.
 */
export function followAddress(browser: Window): void {
  let written = START;
  let pending = false;
  const read = () => {
    written = parsePlace(browser.location.hash);
    apply(written);
  };
  const write = () => {
    pending = false;
    const place = currentPlace();
    const hash = serialisePlace(place);
    if (hash === serialisePlace(written)) return;
    const address = hash || browser.location.pathname + browser.location.search;
    const step =
      place.page !== written.page || place.gaps !== written.gaps || !sameTarget(place.target, written.target);
    if (step) browser.history.pushState(null, '', address);
    else browser.history.replaceState(null, '', address);
    written = place;
  };
  // What is done in one go, in however many stores, is one step.
  const schedule = () => {
    if (!pending) queueMicrotask(write);
    pending = true;
  };
  read();
  browser.addEventListener('popstate', read);
  browser.addEventListener('hashchange', read);
  for (const store of [usePage, useView, useGapList, useMatrixAxes, useSelection]) store.subscribe(schedule);
}
