/** The map: which part of the graph is asked for, and what is sent of it. */
import { z } from 'zod';
import { CONCEPT_RELATIONS } from '../schema.ts';
import {
  BOUNDS,
  conceptRefSchema,
  cypherSchema,
  idSchema,
  nodeKindSchema,
  nodeRefSchema,
  ONE_LINE,
  paperRefSchema,
  themeSummarySchema,
  yearCountsSchema,
} from './common.ts';
import { cypherRequestSchema } from './console.ts';

/**
 * Papers and concepts; only the one or the other; themes and their links; what lies around `centre`; what a statement
 * returns, and nothing else.
 */
export const LENSES = ['all', 'concepts', 'papers', 'themes', 'ego', 'query'] as const;
export const lensSchema = z.enum(LENSES);
export type Lens = z.infer<typeof lensSchema>;

/** `LINKS` ties two themes: what the papers and concepts of the one have with those of the other. */
export const EDGE_TYPES = [
  'MENTIONS',
  'INTRODUCES',
  'CO_OCCURS',
  'SHARES',
  ...CONCEPT_RELATIONS,
  'LINKS',
] as const;
export const edgeTypeSchema = z.enum(EDGE_TYPES);
export type EdgeType = z.infer<typeof edgeTypeSchema>;

/** Which edges a lens draws: the `first`, unless `relations` is given, which chooses among these and `more`. */
export const LENS_EDGES: Readonly<Record<Lens, { first: readonly EdgeType[]; more: readonly EdgeType[] }>> = {
  all: { first: ['MENTIONS', 'INTRODUCES'], more: CONCEPT_RELATIONS },
  concepts: { first: ['CO_OCCURS', ...CONCEPT_RELATIONS], more: [] },
  papers: { first: ['SHARES'], more: [] },
  themes: { first: ['LINKS'], more: [] },
  ego: { first: ['MENTIONS', 'INTRODUCES', 'CO_OCCURS', 'SHARES', ...CONCEPT_RELATIONS], more: [] },
  query: {
    first: ['MENTIONS', 'INTRODUCES', 'CO_OCCURS', 'SHARES', ...CONCEPT_RELATIONS, 'LINKS'],
    more: [],
  },
};

export const drawnKindSchema = z.union([nodeKindSchema, z.literal('Theme')]);
export type DrawnKind = z.infer<typeof drawnKindSchema>;

/** In an address: names joined by commas. */
const listOf = <Item extends string>(item: z.ZodType<Item, string>, most: number) =>
  z
    .string()
    .max(BOUNDS.idLength * most)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(item).min(1).max(most));

const year = z.coerce.number().int().min(1000).max(3000);
const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** What narrows a view; each can be left out. A concept is within a span of years by its papers of those years. */
export const filtersSchema = z.object({
  kinds: listOf(nodeKindSchema, nodeKindSchema.options.length).optional(),
  relations: listOf(edgeTypeSchema, EDGE_TYPES.length).optional(),
  from: year.optional(),
  to: year.optional(),
  /** Concepts of at least so many papers (of those years). */
  minPapers: z.coerce.number().int().min(1).max(BOUNDS.minPapers).optional(),
  /** Nodes whose name, alias or title has these words. */
  text: z.string().trim().min(1).max(BOUNDS.queryLength).regex(ONE_LINE).optional(),
  /** Papers with this tag, and what they mention. */
  tag: z.string().trim().min(1).max(BOUNDS.idLength).regex(ONE_LINE).optional(),
  /** Of what is then left: nodes with at least so many ties; those in the k-core; those of the largest component. */
  minDegree: z.coerce.number().int().min(1).max(BOUNDS.mapNodes).optional(),
  core: z.coerce.number().int().min(1).max(BOUNDS.core).optional(),
  largest: flag.optional(),
  /** Only what came with the last ingest, and what it is tied to. */
  fresh: flag.optional(),
});
export type Filters = z.infer<typeof filtersSchema>;

/** In an address: an object as JSON. */
const jsonOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .max(BOUNDS.lensParameters)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(shape);

/** GET /api/graph */
export const graphQuerySchema = filtersSchema.extend({
  lens: lensSchema.default('all'),
  /** Only this theme's members. */
  theme: idSchema.optional(),
  /** Lens `ego`: what lies at most `depth` steps from these. */
  centre: listOf(idSchema, BOUNDS.centres).optional(),
  depth: z.coerce.number().int().min(1).max(BOUNDS.depth).default(1),
  /** Lens `query`: Cypher that only reads, and its parameters, as POST /api/cypher takes them. */
  statement: z.string().trim().min(1).max(BOUNDS.lensStatement).optional(),
  parameters: jsonOf(cypherRequestSchema.shape.parameters).optional(),
  types: jsonOf(cypherRequestSchema.shape.types).optional(),
  /** At most so many nodes. */
  limit: z.coerce.number().int().min(1).max(BOUNDS.mapNodes).optional(),
});

