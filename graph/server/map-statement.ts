import type { Cypher, EdgeType } from '../contract.ts';
import { CONCEPT_RELATIONS } from '../schema.ts';
import type { Catalogue } from './catalogue.ts';
import { edgeTypesOf, type MapRequest } from './map-request.ts';
import { COARSEST } from './theme-outlines.ts';

type Label = 'Paper' | 'Concept' | 'either';

interface Pattern {
  text: string;
  /** Variables of the nodes that filters speak of; the first is the one that belongs to a theme. */
  ends: readonly { name: string; label: Label }[];
  shown: string;
  order: string;
  /** What must hold of it whatever is asked for. */
  conditions?: readonly string[];
  parameters?: Cypher['parameters'];
}

/**
 * What a reader would write to see the same map, as far as a pattern says it: not what is narrowed by degree, core
 * and component. Runs as it stands in the console on both stores.
 */
export function mapStatement(request: MapRequest, catalogue: Catalogue): Cypher {
  const { text, ends, shown, order, conditions: own = [], parameters } = patternOf(request, catalogue);
  const [member] = ends;
  const { theme, tag, fresh, from, to } = request;
  const isOfTheme = theme !== undefined && member !== undefined;
  const paper = ends.find(({ label }) => label === 'Paper')?.name;
  const needsPaper = from !== undefined || to !== undefined || tag !== undefined;
  const through =
    paper === undefined && needsPaper && ends.length > 0 && ends.every(({ label }) => label === 'Concept');
  const dated = paper ?? (through ? 'x' : undefined);
  const conditions = [
    ...own,
    ...ends.flatMap((end) => conditionsOn(end, request)),
    ...(dated !== undefined && from !== undefined ? [`${dated}.year >= $from`] : []),
    ...(dated !== undefined && to !== undefined ? [`${dated}.year <= $to`] : []),
    ...(dated !== undefined && tag !== undefined
      ? ['any(tag IN note.tags WHERE toLower(tag) = toLower($tag))']
      : []),
    ...(fresh && ends.length > 0 ? [`(${ends.map(({ name }) => isNew(name)).join(' OR ')})`] : []),
  ];
  const lines = [
    `MATCH ${text}`,
    ...(isOfTheme ? [`MATCH (${member.name})-[:IN_THEME]->(:Theme {id: $theme})`] : []),
    ...(through
      ? [`MATCH (${ends.map(({ name }) => name).join(')<-[:MENTIONS]-(x:Paper)-[:MENTIONS]->(')})`]
      : []),
    ...(dated !== undefined && tag !== undefined ? [`MATCH (note:Annotation {id: ${dated}.id})`] : []),
    ...(fresh ? ["MATCH (run:Run {id: 'arrivals'})"] : []),
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
    `RETURN ${through ? 'DISTINCT ' : ''}${shown}`,
    `ORDER BY ${order} LIMIT $limit`,
  ];
  const body = lines.join('\n');
  const given = { ...request, ...parameters };
  const named = new Set(Array.from(body.matchAll(/\$(\w+)/g), ([, name]) => name));
  return {
    text: body,
    parameters: Object.fromEntries(Object.entries(given).filter(([name]) => named.has(name))),
  };
}

function patternOf(request: MapRequest, catalogue: Catalogue): Pattern {
  const types = edgeTypesOf(request);
  switch (request.lens) {
    case 'concepts':
      return {
        text: `(c:Concept)-[r:${alternatives(types, 'CO_OCCURS')}]->(d:Concept)`,
        ends: [
          { name: 'c', label: 'Concept' },
          { name: 'd', label: 'Concept' },
        ],
        shown: 'c, r, d',
        order: 'coalesce(r.strength, r.count) DESC',
      };
    case 'papers':
      return {
        text: '(p:Paper)-[s:SHARES]->(q:Paper)',
        ends: [
          { name: 'p', label: 'Paper' },
          { name: 'q', label: 'Paper' },
        ],
        shown: 'p, s, q',
        order: 's.weight DESC',
      };
    case 'themes':
      return themePattern(request);
    case 'ego':
      return egoPattern(request, types, catalogue);
    default:
      return mentionPattern(types);
  }
}

