/** The term workbench: what counts as one term, decisions about that, and thesaurus files. */
import { z } from 'zod';
import { CONCEPT_KINDS } from '../schema.ts';
import {
  BOUNDS,
  conceptKindSchema,
  conceptRefSchema,
  cypherSchema,
  idSchema,
  NO_DIRECTION_MARKS,
  ONE_LINE,
  paperRefSchema,
  rangeSchema,
  SENTENCE,
} from './common.ts';

/** Most that may be asked for; the server's settings may be lower, never higher. */
export const TERM_BOUNDS = {
  formLength: 300,
  /** Forms or terms of one change. */
  forms: 1000,
  /** Changes of one request. */
  changes: 200,
  page: 1000,
  lookAlikes: 2000,
  thesaurusCharacters: 8_000_000,
} as const;

export const TERM_SORTS = ['papers', 'name', 'kind', 'forms', 'theme'] as const;
export type TermSort = (typeof TERM_SORTS)[number];

/** Present for yes, absent for no: a query has no booleans. */
const flag = z.literal('yes').optional();

/** GET /api/terms */
export const termsQuerySchema = z.object({
  q: z.string().trim().max(BOUNDS.queryLength).default(''),
  kind: conceptKindSchema.optional(),
  minPapers: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** Only terms that may be the same as another. */
  alike: flag,
  /** Only terms that somebody decided about. */
  decided: flag,
  sort: z.enum(TERM_SORTS).default('papers'),
  order: z.enum(['asc', 'desc']).optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(TERM_BOUNDS.page).default(100),
});
export type TermsQuery = z.input<typeof termsQuerySchema>;

export const termSchema = conceptRefSchema.extend({
  /** Its other forms, each with why it is one (`case`, `plural`, `abbreviation`, `user` and so on). */
  aliases: z.array(z.object({ form: z.string(), reason: z.string() })),
  theme: z.object({ id: idSchema, label: z.string(), colour: z.number().int() }).nullable(),
  /** Ids of the decisions that speak of it. */
  decisions: z.array(z.string()),
  /** With how many others it may be the same. */
  alike: z.number().int(),
});
export type Term = z.infer<typeof termSchema>;

/** How the graph stands to what was decided. */
const standingSchema = z.object({
  /** Decisions made since the themes were found. */
  decisions: z.number().int(),
  /** Whether the terms are others than those that the themes were found with. */
  changed: z.boolean(),
});

export const termsSchema = z.object({
  terms: z.array(termSchema),
  /** Of these filters, on all pages. */
  total: z.number().int(),
  /** Of the whole graph. */
  all: z.number().int(),
  sinceThemes: standingSchema,
  editable: z.boolean(),
  cypher: cypherSchema,
});
export type Terms = z.infer<typeof termsSchema>;

/** Why two terms may be the same. */
export const LOOK_ALIKE_REASONS = [
  'spelling',
  'ending',
  'order',
  'acronym',
  'generic',
  'near',
  'shared',
] as const;
export type LookAlikeReason = (typeof LOOK_ALIKE_REASONS)[number];

/** GET /api/terms/suggestions */
export const suggestionsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(TERM_BOUNDS.lookAlikes).default(200),
});
export const suggestionSchema = z.object({
  /** The one in more papers, which the other would go into. */
  into: conceptRefSchema,
  other: conceptRefSchema,
  reason: z.enum(LOOK_ALIKE_REASONS),
  /** What it rests on, for people: the forms that are alike. */
  because: z.string(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
export const suggestionsSchema = z.object({
  suggestions: z.array(suggestionSchema),
  total: z.number().int(),
  /** Pairs that somebody said are not the same. */
  dismissed: z.number().int(),
  editable: z.boolean(),
  cypher: cypherSchema,
});

/** PUT /api/terms/suggestions: whether two terms are to be suggested as the same. */
export const dismissalSchema = z.object({ one: idSchema, other: idSchema, dismissed: z.boolean() });
export type Dismissal = z.infer<typeof dismissalSchema>;

const formSchema = z
  .string()
  .trim()
  .min(1)
  .max(TERM_BOUNDS.formLength)
  .regex(ONE_LINE)
  .regex(NO_DIRECTION_MARKS);
const formsSchema = z.array(z.string().min(1).max(TERM_BOUNDS.formLength)).min(1).max(TERM_BOUNDS.forms);

/** A change of terms that are seen, by their ids. */
export const conceptChangeSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('merge'),
    concepts: z.array(idSchema).min(1).max(TERM_BOUNDS.forms),
    into: idSchema,
  }),
  z.strictObject({ action: z.literal('split'), concept: idSchema, forms: formsSchema }),
  z.strictObject({ action: z.literal('rename'), concept: idSchema, name: formSchema }),
  z.strictObject({ action: z.literal('retype'), concept: idSchema, kind: z.enum(CONCEPT_KINDS) }),
  z.strictObject({ action: z.literal('stop'), concept: idSchema }),
]);
export type ConceptChange = z.infer<typeof conceptChangeSchema>;

