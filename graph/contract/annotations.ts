/** Notes, tags, the reading list and pins. */
import { z } from 'zod';
import { READING_STATES } from '../schema.ts';
import {
  BOUNDS,
  cypherSchema,
  idSchema,
  LINES,
  NO_DIRECTION_MARKS,
  nodeRefSchema,
  ONE_LINE,
  paperRefSchema,
} from './common.ts';

/** Most that may be written; the server's settings may be lower, never higher. */
export const ANNOTATION_BOUNDS = {
  noteLength: 20_000,
  tags: 100,
  tagLength: BOUNDS.idLength,
  pins: 5000,
  /** Layout units; far beyond any map. */
  place: 1_000_000,
} as const;

/** Tags are told apart by commas where they are typed in a row. */
const TAG = /^[^,]+$/u;

const writtenTagSchema = z.string().trim().min(1).regex(ONE_LINE).regex(NO_DIRECTION_MARKS).regex(TAG);

export const readingStateSchema = z.enum(READING_STATES);

const noteSchema = z.string().regex(LINES).regex(NO_DIRECTION_MARKS);

/** As it is in the graph, where somebody may have written it by hand: no bound of ours holds there. */
const annotatedSchema = z.object({
  note: z.string(),
  tags: z.array(z.string()),
  reading: readingStateSchema.nullable(),
});
export type Annotated = z.infer<typeof annotatedSchema>;

/**
 * PUT /api/annotations/:id takes the place of what was there; a field that is left out is emptied, but one must be
 * named, so that no misspelt body empties all. How long things may be is left to the server's settings.
 */
export const annotationBodySchema = z
  .strictObject({
    note: noteSchema.optional(),
    tags: z.array(writtenTagSchema).optional(),
    reading: readingStateSchema.nullable().optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'The body must have note, tags or reading.',
  });
export type AnnotationBody = z.output<typeof annotationBodySchema>;

const placeSchema = z.number().min(-ANNOTATION_BOUNDS.place).max(ANNOTATION_BOUNDS.place);
const positionSchema = z.object({ x: placeSchema, y: placeSchema });

export const pinSchema = z.object({
  id: idSchema,
  /** In layout units; null gives the node its own place back. */
  position: positionSchema.nullable(),
});
export type Pin = z.output<typeof pinSchema>;

/** PUT /api/pins. How many may be pinned at a time is left to the server's settings. */
export const pinsSchema = z.object({ pins: z.array(pinSchema).min(1) });

export const annotationSchema = annotatedSchema.extend({
  node: nodeRefSchema,
  /** Null for concepts and themes. */
  paper: paperRefSchema.nullable(),
  /** Where it is pinned. */
  position: z.object({ x: z.number(), y: z.number() }).nullable(),
  /** When note, tags or reading state last changed, as ISO 8601; null where only the place did. */
  at: z.string().nullable(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** GET /api/annotations */
export const annotationsSchema = z.object({
  /** Of all that is in the graph now, in the order of ids. */
  annotations: z.array(annotationSchema),
  /** Of what is no more in the graph; kept in case it comes back. */
  without: z.number().int(),
  /** Commonest first. */
  tags: z.array(z.object({ tag: z.string(), count: z.number().int() })),
  limits: z.object({
    noteLength: z.number().int(),
    tags: z.number().int(),
    tagLength: z.number().int(),
    pins: z.number().int(),
  }),
  editable: z.boolean(),
  cypher: cypherSchema,
});
export type Annotations = z.infer<typeof annotationsSchema>;
