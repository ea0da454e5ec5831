/** What narrows the map, in words, and what takes each of it away. Pure. */
import { EDGE_TYPES, type EdgeType, type NodeKind, nodeKindSchema } from '../../../graph/contract.ts';
import { relationInWords } from '../../components/relation-words.ts';
import { count, pluralOf, shorten } from '../../components/words.ts';
import type { LensQuery } from '../../state/lens-query.ts';
import { FIRST_CHOICE, type ViewChoice } from '../../state/view.ts';

/** What a chip's words need to know beside the choice. */
export interface ChipNames {
  theme(id: string): string | null;
  node(id: string): string | null;
  /** What a lens is called that was saved. */
  query?(query: LensQuery): string | null;
  /** In words: `3 Nov`; null where it is not known. */
  readonly lastIngest: string | null;
}

export interface Chip {
  readonly key: string;
  readonly label: string;
  /** The view without it. */
  readonly without: Partial<ViewChoice>;
}

/** As many as this are named one by one; of more, what is left is named. */
const NAMED = 3;
const NAME_LENGTH = 32;

/** In the order of the menu that adds them. */
export function chipsOf(choice: ViewChoice, names: ChipNames): Chip[] {
  const { narrowing, lens, centre, depth, query, theme, hidden } = choice;
  const { from, to, minPapers, text, tag, minDegree, core } = narrowing;
  const chips: Chip[] = [];
  const add = (key: string, label: string, without: Partial<ViewChoice>) =>
    chips.push({ key, label, without });
  const filter = (key: string, label: string, part: Partial<ViewChoice['narrowing']>) =>
    add(key, label, { narrowing: { ...narrowing, ...part } });

  if (lens === 'ego' && centre.length > 0)
    add('centre', `around ${centreName(centre, names)}, ${count(depth, 'step')}`, {
      lens: FIRST_CHOICE.lens,
      centre: [],
      depth: FIRST_CHOICE.depth,
      expansions: new Map(),
    });
  if (lens === 'query' && query)
    add('query', `only: ${shorten(names.query?.(query) ?? inOneLine(query.statement), NAME_LENGTH)}`, {
      lens: FIRST_CHOICE.lens,
      query: null,
      expansions: new Map(),
    });
  if (theme !== null)
    add('theme', `theme: ${shorten(names.theme(theme) ?? 'unknown', NAME_LENGTH)}`, { theme: null });
  for (const chip of kindChips(narrowing.hiddenKinds))
    filter(`kind ${chip.key}`, chip.label, { hiddenKinds: chip.left });
  for (const chip of relationChips(narrowing.hiddenRelations))
    filter(`relation ${chip.key}`, chip.label, { hiddenRelations: chip.left });
  if (from !== null || to !== null) filter('years', yearsInWords(from, to), { from: null, to: null });
  if (minPapers !== null) filter('minPapers', `at least ${count(minPapers, 'paper')}`, { minPapers: null });
  if (text !== null) filter('text', `text: ${shorten(text, NAME_LENGTH)}`, { text: null });
  if (tag !== null) filter('tag', `tag: ${shorten(tag, NAME_LENGTH)}`, { tag: null });
  if (minDegree !== null) filter('minDegree', `at least ${count(minDegree, 'link')}`, { minDegree: null });
  if (core !== null) filter('core', `k-core ${core}`, { core: null });
  if (narrowing.largest) filter('largest', 'largest component', { largest: false });
  if (narrowing.fresh)
    filter('fresh', `new since ${names.lastIngest ?? 'the last ingest'}`, { fresh: false });
  if (hidden.size > 0) add('hidden', count(hidden.size, 'hidden node'), { hidden: new Set() });
  return chips;
}

/** True where something is kept from the map that could be on it. */
export function isNarrowed({ narrowing, theme, hidden, lens, centre, query }: ViewChoice): boolean {
  const { hiddenKinds, hiddenRelations, ...rest } = narrowing;
  return (
    theme !== null ||
    hidden.size > 0 ||
    (lens === 'ego' && centre.length > 0) ||
    (lens === 'query' && query !== null) ||
    hiddenKinds.size + hiddenRelations.size > 0 ||
    Object.values(rest).some((value) => value !== null && value !== false)
  );
}

/** `2020 to 2023`, `since 2020`, `until 2023`, `2020`. */
export function yearsInWords(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return from === to ? String(from) : `${from} to ${to}`;
  return from !== null ? `since ${from}` : `until ${to}`;
}

/** The view with nothing that a chip stands for. */
export function cleared(chips: readonly Chip[], choice: ViewChoice): Partial<ViewChoice> {
  const parts = new Set(chips.flatMap(({ without }) => Object.keys(without) as (keyof ViewChoice)[]));
  return Object.fromEntries(
    [...parts].map((part) => [
      part,
      part === 'lens' && choice.lens !== 'ego' && choice.lens !== 'query' ? choice.lens : FIRST_CHOICE[part],
    ]),
  );
}

const inOneLine = (statement: string): string => statement.replace(/\s+/g, ' ');

function centreName(centre: readonly string[], names: ChipNames): string {
  const name = centre.length === 1 ? names.node(centre[0]!) : null;
  return name === null ? count(centre.length, 'node') : shorten(name, NAME_LENGTH);
}

interface NameChip<Name extends string> {
  key: string;
  label: string;
  /** What stays hidden without it. */
  left: ReadonlySet<Name>;
}

function kindChips(hidden: ReadonlySet<NodeKind>): NameChip<NodeKind>[] {
  return hiddenChips(nodeKindSchema.options, hidden, 'without', pluralOf);
}

function relationChips(hidden: ReadonlySet<EdgeType>): NameChip<EdgeType>[] {
  return hiddenChips(EDGE_TYPES, hidden, 'without links', (type) => `“${relationInWords(type)}”`);
}

function hiddenChips<Name extends string>(
  all: readonly Name[],
  hidden: ReadonlySet<Name>,
  without: string,
  nameOf: (name: Name) => string,
): NameChip<Name>[] {
  const gone = all.filter((name) => hidden.has(name));
  if (gone.length <= NAMED)
    return gone.map((name) => ({
      key: name,
      label: `${without} ${nameOf(name)}`,
      left: new Set(gone.filter((other) => other !== name)),
    }));
  const kept = all.filter((name) => !hidden.has(name)).map(nameOf);
  const only = kept.length > 1 ? `${kept.slice(0, -1).join(', ')} and ${kept.at(-1)}` : (kept[0] ?? 'none');
  const what = without.replace(/^without ?/, '');
  return [{ key: 'all', label: ['only', what, only].filter(Boolean).join(' '), left: new Set() }];
}
