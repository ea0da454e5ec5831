import type { MapRequest } from './map-request.ts';

type Label = 'Paper' | 'Concept' | 'either';

/** A node of the pattern that filters speak of. */
export interface End {
  name: string;
  label: Label;
}

/** Conditions on each end, in the common subset of both stores; parameters have the names of the filters. */
export function conditionsOn(
  end: End,
  ends: readonly End[],
  request: MapRequest,
  isNamed: boolean,
): string[] {
  const { name, label } = end;
  const { theme, text, tag } = request;
  const isMentioned = label === 'Concept' && ends.some((other) => other.label === 'Paper');
  return [
    ...kindConditions(end, request),
    ...(theme === undefined || label === 'Concept' ? [] : [belongsMost(name)]),
    ...yearConditions(end, request, isMentioned),
    ...(text === undefined ? [] : [isNamed ? `${name}.id IN $named` : hasText(name, label)]),
    // What a tagged paper mentions stays with it.
    ...(tag === undefined || isMentioned ? [] : [isTagged(name, label)]),
  ];
}

function kindConditions({ name, label }: End, { kinds, lens }: MapRequest): string[] {
  if (!kinds) return [];
  if (label === 'Paper') return lens === 'papers' ? ["'Paper' IN $kinds"] : [];
  return [`${label === 'Concept' ? `${name}.kind` : `coalesce(${name}.kind, 'Paper')`} IN $kinds`];
}

/** Papers are of the span; concepts are named by enough papers of it. Papers have no kind, concepts no year. */
function yearConditions(
  { name, label }: End,
  { from, to, minPapers }: MapRequest,
  isMentioned: boolean,
): string[] {
  const within = (paper: string): string[] => [
    ...(from === undefined ? [] : [`${paper}.year >= $from`]),
    ...(to === undefined ? [] : [`${paper}.year <= $to`]),
  ];
  const isSpan = from !== undefined || to !== undefined;
  const least = minPapers === undefined ? '1' : '$minPapers';
  const counted = isSpan
    ? [`COUNT { (${name})<-[:MENTIONS]-(x:Paper) WHERE ${within('x').join(' AND ')} } >= ${least}`]
    : minPapers === undefined
      ? []
      : [`${name}.paperCount >= $minPapers`];
  if (label === 'Paper') return within(name);
  if (label === 'Concept') return isMentioned && minPapers === undefined ? [] : counted;
  return [
    ...within(name).map((condition) => `(${name}.kind IS NOT NULL OR ${condition})`),
    ...counted.map((condition) => `(${name}.kind IS NULL OR ${condition})`),
  ];
}

/** A paper may belong to several themes, and stands on the map with the one it belongs to most. */
const belongsMost = (name: string): string =>
  `COUNT { (${name})-[more:IN_THEME]->(rival:Theme) WHERE rival.level = theme.level AND (coalesce(more.share, 1) > ` +
  `coalesce(${name}In.share, 1) OR (coalesce(more.share, 1) = coalesce(${name}In.share, 1) AND rival.id < theme.id)) } = 0`;

const isTagged = (name: string, label: Label): string =>
  label === 'Paper'
    ? `${name}.id IN tagged`
    : `(${name}.id IN tagged OR COUNT { (${name})<-[:MENTIONS]-(y:Paper) WHERE y.id IN tagged } > 0)`;

function hasText(name: string, label: Label): string {
  const title = `toLower(coalesce(${name}.title, '')) CONTAINS toLower($text)`;
  if (label === 'Paper') return title;
  const concept =
    `toLower(coalesce(${name}.name, '')) CONTAINS toLower($text)` +
    ` OR any(alias IN coalesce(${name}.aliases, []) WHERE toLower(alias) CONTAINS toLower($text))`;
  return label === 'Concept' ? `(${concept})` : `(${title} OR ${concept})`;
}
