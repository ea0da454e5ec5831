/** The view's choice as parameters of the address. Nothing is read from it that has not the form of what is written. */
import { BOUNDS, EDGE_TYPES, LENSES, nodeKindSchema } from '../../graph/contract.ts';
import { readLensQueryFrom, writeLensQuery } from './lens-query.ts';
import { WIDE } from './narrowing.ts';
import {
  COLOURINGS,
  EDGE_COLOURINGS,
  type ExpansionChoice,
  FIRST_CHOICE,
  type Position,
  SIZINGS,
  type ViewChoice,
} from './view.ts';

export const ID_PATTERN = /^[\w:.-]{1,64}$/;

/** A choice whose expansions are still to be fetched. */
export interface AddressedChoice extends Omit<ViewChoice, 'expansions'> {
  readonly expansions: ReadonlyMap<string, ExpansionChoice>;
}

/** Longer lists than these are cut, so that an address stays one. */
const MOST = {
  hidden: 60,
  pins: 40,
  expansions: 20,
  text: BOUNDS.queryLength,
  tag: BOUNDS.idLength,
} as const;
const YEARS = [1000, 3000] as const;
/** Digits after the point, of a place on the map. */
const PLACE_DIGITS = 2;
const PLACE = /^-?\d{1,7}(\.\d{1,4})?$/;
const ISOLATED = 'only';

export const FIRST_ADDRESSED: AddressedChoice = { ...FIRST_CHOICE, expansions: new Map() };

/** Writes what differs from the first view. */
export function writeChoice(search: URLSearchParams, choice: AddressedChoice): void {
  const { narrowing } = choice;
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  };
  const unlessFirst = <Name extends 'lens' | 'colouring' | 'sizing' | 'edgeColouring'>(name: Name) =>
    choice[name] === FIRST_CHOICE[name] ? null : choice[name];
  put('lens', unlessFirst('lens'));
  put(ISOLATED, choice.theme);
  put('centre', choice.centre.join());
  put('depth', choice.depth === FIRST_CHOICE.depth ? null : choice.depth);
  writeLensQuery(search, choice.query);
  put('limit', choice.limit);
  put('without', [...narrowing.hiddenKinds].sort().join());
  put('unlinked', [...narrowing.hiddenRelations].sort().join());
  for (const name of ['from', 'to', 'minPapers', 'text', 'tag', 'minDegree', 'core'] as const)
    put(name, narrowing[name]);
  put('largest', narrowing.largest ? 1 : null);
  put('fresh', narrowing.fresh ? 1 : null);
  put('hide', [...choice.hidden].slice(0, MOST.hidden).join());
  put('pin', [...choice.pins].slice(0, MOST.pins).map(pinText).join());
  put('open', [...choice.expansions].slice(0, MOST.expansions).map(expansionText).join());
  put('colour', unlessFirst('colouring'));
  put('size', unlessFirst('sizing'));
  put('links', unlessFirst('edgeColouring'));
}

/** Never throws: what it does not understand is as if it were not there. */
export function readChoice(search: URLSearchParams): AddressedChoice {
  const one = <Name extends string>(name: string, known: readonly Name[], other: Name): Name =>
    known.find((value) => value === search.get(name)) ?? other;
  const listed = (name: string, most: number) =>
    (search.get(name) ?? '').split(',').filter(Boolean).slice(0, most);
  const ids = (name: string, most: number) => listed(name, most).filter((id) => ID_PATTERN.test(id));
  const some = <Name extends string>(name: string, known: readonly Name[]) =>
    new Set(known.filter((value) => listed(name, known.length).includes(value)));
  const whole = (name: string, least: number, most: number): number | null => {
    const text = search.get(name) ?? '';
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : null;
  };
  const words = (name: 'text' | 'tag') => {
    const text = (search.get(name) ?? '').trim().slice(0, MOST[name]);
    return text === '' || /\p{Cc}/u.test(text) ? null : text;
  };
  return {
    lens: one('lens', LENSES, FIRST_CHOICE.lens),
    theme: ids(ISOLATED, 1)[0] ?? null,
    centre: ids('centre', BOUNDS.centres),
    depth: whole('depth', 1, BOUNDS.depth) ?? FIRST_CHOICE.depth,
    query: readLensQueryFrom(search),
    limit: whole('limit', 1, BOUNDS.mapNodes) ?? undefined,
    narrowing: {
      ...WIDE,
      hiddenKinds: some('without', nodeKindSchema.options),
      hiddenRelations: some('unlinked', EDGE_TYPES),
      from: whole('from', ...YEARS),
      to: whole('to', ...YEARS),
      minPapers: whole('minPapers', 1, BOUNDS.minPapers),
      text: words('text'),
      tag: words('tag'),
      minDegree: whole('minDegree', 1, BOUNDS.mapNodes),
      core: whole('core', 1, BOUNDS.core),
      largest: search.get('largest') === '1',
      fresh: search.get('fresh') === '1',
    },
    hidden: new Set(ids('hide', MOST.hidden)),
    pins: new Map(listed('pin', MOST.pins).flatMap((text) => readPin(text) ?? [])),
    expansions: new Map(listed('open', MOST.expansions).flatMap((text) => readExpansion(text) ?? [])),
    colouring: one('colour', COLOURINGS, FIRST_CHOICE.colouring),
    sizing: one('size', SIZINGS, FIRST_CHOICE.sizing),
    edgeColouring: one('links', EDGE_COLOURINGS, FIRST_CHOICE.edgeColouring),
  };
}

const pinText = ([id, { x, y }]: readonly [string, Position]): string =>
  [id, Number(x.toFixed(PLACE_DIGITS)), Number(y.toFixed(PLACE_DIGITS))].join('~');

function readPin(text: string): [[string, Position]] | null {
  const [id = '', x = '', y = ''] = text.split('~');
  if (!ID_PATTERN.test(id) || !PLACE.test(x) || !PLACE.test(y)) return null;
  return [[id, { x: Number(x), y: Number(y) }]];
}

const expansionText = ([id, { limit, relation, kind }]: readonly [string, ExpansionChoice]): string =>
  [id, relation, kind, limit].join('~').replace(/~+$/, '');

function readExpansion(text: string): [[string, ExpansionChoice]] | null {
  const [id = '', asked = '', wanted = '', most = ''] = text.split('~');
  if (!ID_PATTERN.test(id)) return null;
  const relation = EDGE_TYPES.find((type) => type === asked);
  const kind = nodeKindSchema.options.find((known) => known === wanted);
  const limit = /^\d{1,3}$/.test(most) ? Number(most) : 0;
  const bounded = limit >= 1 && limit <= BOUNDS.neighbours;
  return [[id, { ...(relation && { relation }), ...(kind && { kind }), ...(bounded && { limit }) }]];
}
