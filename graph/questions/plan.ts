import { z } from 'zod';
import { CONCEPT_KINDS, CONCEPT_RELATIONS, type ROLES } from '../schema.ts';

/** What a question asks of the graph, as data: written by the parser or by a model, then put into words and Cypher. */

const MOST = 50;
const MOST_DEEP = 8;
const id = z.string().min(1).max(200);
const name = z.string().min(1).max(500);
const whole = z.number().int().min(0).max(1_000_000);

/** A thing that papers name: a concept (with the words that it has in texts), words alone, or a paper itself. */
export const targetSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('concept'),
    ids: z.array(id).min(1).max(MOST),
    name,
    forms: z.array(name).max(MOST),
    kind: z.enum(CONCEPT_KINDS).optional(),
  }),
  z.object({ is: z.literal('words'), name, forms: z.array(name).min(1).max(MOST) }),
  z.object({ is: z.literal('paper'), ids: z.array(id).min(1).max(MOST), name }),
]);
export type Target = z.infer<typeof targetSchema>;

/** How papers treat a thing. */
export const TREATMENTS = [
  'mentions',
  'uses',
  'evaluates',
  'introduces',
  'compares',
  'background',
  'titles',
] as const;
export type Treatment = (typeof TREATMENTS)[number];

const comparisonSchema = z.object({ op: z.enum(['=', '>', '>=', '<', '<=']), n: whole });
export type Comparison = z.infer<typeof comparisonSchema>;

export type Filter =
  | { is: 'treats'; how: Treatment; target: Target }
  | { is: 'theme'; ids: string[]; name: string }
  | { is: 'years'; from: number | null; to: number | null }
  | { is: 'venue'; names: string[] }
  | { is: 'author'; ids: string[]; name: string }
  | { is: 'source'; name: string }
  | { is: 'has'; what: 'title' | 'abstract' | 'year' | 'venue' | 'link' | 'twin' | 'survey' }
  | {
      is: 'names';
      kind: (typeof CONCEPT_KINDS)[number] | null;
      how: Treatment;
      than: Comparison;
      noun: string | null;
    }
  | { is: 'all' | 'any'; of: Filter[] }
  | { is: 'not'; of: Filter };

function filterOf(depth: number): z.ZodType<Filter> {
  const plain = z.discriminatedUnion('is', [
    z.object({ is: z.literal('treats'), how: z.enum(TREATMENTS), target: targetSchema }),
    z.object({ is: z.literal('theme'), ids: z.array(id).min(1).max(MOST), name }),
    z.object({ is: z.literal('years'), from: whole.nullable(), to: whole.nullable() }),
    z.object({ is: z.literal('venue'), names: z.array(name).min(1).max(MOST) }),
    z.object({ is: z.literal('author'), ids: z.array(id).min(1).max(MOST), name }),
    z.object({ is: z.literal('source'), name }),
    z.object({
      is: z.literal('has'),
      what: z.enum(['title', 'abstract', 'year', 'venue', 'link', 'twin', 'survey']),
    }),
    z.object({
      is: z.literal('names'),
      kind: z.enum(CONCEPT_KINDS).nullable(),
      how: z.enum(TREATMENTS),
      than: comparisonSchema,
      /** The word that was used; for what a paper introduces, its sentences are searched for it too. */
      noun: name.nullable(),
    }),
  ]);
  if (depth === 0) return plain;
  const inner = filterOf(depth - 1);
  return z.union([
    plain,
    z.object({ is: z.enum(['all', 'any']), of: z.array(inner).min(1).max(MOST) }),
    z.object({ is: z.literal('not'), of: inner }),
  ]);
}
export const filterSchema = filterOf(MOST_DEEP);

/** What is told of the papers found, besides them. */
export const WANTS = ['definition', 'figures', 'findings', 'longForm', 'sentences'] as const;
export type Want = (typeof WANTS)[number];

const ASKS = ['list', 'count', 'exists'] as const;
const statedSchema = z.object({
  type: z.enum(CONCEPT_RELATIONS),
  direction: z.enum(['in', 'out', 'both']),
});
const topSchema = z.object({ order: z.enum(['most', 'least']), n: whole.min(1).max(1000) }).nullable();
const having = comparisonSchema.nullable();