/** POST /api/decisions, and to look before, POST /api/decisions/preview. All changes are one step. */
export const conceptChangesSchema = z.object({
  changes: z.array(conceptChangeSchema).min(1).max(TERM_BOUNDS.changes),
});

/** What was decided, by surface forms, as it is stored. */
export const decisionContentSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('merge'), forms: z.array(z.string()), into: z.string() }),
  z.object({ action: z.literal('split'), forms: z.array(z.string()) }),
  z.object({ action: z.literal('rename'), form: z.string(), name: z.string() }),
  z.object({ action: z.literal('retype'), form: z.string(), kind: conceptKindSchema }),
  z.object({ action: z.literal('stop'), form: z.string() }),
]);
export type DecisionContent = z.infer<typeof decisionContentSchema>;

export const decisionIdSchema = z.string().regex(/^[\w.:-]{1,64}$/);
export const decisionParamsSchema = z.object({ id: decisionIdSchema });

/** GET /api/decisions: the latest first. */
export const decisionsSchema = z.object({
  decisions: z.array(
    z.object({
      id: decisionIdSchema,
      /** What was decided at once has one; taking it back takes back all of it. */
      together: decisionIdSchema.nullable(),
      /** ISO 8601. */
      at: z.string(),
      note: z.string().nullable(),
      content: decisionContentSchema,
      /** The term that its words mean now. */
      concept: conceptRefSchema.nullable(),
    }),
  ),
  sinceThemes: standingSchema,
  editable: z.boolean(),
  cypher: cypherSchema,
});
export type Decisions = z.infer<typeof decisionsSchema>;
export type StoredDecision = Decisions['decisions'][number];

/** PUT /api/decisions: decisions that were taken back, as the list told them, hold again. */
export const restoredDecisionsSchema = z.object({
  decisions: z
    .array(
      z.object({
        id: decisionIdSchema,
        at: z.iso.datetime(),
        note: z.string().max(2000).nullable(),
        content: decisionContentSchema,
      }),
    )
    .min(1)
    .max(TERM_BOUNDS.forms),
});
export type RestoredDecision = z.infer<typeof restoredDecisionsSchema>['decisions'][number];

/** What a term would be after a change. */
const termAfterSchema = z.object({
  name: z.string(),
  kind: conceptKindSchema,
  /** Papers that mention it. */
  papers: z.number().int(),
  forms: z.array(z.string()),
});

export const changeEffectSchema = z.object({
  action: z.enum(['merge', 'split', 'rename', 'retype', 'stop']),
  before: z.array(conceptRefSchema),
  after: z.array(termAfterSchema),
  /** Papers that speak of what is changed. */
  papers: z.number().int(),
  /** Mentions that another term would have, or none. */
  mentions: z.number().int(),
  examples: z.array(rangeSchema.extend({ ...SENTENCE, paper: paperRefSchema })),
});
export type ChangeEffect = z.infer<typeof changeEffectSchema>;

export const previewSchema = z.object({ effects: z.array(changeEffectSchema), cypher: cypherSchema });

/** GET /api/decisions/job, and what POST and DELETE answer with: how the change stands. One at a time. */
export const decisionJobSchema = z.object({
  /** Counts the changes of this server; 0 before the first. */
  number: z.number().int(),
  state: z.enum(['idle', 'running', 'done', 'failed']),
  /** `extract`, `canonicalise`, `compare`, `concepts`, `load`; null when nothing runs. */
  stage: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  secondsLeft: z.number().nullable(),
  seconds: z.number(),
  /** Why it failed. */
  message: z.string().nullable(),
  /** What takes it back; null where nothing was decided. */
  id: decisionIdSchema.nullable(),
  added: z.number().int(),
  removed: z.number().int(),
});
export type DecisionJob = z.infer<typeof decisionJobSchema>;

/** GET /api/thesaurus: all forms as a VOSviewer thesaurus file. */
export const thesaurusSchema = z.object({
  name: z.string(),
  text: z.string(),
  /** Without the header. */
  lines: z.number().int(),
  /** Forms that two terms have; the file names the one in more papers. */
  ambiguous: z.number().int(),
  cypher: cypherSchema,
});
export type Thesaurus = z.infer<typeof thesaurusSchema>;

/** POST /api/thesaurus, and to look before, POST /api/thesaurus/preview. */
export const thesaurusTextSchema = z.object({ text: z.string().min(1).max(TERM_BOUNDS.thesaurusCharacters) });

export const thesaurusPreviewSchema = z.object({
  /** Lines that say something. */
  lines: z.number().int(),
  /** Lines that say what is so already. */
  same: z.number().int(),
  /** Labels that no paper has, and the first of them. */
  unknown: z.object({ count: z.number().int(), first: z.array(z.string()) }),
  problems: z.object({
    count: z.number().int(),
    first: z.array(z.object({ line: z.number().int(), text: z.string(), reason: z.string() })),
  }),
  decisions: z.object({
    count: z.number().int(),
    first: z.array(decisionContentSchema),
    byAction: z.record(z.string(), z.number().int()),
  }),
  /** Papers that speak of a term that would change. */
  papers: z.number().int(),
});
export type ThesaurusPreview = z.infer<typeof thesaurusPreviewSchema>;
