import { z } from 'zod';
import { THEME_EVENTS } from '../schema.ts';
import type { StoreReader } from '../store/store.ts';
import { readFinding } from './statements.ts';

const namedSchema = z.object({ id: z.string(), label: z.string() });
const themeSchema = z.object({
  id: z.string(),
  level: z.number(),
  label: z.string(),
  colour: z.number(),
  /** Ids of the concepts that shaped it. */
  members: z.array(z.string()),
  /** Where the map's layout set it out from; those of level 0 alone have one. */
  anchor: z.object({ x: z.number(), y: z.number() }).optional(),
});
const memorySchema = z.object({
  /** All themes of the last finished analysis, with what they held. */
  themes: z.array(themeSchema),
  /** Themes of analyses before it that are no more, the latest first: who tries other settings finds them again. */
  former: z.array(themeSchema).default([]),
  /** Where the map's layout started from, and where it ended, in its own units: x and y by turns. */
  layout: z
    .object({
      hash: z.string(),
      maker: z.string(),
      ids: z.array(z.string()),
      /** Which theme each was in, by its place in `themeIds`; -1 for none. */
      themeIds: z.array(z.string()),
      theme: z.array(z.number()),
      /** Null where it started from the themes; a place is null where the node was new. */
      start: z.array(z.number().nullable()).nullable(),
      end: z.array(z.number().nullable()),
    })
    .nullable()
    .default(null),
  /** How these came of those before them. */
  changes: z.array(
    z.object({
      event: z.enum(THEME_EVENTS),
      from: z.array(namedSchema),
      to: z.array(namedSchema),
      kept: z.number(),
      of: z.number(),
    }),
  ),
});

/**
 * What the analysis remembers from run to run, so that a theme keeps its id and colour. Written in one
 * transaction with the end of a run: a run that was killed leaves the memory of the one before it.
 */
export type ThemeMemory = z.output<typeof memorySchema>;
export type RememberedTheme = ThemeMemory['themes'][number];
export type ThemeChange = ThemeMemory['changes'][number];

export const MEMORY_ID = 'partition';

const NOTHING: ThemeMemory = { themes: [], former: [], layout: null, changes: [] };

/** Nothing where no analysis has finished, or what it left can't be read. */
export async function readThemeMemory(store: StoreReader): Promise<ThemeMemory> {
  const { rows } = await store.read(readFinding(MEMORY_ID));
  const json = rows[0]?.[0];
  if (typeof json !== 'string') return NOTHING;
  try {
    return memorySchema.parse(JSON.parse(json));
  } catch {
    return NOTHING;
  }
}
