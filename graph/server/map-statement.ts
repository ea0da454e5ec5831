import type { Cypher, EdgeType } from '../contract.ts';
import { CONCEPT_RELATIONS } from '../schema.ts';
import type { Catalogue } from './catalogue.ts';
import { conditionsOn, type End } from './map-conditions.ts';
import { edgeTypesOf, type MapRequest } from './map-request.ts';
import { COARSEST } from './theme-outlines.ts';

interface Pattern {
  text: string;
  ends: readonly End[];
  shown: string;
  order: string;
  /** What must hold of it whatever is asked for. */
  conditions?: readonly string[];
  parameters?: Cypher['parameters'];
}

/** So many ids of what the search finds are written out; of more, the words are looked for as they are written. */
const MOST_NAMED = 500;

/**
 * What a reader would write to see the same map, as far as a pattern says it; what it can't say stands in comments.
 * `named` are the ids of what the search finds for the words that are asked for. Runs as it stands in the console on
 * both stores.
 */
export function mapStatement(
  request: MapRequest,
  catalogue: Catalogue,
  named: ReadonlySet<string> | null = null,
): Cypher {
  const { text, ends, shown, order, conditions: own = [], parameters } = patternOf(request, catalogue);
  const { theme, tag, fresh } = request;
  const ids = [...(named ?? [])].filter((id) => catalogue.papers.has(id) || catalogue.concepts.has(id));
  const isNamed = named !== null && ids.length <= MOST_NAMED;
  const isOfTheme = theme !== undefined && ends.length > 0;
  const conditions = [
    ...own,
    ...ends.flatMap((end) => conditionsOn(end, ends, request, isNamed)),
    ...(fresh && ends.length > 0 ? [`(${ends.map(({ name }) => isNew(name)).join(' OR ')})`] : []),
  ];
  const lines = [
    ...leftOut(request, isNamed).map((sentence) => `// ${sentence}`),
    ...(tag !== undefined && ends.length > 0
      ? [
          'MATCH (note:Annotation) WHERE any(tag IN note.tags WHERE toLower(tag) = toLower($tag))',
          'WITH collect(note.id) AS tagged',
        ]
      : []),
    ...(isOfTheme ? ['MATCH (theme:Theme {id: $theme})'] : []),
    `MATCH ${text}`,
    ...(isOfTheme ? ends.map(({ name }) => `MATCH (${name})-[${name}In:IN_THEME]->(theme)`) : []),
    ...(fresh && ends.length > 0 ? ["MATCH (run:Run {id: 'arrivals'})"] : []),
    ...(conditions.length > 0 ? [`WHERE ${conditions.join('\n  AND ')}`] : []),
    `RETURN ${shown}`,
    `ORDER BY ${order} LIMIT $limit`,
  ];
  const body = lines.join('\n');
  const given = { ...request, named: ids, ...parameters };
  const parts = new Set(Array.from(body.matchAll(/\$(\w+)/g), ([, name]) => name));
  return {
    text: body,
    parameters: Object.fromEntries(Object.entries(given).filter(([name]) => parts.has(name))),
  };
}

/** In what the map is another set than the statement finds, in sentences without line breaks. */
function leftOut(request: MapRequest, isNamed: boolean): string[] {
  const { lens, text, from, to, tag, fresh, minDegree, core, largest, depth } = request;
  const isNarrowed = [text, from, to, tag, fresh, request.kinds, request.minPapers, request.theme].some(
    (filter) => filter !== undefined && filter !== false,
  );
  const isByTies = minDegree !== undefined || core !== undefined || largest === true;
  const isOfThemes = lens === 'themes';
  return [
    ...(isByTies ? ['Left out: degree, core and largest component, which no pattern says.'] : []),
    ...(isOfThemes && [text, from, to, tag, fresh].some((filter) => filter !== undefined && filter !== false)
      ? ['Left out: words, years, tag and arrival; the map counts only what they leave of a theme.']
      : []),
    ...(text !== undefined && !isOfThemes && !isNamed
      ? ['The map finds words as the search does; here they are looked for as they are written.']
      : []),
    ...(fresh && lens !== 'all' && !isOfThemes
      ? ['Left out: what only an edge that is not drawn ties to what is new.']
      : []),
    ...(lens === 'ego' && depth > 1 && isNarrowed
      ? ['The map walks only over what the filters leave; here only the end of a path is asked.']
      : []),
    ...(isNarrowed && lens !== 'ego' && !isNodesOnly(request)
      ? ['What nothing ties stands on the map, and not here.']
      : []),
  ];
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
      return nodesPattern(request) ?? mentionPattern(types);
  }
}

/** What introduces a concept mentions it too. */
function alternatives(types: readonly EdgeType[], first: EdgeType): string {
  const stored = types.filter((type) => type !== 'INTRODUCES' || !types.includes('MENTIONS'));
  return (stored.length > 0 ? stored : [first]).join('|');
}

const isStatedIn = (types: readonly EdgeType[]): boolean =>
  types.some((type) => CONCEPT_RELATIONS.some((relation) => relation === type));

/** Papers alone or concepts alone: what mentions tie would bring in the others. */
function isNodesOnly(request: MapRequest): boolean {
  const { lens, kinds } = request;
  if (lens !== 'all' || !kinds || isStatedIn(edgeTypesOf(request))) return false;
  return !kinds.includes('Paper') || kinds.every((kind) => kind === 'Paper');
}

function nodesPattern(request: MapRequest): Pattern | null {
  if (!isNodesOnly(request)) return null;
  return request.kinds?.includes('Paper')
    ? { text: '(p:Paper)', ends: [{ name: 'p', label: 'Paper' }], shown: 'p', order: 'p.id' }
    : {
        text: '(c:Concept)',
        ends: [{ name: 'c', label: 'Concept' }],
        shown: 'c',
        order: 'c.paperCount DESC',
      };
}

function mentionPattern(types: readonly EdgeType[]): Pattern {
  const isStated = isStatedIn(types);
  return {
    text: `(p${isStated ? '' : ':Paper'})-[m:${alternatives(types, 'MENTIONS')}]->(c:Concept)`,
    ends: [
      { name: 'p', label: isStated ? 'either' : 'Paper' },
      { name: 'c', label: 'Concept' },
    ],
    shown: 'p, m, c',
    // What a paper introduces it mentions too, but the map has one tie of the two.
    conditions:
      types.includes('MENTIONS') && !types.includes('INTRODUCES')
        ? ['COUNT { (p)-[:INTRODUCES]->(c) } = 0']
        : [],
    order: isStated ? 'coalesce(m.salience, m.count) DESC' : 'm.salience DESC',
  };
}

function themePattern({ theme, minPapers }: MapRequest): Pattern {
  const within = theme === undefined ? '' : '(:Theme {id: $theme})<-[:PART_OF]-';
  return {
    text: `${within}(t:Theme)<-[:IN_THEME]-(:Concept)-[r:CO_OCCURS]-(:Concept)-[:IN_THEME]->(u:Theme)${
      theme === undefined ? '' : '-[:PART_OF]->(:Theme {id: $theme})'
    }`,
    ends: [],
    conditions: [
      't.level = $level',
      'u.level = $level',
      't.id < u.id',
      ...(minPapers === undefined ? [] : ['t.paperCount >= $minPapers', 'u.paperCount >= $minPapers']),
    ],
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

const isNew = (name: string): string => `${name}.id IN run.papers OR ${name}.id IN run.concepts`;
