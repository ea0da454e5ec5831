/**
 * The colours of themes and kinds. Each was searched for in OKLCH so that any two stay apart, in light and in
 * dark, for normal sight and for protan, deutan and tritan (Machado, Oliveira and Fernandes 2009), and each
 * has a contrast of 3 to 1 or more with the map (tests/web/theme/palette.test.ts).
 */
import { CONCEPT_KINDS, type ConceptKind } from '../../graph/schema.ts';

export type Scheme = 'light' | 'dark';

interface Pair {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/** Told apart best in this order; a theme's `colour` is an index into it, round and round. */
export const THEME_COLOURS: readonly Pair[] = [
  { name: 'blue', light: '#1a73d5', dark: '#68aafe' },
  { name: 'ochre', light: '#ab8704', dark: '#e4bf56' },
  { name: 'plum', light: '#870c62', dark: '#bc4891' },
  { name: 'teal', light: '#0f9b89', dark: '#5fd3bf' },
  { name: 'coral', light: '#c25d58', dark: '#fe938b' },
  { name: 'violet', light: '#6741b1', dark: '#9774e8' },
  { name: 'green', light: '#3f7b04', dark: '#70af49' },
  { name: 'lavender', light: '#9283dc', dark: '#c9c2fb' },
  { name: 'brown', light: '#894748', dark: '#be7777' },
  { name: 'navy', light: '#0e4f86', dark: '#437eb9' },
  { name: 'orchid', light: '#9e5598', dark: '#d689cf' },
  { name: 'olive', light: '#505103', dark: '#7e7f3c' },
];

/** What is in no theme. */
const NO_THEME: Pair = { name: 'grey', light: '#85847e', dark: '#8d8c86' };

/** What the map is drawn on; `ink` is text on it. */
export const GROUNDS: Readonly<
  Record<Scheme, { map: string; panel: string; ink: string; quiet: string; edge: string }>
> = {
  light: { map: '#f7f7f5', panel: '#ffffff', ink: '#1b1b19', quiet: '#65645f', edge: '#5b5a55' },
  dark: { map: '#121316', panel: '#191a1d', ink: '#eeeeea', quiet: '#a3a29c', edge: '#b4b3ad' },
};

/** A theme's colour; negative for what is in no theme. */
export function themeColour(index: number, scheme: Scheme): string {
  if (index < 0) return NO_THEME[scheme];
  return THEME_COLOURS[index % THEME_COLOURS.length]![scheme];
}

/** Text of at least 4.5 to 1 on the panel. */
const KIND_COLOURS: Readonly<Record<ConceptKind, Pair>> = {
  Method: { name: 'blue', light: '#155fb4', dark: '#79b2f7' },
  Task: { name: 'plum', light: '#8a1565', dark: '#e08cc4' },
  Dataset: { name: 'teal', light: '#0b7264', dark: '#5fd3bf' },
  Metric: { name: 'ochre', light: '#7d6100', dark: '#e0bd5c' },
  Model: { name: 'violet', light: '#6741b1', dark: '#b39bf0' },
  Term: { name: 'grey', light: '#5d5c57', dark: '#b5b4ae' },
};

export function kindColour(kind: ConceptKind, scheme: Scheme): string {
  return KIND_COLOURS[kind][scheme];
}

/** Fewer than expected and more: apart for every kind of sight. */
const RESIDUALS = {
  fewer: { name: 'orange', light: '#c2570c', dark: '#f0934a' },
  more: { name: 'blue', light: '#1a64b8', dark: '#6cabf7' },
} as const satisfies Record<string, Pair>;

/** The custom properties that the style sheets read, for one scheme. */
export function colourProperties(scheme: Scheme): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const kind of CONCEPT_KINDS) properties[`--kind-${kind.toLowerCase()}`] = kindColour(kind, scheme);
  for (const [name, value] of Object.entries(GROUNDS[scheme])) properties[`--ground-${name}`] = value;
  for (const [name, pair] of Object.entries(RESIDUALS)) properties[`--${name}`] = pair[scheme];
  return properties;
}
