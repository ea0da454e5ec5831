import type { Notice } from '../../store.ts';
import { nearest } from './near.ts';
import type { Piece } from './syntax.ts';
import { tokenize } from './tokens.ts';
import type { Types } from './types.ts';

/** Names that stand in the store. */
export interface KnownNames {
  labels: ReadonlySet<string>;
  relations: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

type What = keyof KnownNames;

export interface Spoken {
  what: What | 'either';
  name: string;
  at: number;
}

const MESSAGES: Readonly<Record<Spoken['what'], (name: string) => string>> = {
  labels: (name) => `No node has the label ${name}`,
  relations: (name) => `No relation has the type ${name}`,
  either: (name) => `No node has the label ${name}`,
  keys: (name) => `Nothing in the store has the property ${name}`,
};
const MOST = 20;

/** The labels, types and properties of nodes and relations that a statement speaks of. */
export function spokenNames(statement: Piece, text: string, types: Types): Spoken[] {
  const spoken: Spoken[] = [];
  const add = (what: Spoken['what'], from: number, end: number): void => {
    const tokens = tokenize(text.slice(from, end));
    for (const { kind, text: name, at } of tokens)
      if (kind === 'word' || kind === 'name') spoken.push({ what, name, at: from + at });
  };
  const visit = (piece: Piece, within: Spoken['what']): void => {
    const { kind, name, children, flags } = piece;
    if ((kind === 'labels' || kind === 'hasLabel') && !flags?.has('dynamic'))
      add(kind === 'labels' ? within : 'either', Number(name), piece.end);
    if (kind === 'property' && types.of(children[0]!) === 'entity')
      spoken.push({ what: 'keys', name, at: Math.max(children[0]!.end, piece.end - name.length) });
    if (kind === 'properties')
      for (const entry of children) spoken.push({ what: 'keys', name: entry.name, at: entry.at });
    const inside = kind === 'node' ? 'labels' : kind === 'relation' ? 'relations' : within;
    for (const child of children) visit(child, inside);
  };
  visit(statement, 'labels');
  return spoken;
}

/** What is said of names that nothing in the store has: such a statement runs, and finds nothing there. */
export function misspelt(spoken: readonly Spoken[], known: KnownNames): Notice[] {
  const said = new Map<string, Notice>();
  for (const { what, name, at } of spoken) {
    const names = what === 'either' ? new Set([...known.labels, ...known.relations]) : known[what];
    const key = `${what} ${name}`;
    if (names.size === 0 || names.has(name) || said.has(key) || said.size === MOST) continue;
    const meant = nearest(name, names);
    const question = meant ? `; did you mean ${meant}?` : '.';
    said.set(key, { kind: 'warning', message: MESSAGES[what](name) + question, offset: at });
  }
  return [...said.values()];
}