/** A part of the graph in columns: entry `i` of every node column is one node. */
export const graphViewSchema = z.object({
  nodes: z.object({
    id: z.array(idSchema),
    kind: z.array(drawnKindSchema),
    label: z.array(z.string()),
    x: z.array(z.number()),
    y: z.array(z.number()),
    /** Index into `themes`, -1 for none. */
    theme: z.array(z.number().int()),
    /** Papers: summed salience of their concepts; concepts and themes: in how many papers. */
    weight: z.array(z.number()),
    /** Papers: the year; concepts: the median year of their papers; null where none is known. */
    year: z.array(z.number().nullable()),
    /** Concepts: 0 to 1, how unsure it is which theme they belong to (4v(1-v)); 0 for all others. */
    ambiguity: z.array(z.number()),
    /** 0 to 1: share of the shortest paths of this view that lead through the node (Brandes 2001), by the largest. */
    betweenness: z.array(z.number()),
    /** True for what came with the last ingest. */
    fresh: z.array(z.boolean()),
  }),
  edges: z.object({
    /** Indexes into the node columns. */
    source: z.array(z.number().int()),
    target: z.array(z.number().int()),
    type: z.array(edgeTypeSchema),
    weight: z.array(z.number()),
  }),
  themes: z.array(themeSummarySchema),
  /** Ties between themes, by index into `themes`; `weight` is comparable within one view only. */
  themeLinks: z.array(z.object({ source: z.number().int(), target: z.number().int(), weight: z.number() })),
  /** How much of the graph this is, the cap that was in force, and the highest that may be asked for. */
  shown: z.object({
    nodes: z.number().int(),
    of: z.number().int(),
    cap: z.number().int(),
    most: z.number().int(),
  }),
  /** What the filters left, all but the years: papers by year, for the brush. */
  years: yearCountsSchema,
  cypher: cypherSchema,
  /** Lens `query`: papers, concepts and themes among what the statement returned, and whether the limit of rows cut it. */
  found: z.object({ nodes: z.number().int(), truncated: z.boolean(), rows: z.number().int() }).optional(),
});
export type GraphView = z.infer<typeof graphViewSchema>;

/** GET /api/neighbours/:id : the node and what it is tied to, strongest first, as a graph. */
export const neighboursQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(BOUNDS.neighbours).default(40),
  relation: edgeTypeSchema.optional(),
  kind: nodeKindSchema.optional(),
});

export const PATH_ORDERS = ['shortest', 'strongest'] as const;
export type PathOrder = (typeof PATH_ORDERS)[number];

/** GET /api/paths : ways from one to another over papers and concepts. */
export const pathsQuerySchema = z.object({
  from: idSchema,
  to: idSchema,
  by: z.enum(PATH_ORDERS).default('shortest'),
  limit: z.coerce.number().int().min(1).max(10).default(3),
});
/** Where papers and concepts stand in a sentence: offsets in UTF-16 code units, end exclusive. */
const marksSchema = z.array(z.object({ start: z.number().int(), end: z.number().int(), node: idSchema }));
const pathStepSchema = z.object({
  type: z.string(),
  /** The sentence in which the paper names the concept, or states the relation; null where there is none. */
  sentence: z.string().nullable(),
  /** Where the sentence stands. */
  paper: paperRefSchema.nullable(),
  /** That one; or, where no sentence names both ends, two of one paper that each name one. */
  sentences: z.array(z.object({ paper: paperRefSchema, sentence: z.string(), marks: marksSchema })),
});
export const pathsSchema = z.object({
  paths: z.array(
    z.object({
      nodes: z.array(z.object({ id: idSchema, kind: nodeKindSchema, label: z.string() })),
      steps: z.array(pathStepSchema),
      /** Sum of the steps' lengths; only of paths of one order comparable. */
      length: z.number(),
    }),
  ),
  cypher: cypherSchema,
});
export type Paths = z.infer<typeof pathsSchema>;

/** GET /api/connections?ids= : what connects these papers and concepts. */
export const connectionsQuerySchema = z.object({
  ids: listOf(idSchema, BOUNDS.connected),
  limit: z.coerce.number().int().min(1).max(BOUNDS.neighbours).default(30),
});
export const connectionsSchema = z.object({
  /** Tied to two or more of them; those that tie most come first. */
  connectors: z.array(
    z.object({
      node: nodeRefSchema,
      /** Which of them it is tied to. */
      to: z.array(idSchema),
      /** For some of these ties: a sentence, or two of one paper where none names both ends. */
      sentences: z.array(z.object({ paper: paperRefSchema, sentence: z.string(), marks: marksSchema })),
    }),
  ),
  /** Which of them hang together, through these and by themselves. */
  groups: z.array(z.array(idSchema)),
  cypher: cypherSchema,
});
export type Connections = z.infer<typeof connectionsSchema>;

/** GET /api/compare?one=&other= : two papers, concepts or themes side by side. */
export const compareQuerySchema = z.object({ one: idSchema, other: idSchema });
const sideSchema = z.object({
  /** What is compared, of each kind of thing the commonest first. */
  concepts: z.array(conceptRefSchema),
  papers: z.array(paperRefSchema),
});
const extentSchema = z.object({ concepts: z.number().int(), papers: z.number().int() });
export const compareSchema = z.object({
  type: z.enum(['paper', 'concept', 'theme']),
  one: nodeRefSchema,
  other: nodeRefSchema,
  /** Facts about each that are said in a line, by name (papers, first year, median year, stability). */
  facts: z.array(z.object({ name: z.string(), one: z.string(), other: z.string() })),
  shared: sideSchema,
  onlyOne: sideSchema,
  onlyOther: sideSchema,
  /** How many there are of each, of which the lists hold the first. */
  counts: z.object({ shared: extentSchema, onlyOne: extentSchema, onlyOther: extentSchema }),
  years: z.object({ one: yearCountsSchema, other: yearCountsSchema }),
  cypher: cypherSchema,
});
export type Comparison = z.infer<typeof compareSchema>;