export const planSchema = z.discriminatedUnion('find', [
  /** Papers; `order` by year, where the first or the latest are asked for. */
  z.object({
    find: z.literal('papers'),
    where: filterSchema.nullable(),
    /** `share`: of all papers; `lacks`: whether there are none. */
    ask: z.enum([...ASKS, 'share', 'lacks']),
    order: z.object({ by: z.enum(['first', 'last']), n: whole.min(1).max(1000) }).nullable(),
    /** Also tell of these papers. */
    also: z.array(z.enum(WANTS)),
    /** Also tell which concepts of a kind stand in them. */
    beside: z.object({ kind: z.enum(CONCEPT_KINDS).nullable(), how: z.enum(TREATMENTS) }).nullable(),
  }),
  /** Concepts that papers name (or, with `never`, that none of these papers does). */
  z.object({
    find: z.literal('concepts'),
    kind: z.enum(CONCEPT_KINDS).nullable(),
    how: z.enum(TREATMENTS),
    where: filterSchema.nullable(),
    never: z.boolean(),
    /** Sentences that state it of another concept; `in`: of the concept sought to this one. */
    stated: z
      .object({
        type: z.enum(CONCEPT_RELATIONS),
        target: targetSchema,
        direction: z.enum(['in', 'out', 'both']),
      })
      .nullable(),
    /** Not among the answers: what the question names itself. */
    besides: z.array(id).max(MOST),
    having,
    ask: z.enum(ASKS),
    top: topSchema,
  }),
  /** Authors, venues, years, themes or files, with the number of papers of each. */
  z.object({
    find: z.enum(['authors', 'venues', 'years', 'themes', 'sources']),
    where: filterSchema.nullable(),
    having,
    ask: z.enum(ASKS),
    top: topSchema,
    /** The first or last of all years that have such papers. */
    edge: z.enum(['first', 'last']).nullable(),
  }),
  /** What two things have in common. */
  z.object({ find: z.literal('ties'), between: z.tuple([targetSchema, targetSchema]), exists: z.boolean() }),
  /** Sentences about things: what they are, figures, what was found; `words` are to stand there. */
  z.object({
    find: z.literal('sayings'),
    about: z.array(targetSchema).min(1).max(10),
    words: z.array(name).max(30),
    wants: z.array(z.enum(WANTS)),
    /** A noun that is to be counted: `environments`. */
    counted: name.nullable(),
    also: z.object({ kind: z.enum(CONCEPT_KINDS).nullable(), how: z.enum(TREATMENTS) }).nullable(),
    /** Also what sentences state of the first thing and others; `out`: of it to them. */
    stated: statedSchema.nullable(),
  }),
  /** Whether a thing treats another so, as the papers that introduce it tell. */
  z.object({
    find: z.literal('does'),
    subject: targetSchema,
    how: z.enum(TREATMENTS),
    object: targetSchema,
    verb: name,
  }),
  /** Papers by how many concepts of a kind they name. */
  z.object({
    find: z.literal('ranking'),
    kind: z.enum(CONCEPT_KINDS).nullable(),
    how: z.enum(TREATMENTS),
    where: filterSchema.nullable(),
    top: z.object({ order: z.enum(['most', 'least']), n: whole.min(1).max(1000) }),
  }),
  /** How many concepts of a kind a paper names on average. */
  z.object({
    find: z.literal('average'),
    kind: z.enum(CONCEPT_KINDS).nullable(),
    how: z.enum(TREATMENTS),
    where: filterSchema.nullable(),
  }),
  /** Two things or more, side by side. */
  z.object({ find: z.literal('difference'), of: z.array(targetSchema).min(2).max(6) }),
  /** Of which there are more papers. */
  z.object({
    find: z.literal('balance'),
    of: z
      .array(z.object({ name, where: filterSchema }))
      .min(2)
      .max(6),
    least: z.boolean(),
  }),
  z.object({ find: z.literal('similar'), to: targetSchema }),
  /** Gaps that the analysis found. */
  z.object({ find: z.literal('gaps'), about: z.array(targetSchema).max(2), ask: z.enum(ASKS) }),
  /** Papers told by their words. */
  z.object({
    find: z.literal('described'),
    words: z.array(name).min(2).max(30),
    wants: z.array(z.enum(WANTS)),
    /** As in `sayings`. */
    counted: name.nullable(),
  }),
]);
export type Plan = z.infer<typeof planSchema>;
export type PlanOf<F extends Plan['find']> = Extract<Plan, { find: F }>;

export const ROLES_OF: Readonly<Record<Treatment, readonly (typeof ROLES)[number][] | null>> = {
  mentions: null,
  uses: ['uses', 'evaluates', 'introduces', 'compares'],
  evaluates: ['evaluates', 'compares'],
  introduces: ['introduces'],
  compares: ['compares'],
  background: ['background'],
  titles: null,
};
