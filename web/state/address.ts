/** The view in the address, after `#`, so that a reload or a shared link shows the same. */
import { GAP_KINDS, type GapKind } from '../../graph/schema.ts';
import { plainQuestion, useAsk } from './ask.ts';
import { type CameraSight, readSight, sameSight, useCameraAddress, writeSight } from './camera-address.ts';
import { type LinkedStatement, useConsole } from './console.ts';
import { readStatement, sameStatement, writeStatement } from './console-address.ts';
import { FIRST_KIND, useGapList } from './gap-list.ts';
import { useHost } from './host.ts';
import { FIRST_PAIRING, PAIRINGS, type PairingId, useMatrixAxes } from './matrix.ts';
import { PAGES, type Page, usePage } from './page.ts';
import {
  bringsItself,
  nodesOf,
  sameTarget,
  TARGET_TYPES,
  type Target,
  type TargetType,
  useSelection,
} from './selection.ts';
import { useView } from './view.ts';
import {
  type AddressedChoice,
  FIRST_ADDRESSED,
  ID_PATTERN,
  readChoice,
  writeChoice,
} from './view-address.ts';
import { choiceOf, unrecorded } from './view-history.ts';
import { useWantedExpansions } from './wanted-expansions.ts';

export interface Place {
  readonly page: Page;
  readonly view: AddressedChoice;
  /** Which gaps are listed. */
  readonly gaps: GapKind;
  readonly matrix: PairingId;
  /** What is asked in plain words, on its page; empty for nothing. */
  readonly question: string;
  readonly target: Target | null;
  /** Where the user left the camera. */
  readonly sight: CameraSight | null;
  /** What the console ran, or is to offer. */
  readonly cypher: LinkedStatement | null;
}

export const START: Place = {
  page: 'map',
  view: FIRST_ADDRESSED,
  gaps: FIRST_KIND,
  matrix: FIRST_PAIRING,
  question: '',
  target: null,
  sight: null,
  cypher: null,
};

/** Of what is made of several ids. */
const IDS_PATTERN = /^[\w:.-]{1,2000}$/;

function readId(search: URLSearchParams, name: TargetType): string | null {
  const id = search.get(name);
  const pattern = name === 'connections' ? IDS_PATTERN : ID_PATTERN;
  return id !== null && pattern.test(id) ? id : null;
}

/** Never throws: what it does not understand is as if it were not there. */
export function parsePlace(hash: string): Place {
  const search = new URLSearchParams(hash.replace(/^#/, ''));
  const type = TARGET_TYPES.find((name) => readId(search, name) !== null);
  const page = PAGES.find((name) => name === search.get('page')) ?? START.page;
  return {
    page,
    view: readChoice(search),
    gaps: GAP_KINDS.find((kind) => kind === search.get('gaps')) ?? START.gaps,
    matrix: PAIRINGS.find(({ id }) => id === search.get('matrix'))?.id ?? START.matrix,
    question: page === 'ask' ? plainQuestion(search.get('q') ?? '') : '',
    target: type ? { type, id: readId(search, type)! } : null,
    sight: readSight(search),
    cypher: readStatement(search),
  };
}

/** The inverse of `parsePlace`; empty for the start page. */
export function serialisePlace(place: Place): string {
  const search = new URLSearchParams();
  for (const name of ['page', 'gaps', 'matrix'] as const)
    if (place[name] !== START[name]) search.set(name, place[name]);
  if (place.question) search.set('q', place.question);
  writeChoice(search, place.view);
  if (place.target) search.set(place.target.type, place.target.id);
  writeSight(search, place.sight);
  writeStatement(search, place.cypher);
  const text = search.toString();
  return text ? `#${text}` : '';
}

export function currentPlace(): Place {
  const choice = choiceOf(useView.getState());
  const { wanted } = useWantedExpansions.getState();
  const { page } = usePage.getState();
  const opened = [...choice.expansions].map(([id, expansion]) => [id, expansion.choice] as const);
  return {
    page,
    view: { ...choice, expansions: new Map([...wanted, ...opened]) },
    gaps: useGapList.getState().kind,
    matrix: useMatrixAxes.getState().pairing,
    question: page === 'ask' ? useAsk.getState().current : '',
    target: useSelection.getState().current,
    sight: useCameraAddress.getState().sight,
    cypher: useConsole.getState().linked,
  };
}

function textOf(choice: AddressedChoice): string {
  const search = new URLSearchParams();
  writeChoice(search, choice);
  return search.toString();
}

function apply(place: Place): void {
  const view = useView.getState();
  usePage.getState().show(place.page);
  useGapList.getState().list(place.gaps);
  useMatrixAxes.getState().setPairing(place.matrix);
  if (place.page === 'ask') useAsk.getState().restore(place.question);
  const { linked, offer } = useConsole.getState();
  const whole = useHost.getState().host === 'server';
  if (whole && place.cypher && !sameStatement(linked, place.cypher)) offer(place.cypher);
  const alone = place.view.theme;
  const wasAlone = view.theme;
  if (textOf(place.view) !== textOf(currentPlace().view)) {
    const { expansions, ...choice } = place.view;
    useWantedExpansions.getState().want(expansions);
    unrecorded(() => view.choose({ ...choice, expansions: new Map() }));
  }
  const moved = !sameTarget(useSelection.getState().current, place.target);
  useSelection.getState().restore(place.target);
  const { sight, want, settle } = useCameraAddress.getState();
  if (place.sight) {
    if (!sameSight(place.sight, sight)) want(place.sight);
    return;
  }
  settle(null);
  if (place.target) {
    const { type, id } = place.target;
    if (!moved || type === 'gap' || bringsItself(place.target)) return;
    view.fly(type === 'theme' ? { to: 'theme', id } : { to: 'nodes', ids: nodesOf(place.target) });
  } else if (alone && wasAlone !== alone) view.fly({ to: 'theme', id: alone });
}

/**
 * Reads the address into the state now and whenever it changes, and writes the state back into it. Another page,
 * kind of gaps, question or selection is a step in the browser's history; anything else changes the step that is there.
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
      place.page !== written.page ||
      place.gaps !== written.gaps ||
      place.question !== written.question ||
      !sameTarget(place.target, written.target);
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
  const stores = [usePage, useView, useWantedExpansions, useGapList, useMatrixAxes, useAsk, useSelection];
  for (const store of [...stores, useCameraAddress]) store.subscribe(schedule);
  // The rest of it changes with every key that is typed.
  useConsole.subscribe(({ linked }, before) => linked !== before.linked && schedule());
}