/** What introduces a concept mentions it too. */
function alternatives(types: readonly EdgeType[], first: EdgeType): string {
  const stored = types.filter((type) => type !== 'INTRODUCES' || !types.includes('MENTIONS'));
  return (stored.length > 0 ? stored : [first]).join('|');
}

function mentionPattern(types: readonly EdgeType[]): Pattern {
  const isStated = types.some((type) => CONCEPT_RELATIONS.some((relation) => relation === type));
  return {
    text: `(p${isStated ? '' : ':Paper'})-[m:${alternatives(types, 'MENTIONS')}]->(c:Concept)`,
    ends: [
      { name: 'p', label: isStated ? 'either' : 'Paper' },
      { name: 'c', label: 'Concept' },
    ],
    shown: 'p, m, c',
    order: isStated ? 'coalesce(m.salience, m.count) DESC' : 'm.salience DESC',
  };
}

function themePattern({ theme }: MapRequest): Pattern {
  const within = theme === undefined ? '' : '(:Theme {id: $theme})<-[:PART_OF]-';
  return {
    text: `${within}(t:Theme)<-[:IN_THEME]-(:Concept)-[r:CO_OCCURS]-(:Concept)-[:IN_THEME]->(u:Theme)`,
    ends: [],
    conditions: ['t.level = $level', 'u.level = $level', 't.id < u.id'],
    shown: 't, u, sum(r.papers) AS ties',
    order: 'ties DESC',
    parameters: { level: theme === undefined ? COARSEST : COARSEST + 1 },
  };
}

function egoPattern(request: MapRequest, types: readonly EdgeType[], { papers }: Catalogue): Pattern {
  const centre = request.centre ?? [];
  const [label] = centre.every((id) => papers.has(id))
    ? [':Paper']
    : centre.some((id) => papers.has(id))
      ? ['']
      : [':Concept'];
  const steps = request.depth === 1 ? '' : `*1..${request.depth}`;
  return {
    text: `path = (n${label})-[:${alternatives(types, 'MENTIONS')}${steps}]-(m)`,
    conditions: ['n.id IN $centre'],
    ends: [{ name: 'm', label: 'either' }],
    shown: 'path',
    order: 'n.id',
  };
}

/** Parameters have the names of the filters. */
function conditionsOn(
  { name, label }: Pattern['ends'][number],
  { kinds, minPapers, text, from, to }: MapRequest,
): string[] {
  const isConcept = label === 'Concept';
  const unlessPaper = (condition: string) =>
    label === 'either' ? `(${name}.kind IS NULL OR ${condition})` : condition;
  const unlessConcept = (condition: string) => `(${name}.kind IS NOT NULL OR ${condition})`;
  const conditions: string[] = [];
  if (kinds && label !== 'Paper') {
    conditions.push(`${isConcept ? `${name}.kind` : `coalesce(${name}.kind, 'Paper')`} IN $kinds`);
  }
  if (minPapers !== undefined && label !== 'Paper')
    conditions.push(unlessPaper(`${name}.paperCount >= $minPapers`));
  if (text !== undefined) conditions.push(hasText(name, label));
  if (label === 'either' && from !== undefined) conditions.push(unlessConcept(`${name}.year >= $from`));
  if (label === 'either' && to !== undefined) conditions.push(unlessConcept(`${name}.year <= $to`));
  return conditions;
}

function hasText(name: string, label: Label): string {
  const title = `toLower(coalesce(${name}.title, '')) CONTAINS toLower($text)`;
  if (label === 'Paper') return title;
  const concept =
    `toLower(coalesce(${name}.name, '')) CONTAINS toLower($text)` +
    ` OR any(alias IN coalesce(${name}.aliases, []) WHERE toLower(alias) CONTAINS toLower($text))`;
  return label === 'Concept' ? `(${concept})` : `(${title} OR ${concept})`;
}

const isNew = (name: string): string => `${name}.id IN run.papers OR ${name}.id IN run.concepts`;
