import type { Parameter } from './cells.ts';
import { introducing, isName } from './introducing.ts';
import { type Comparison, type Filter, ROLES_OF, type Target, type Treatment } from './plan.ts';
import { nearPattern, textPattern } from './word-forms.ts';

/** Collects parameters under names of their own, so that text and values never meet. */
export class Parameters {
  readonly values: Record<string, Parameter> = {};

  /** The placeholder of a value; the same one for the same value. */
  add(name: string, value: Parameter): string {
    const told = JSON.stringify(value);
    for (let i = 1; ; i++) {
      const key = i === 1 ? name : `${name}${i}`;
      if (!(key in this.values)) this.values[key] = value;
      if (JSON.stringify(this.values[key]) === told) return `$${key}`;
    }
  }
}

/** A paper's words, as one text; `p` is the variable of the paper. */
const WORDS = "(coalesce(p.title, '') + ' . ' + coalesce(p.abstract, ''))";

/** A condition on the paper `p`. Uses only what both stores speak, and no OPTIONAL MATCH, where EXISTS loses rows. */
export function compileFilter(filter: Filter, parameters: Parameters): string {
  switch (filter.is) {
    case 'treats':
      return compileTreats(filter.target, filter.how, parameters);
    case 'theme':
      return `EXISTS { MATCH (p)-[:IN_THEME]->(t:Theme) WHERE t.id IN ${parameters.add('themes', filter.ids)} }`;
    case 'years': {
      const parts = ['p.year IS NOT NULL'];
      if (filter.from !== null) parts.push(`p.year >= ${parameters.add('from', filter.from)}`);
      if (filter.to !== null) parts.push(`p.year <= ${parameters.add('to', filter.to)}`);
      return `(${parts.join(' AND ')})`;
    }
    case 'venue':
      return `coalesce(p.venue, '') IN ${parameters.add('venues', filter.names)}`;
    case 'author':
      return `EXISTS { MATCH (p)<-[:WROTE]-(a:Author) WHERE a.id IN ${parameters.add('authors', filter.ids)} }`;
    case 'source':
      return `any(s IN p.sources WHERE s STARTS WITH ${parameters.add('source', `${filter.name}#`)})`;
    case 'has':
      return HAS[filter.what];
    case 'names':
      return compileNames(filter, parameters);
    case 'not':
      return `NOT ${compileFilter(filter.of, parameters)}`;
    default: {
      const joined = filter.of.map((each) => compileFilter(each, parameters));
      return joined.length === 1 ? joined[0]! : `(${joined.join(filter.is === 'all' ? ' AND ' : ' OR ')})`;
    }
  }
}

const HAS: Readonly<Record<Extract<Filter, { is: 'has' }>['what'], string>> = {
  title: "coalesce(p.title, '') <> ''",
  abstract: "coalesce(p.abstract, '') <> ''",
  year: 'p.year IS NOT NULL',
  venue: "coalesce(p.venue, '') <> ''",
  link: `(${WORDS} CONTAINS 'http://' OR ${WORDS} CONTAINS 'https://' OR ${WORDS} CONTAINS 'github.com/')`,
  survey: `(any(cue IN ['this survey', 'our survey', 'we survey', 'this review'] WHERE toLower(${WORDS}) CONTAINS cue)
    OR any(cue IN ['survey', 'a review', 'literature review', 'systematic review'] WHERE toLower(coalesce(p.title, '')) CONTAINS cue))`,
  twin: 'size(p.sources) > 1',
};

const EVALUATING = ['evaluat', 'assess', 'benchmark', 'tested', 'testing', 'experiment', 'compar', 'measur'];

function compileTreats(target: Target, how: Treatment, parameters: Parameters): string {
  if (target.is === 'paper') {
    const ids = parameters.add('papers', target.ids);
    return `p.id IN ${ids}`;
  }
  const forms = target.forms.length > 0 ? target.forms : [target.name];
  const inText = (): string => `${WORDS} =~ ${parameters.add('words', textPattern(forms))}`;
  const near = (): string => `${WORDS} =~ ${parameters.add('near', nearPattern(forms, EVALUATING))}`;
  if (how === 'titles') return `coalesce(p.title, '') =~ ${parameters.add('words', textPattern(forms))}`;
  const introduced = (): string => `${WORDS} =~ ${parameters.add('introduced', introducing(forms))}`;
  if (target.is === 'words')
    return how === 'evaluates' ? near() : how === 'introduces' ? introduced() : inText();
  const ids = parameters.add('concepts', target.ids);
  const edge = (roles: Treatment): string => {
    const kept = ROLES_OF[roles];
    const often = roles === 'uses' ? ' OR m.count >= 2' : '';
    const role = kept === null ? '' : ` AND (m.role IN ${parameters.add('roles', [...kept])}${often})`;
    return `EXISTS { MATCH (p)-[m:MENTIONS]->(c:Concept) WHERE c.id IN ${ids}${role} }`;
  };
  switch (how) {
    case 'mentions':
      return `(${edge('mentions')} OR ${inText()})`;
    case 'uses':
      return `(${edge('uses')} OR (${inText()} AND NOT ${edge('mentions')}))`;
    case 'evaluates':
      // To use a dataset is to be evaluated on it.
      return target.kind === 'Dataset'
        ? `(${edge('uses')} OR ${near()})`
        : `(${edge('evaluates')} OR ${near()})`;
    case 'introduces': {
      const own = `EXISTS { MATCH (p)-[:INTRODUCES]->(c:Concept) WHERE c.id IN ${ids} }`;
      // `A Python package` is a kind of thing, which papers introduce by other names.
      return isName(target.name) ? own : `(${own} OR ${introduced()})`;
    }
    default:
      return edge(how);
  }
}

function compileNames(filter: Extract<Filter, { is: 'names' }>, parameters: Parameters): string {
  if (filter.how === 'introduces' && filter.noun !== null) {
    const counted = compileNames({ ...filter, noun: null }, parameters);
    return `(${counted} OR ${WORDS} =~ ${parameters.add('introduced', introducing([filter.noun]))})`;
  }
  const conditions: string[] = [];
  if (filter.kind) conditions.push(`c.kind = ${parameters.add('kind', filter.kind)}`);
  const roles = filter.how === 'introduces' ? null : ROLES_OF[filter.how];
  if (roles) conditions.push(`m.role IN ${parameters.add('roles', [...roles])}`);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const edge = filter.how === 'introduces' ? 'INTRODUCES' : 'MENTIONS';
  return `COUNT { MATCH (p)-[m:${edge}]->(c:Concept)${where} } ${compare(filter.than, parameters)}`;
}

/** `> $n`, as the end of a condition. */
export const compare = ({ op, n }: Comparison, parameters: Parameters): string =>
  `${op} ${parameters.add('n', n)}`;
