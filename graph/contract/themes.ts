/** Themes: how they were found, how far they can be trusted, and what each is about. */
import { z } from 'zod';
import { ALGORITHMS, QUADRANTS, THEME_EVENTS } from '../schema.ts';
import {
  conceptKindSchema,
  conceptRefSchema,
  cypherSchema,
  fieldSchema,
  idSchema,
  NO_DIRECTION_MARKS,
  ONE_LINE,
  paperRefSchema,
  themeSummarySchema,
  yearCountsSchema,
} from './common.ts';

export const THEME_LABEL_LENGTH = 120;

const namedThemeSchema = z.object({ id: idSchema, label: z.string() });

const algorithmSchema = z.enum(ALGORITHMS);

/** How far the runs of one algorithm agree. */
const agreementSchema = z.object({
  algorithm: algorithmSchema,
  runs: z.number().int(),
  /** Mean adjusted Rand index between two runs. */
  meanRand: z.number(),
  /** Newman's, of the best single run. */
  modularity: z.number(),
});

/** One row of the strategic map. */
const mappedThemeSchema = themeSummarySchema.extend({
  /** What the analysis calls it; differs from `label` where a person named it. */
  ownLabel: z.string(),
  /** Stability under the other algorithm's runs. */
  otherStability: z.number().nullable(),
  /** Callon's; null for sub-themes. */
  centrality: z.number().nullable(),
  density: z.number().nullable(),
  quadrant: z.enum(QUADRANTS).nullable(),
});
export type MappedTheme = z.infer<typeof mappedThemeSchema>;

const themeChangeSchema = z.object({
  event: z.enum(THEME_EVENTS),
  /** What there was, and what there is now. */
  from: z.array(namedThemeSchema),
  to: z.array(namedThemeSchema),
  /** Concepts that both have, of how many there were. */
  kept: z.number().int(),
  of: z.number().int(),
});

/** GET /api/themes */
export const themesSchema = z.object({
  themes: z.array(mappedThemeSchema),
  modularity: z.number().nullable(),
  resolution: z.number().nullable(),
  seed: z.number().int().nullable(),
  algorithm: algorithmSchema.nullable(),
  /** The algorithm that made the themes first. */
  agreement: z.array(agreementSchema),
  /** What did not shape the themes, and why. */
  leftOut: z
    .object({
      /** Concepts in fewer papers than this. */
      rare: z.number().int(),
      fewestPapers: z.number().int(),
      /** Concepts in more papers than this. */
      common: z.array(
        z.object({ concept: conceptRefSchema.nullable(), name: z.string(), papers: z.number().int() }),
      ),
      mostPapers: z.number(),
      mentionsBeyondCap: z.number().int(),
    })
    .nullable(),
  /** What became of the themes that the graph had before its papers changed. */
  changes: z.array(themeChangeSchema),
  /** Where the quadrants of the strategic map meet. */
  medians: z.object({ centrality: z.number(), density: z.number() }).nullable(),
  /** Whether this server lets its users name themes, judge gaps and analyse again. */
  editable: z.boolean(),
  cypher: cypherSchema,
});
export type Themes = z.infer<typeof themesSchema>;

const whySchema = z.string();

/** GET /api/themes/:id: the theme's dossier. */
export const themeSchema = themeSummarySchema.extend({
  ownLabel: z.string(),
  concepts: z.array(conceptRefSchema.extend({ ambiguity: z.number().nullable() })),
  papers: z.array(z.object({ paper: paperRefSchema, share: z.number() })),
  years: yearCountsSchema,
  subThemes: z.array(themeSummarySchema),
  keyPapers: z.array(z.object({ paper: paperRefSchema, share: z.number(), why: z.array(whySchema) })),
  /** The most telling concepts of each kind, by class-based TF-IDF. */
  defining: z.array(
    z.object({
      kind: conceptKindSchema,
      concepts: z.array(z.object({ concept: conceptRefSchema, score: z.number() })),
    }),
  ),
  /** In how many of its papers a method (row) and a dataset (column) stand together. */
  pairings: z.object({
    rows: z.array(conceptRefSchema),
    columns: z.array(conceptRefSchema),
    papers: z.array(z.array(z.number().int())),
  }),
  /** Kleinberg's bursts within the theme. */
  bursts: z.array(
    z.object({
      concept: conceptRefSchema,
      from: z.number().int(),
      to: z.number().int(),
      weight: z.number(),
      /** Whether it was still on in the last year that there is. */
      ongoing: z.boolean(),
    }),
  ),
  /** Other themes by how strongly they are linked with this one, and what links them. */
  links: z.array(
    z.object({
      theme: themeSummarySchema,
      weight: z.number(),
      papers: z.array(paperRefSchema),
      concepts: z.array(conceptRefSchema),
    }),
  ),
  /** What its papers call open. */
  questions: z.array(z.object({ paper: paperRefSchema, sentence: z.string(), field: fieldSchema })),
  cypher: cypherSchema,
});
export type ThemeDetail = z.infer<typeof themeSchema>;

/** PUT /api/themes/:id/label; null gives the theme its own label back. */
export const themeLabelSchema = z.object({
  label: z
    .string()
    .trim()
    .min(1)
    .max(THEME_LABEL_LENGTH)
    .regex(ONE_LINE)
    .regex(NO_DIRECTION_MARKS)
    .nullable(),
});
