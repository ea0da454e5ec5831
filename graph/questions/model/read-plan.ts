import { type Filter, type Plan, planSchema, type Target } from '../plan.ts';
import { themesNamed } from '../resolve.ts';
import { conceptTarget, wordsTarget } from '../things.ts';
import { type KnownConcept, namedSo, type Vocabulary } from '../vocabulary.ts';

/** Longer answers are no plans. */
const MOST_CHARACTERS = 20_000;
const MOST_DEEP = 24;
const FENCED = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a plan may leave out. */
const LEFT_OUT: Readonly<Record<string, Record<string, Json>>> = {
  papers: { where: null, ask: 'list', order: null, also: [], beside: null },
  concepts: {
    kind: null,
    how: 'mentions',
    where: null,
    never: false,
    stated: null,
    having: null,
    ask: 'list',
    top: null,
  },
  ties: { exists: false },
  sayings: { words: [], wants: [], counted: null, also: null, stated: null },
  ranking: { kind: null, how: 'mentions', where: null },
  average: { kind: null, how: 'mentions', where: null },
  gaps: { about: [], ask: 'list' },
  described: { wants: [], counted: null },
};
const GROUPED: Record<string, Json> = { where: null, having: null, ask: 'list', top: null, edge: null };

/**
 * The plan that a model wrote: names become what the vocabulary has by them, and the whole must be of the plan's
 * schema. Null where it is not, whatever it is instead.
 */
export function readPlan(text: string, vocabulary: Vocabulary): Plan | null {
  if (text.length > MOST_CHARACTERS) return null;
  const json = jsonOf(FENCED.exec(text)?.[1] ?? text);
  if (!isRecord(json) || typeof json.find !== 'string' || depthOf(json) > MOST_DEEP) return null;
  const completed = { ...(LEFT_OUT[json.find] ?? GROUPED), ...json };
  try {
    const resolved = resolvePlan(completed, vocabulary);
    const checked = planSchema.safeParse(resolved);
    return checked.success ? checked.data : null;
  } catch (error) {
    if (error instanceof NotAPlan) return null;
    throw error;
  }
}

class NotAPlan extends Error {}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function depthOf(value: unknown, depth = 0): number {
  if (depth > MOST_DEEP || typeof value !== 'object' || value === null) return depth;
  return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)));
}

function resolvePlan(plan: { [key: string]: Json }, vocabulary: Vocabulary): unknown {
  const target = (name: unknown): Target => targetNamed(name, vocabulary);
  const targets = (names: unknown): Target[] => {
    if (!Array.isArray(names)) throw new NotAPlan();
    return names.map(target);
  };
  const where =
    'where' in plan ? { where: plan.where === null ? null : filterOf(plan.where, vocabulary) } : {};
  switch (plan.find) {
    case 'ties':
      return { ...plan, between: targets(plan.between) };
    case 'sayings':
    case 'gaps':
      return { ...plan, about: targets(plan.about) };
    case 'difference':
      return { ...plan, of: targets(plan.of) };
    case 'similar':
      return { ...plan, to: target(plan.to) };
    case 'concepts': {
      const besides = where.where ? conceptsIn(where.where) : [];
      return { ...plan, ...where, stated: null, besides };
    }
    default:
      return { ...plan, ...where };
  }
}

function targetNamed(name: unknown, vocabulary: Vocabulary): Target {
  if (typeof name !== 'string' || name.trim() === '') throw new NotAPlan();
  const known = namedSo(vocabulary, name);
  const concepts = known.filter((one): one is KnownConcept => one.is === 'concept');
  if (concepts.length > 0) return conceptTarget(concepts, name, vocabulary);
  const papers = known.filter(({ is }) => is === 'paper');
  if (papers.length > 0) return { is: 'paper', ids: papers.map(({ id }) => id), name: papers[0]!.name };
  return wordsTarget(name, vocabulary);
}

function filterOf(value: Json | undefined, vocabulary: Vocabulary): Filter {
  if (!isRecord(value)) throw new NotAPlan();
  const idsNamed = (is: string): string[] =>
    namedSo(vocabulary, String(value.name))
      .filter((one) => one.is === is)
      .map(({ id }) => id);
  switch (value.is) {
    case 'treats':
      return { ...value, target: targetNamed(value.target, vocabulary) } as Filter;
    case 'theme':
      return {
        is: 'theme',
        ids: themesNamed(String(value.name), vocabulary).map(({ id }) => id),
        name: String(value.name),
      };
    case 'author':
      return { is: 'author', ids: idsNamed('author'), name: String(value.name) };
    case 'names':
      return { noun: null, ...value } as Filter;
    case 'not':
      return { is: 'not', of: filterOf(value.of, vocabulary) };
    case 'all':
    case 'any':
      if (!Array.isArray(value.of)) throw new NotAPlan();
      return { is: value.is, of: value.of.map((inner) => filterOf(inner, vocabulary)) };
    default:
      return value as Filter;
  }
}

function conceptsIn(filter: Filter): string[] {
  if (filter.is === 'treats') return filter.target.is === 'concept' ? filter.target.ids : [];
  if (filter.is === 'not') return conceptsIn(filter.of);
  return filter.is === 'all' || filter.is === 'any' ? filter.of.flatMap(conceptsIn) : [];
}
