import { z } from 'zod';
import type { ThemeDossier } from '../analysis/dossier/theme-dossier.ts';
import { conceptKindSchema, fieldSchema, type ThemeDetail } from '../contract.ts';
import type { Catalogue } from './catalogue.ts';
import { fits, knownCells } from './known-cells.ts';
import { conceptRefs, paperRefs } from './node-refs.ts';

const idSchema = z.string();

/** What the finding `dossier:ID` holds of a theme: the analysis' own `ThemeDossier`, with ids for things. */
export const storedDossierSchema = z.object({
  keyPapers: z.array(z.object({ paper: idSchema, share: z.number(), why: z.array(z.string()) })),
  defining: z.array(
    z.object({
      kind: conceptKindSchema,
      concepts: z.array(z.object({ concept: idSchema, score: z.number() })),
    }),
  ),
  pairings: z
    .object({
      rows: z.array(idSchema),
      columns: z.array(idSchema),
      papers: z.array(z.array(z.number().int())),
    })
    .refine((pairings) => fits(pairings.papers, pairings)),
  bursts: z.array(
    z.object({
      concept: idSchema,
      from: z.number().int(),
      to: z.number().int(),
      weight: z.number(),
      ongoing: z.boolean(),
    }),
  ),
  links: z.array(
    z.object({
      theme: idSchema,
      weight: z.number(),
      papers: z.array(idSchema),
      concepts: z.array(idSchema),
    }),
  ),
  questions: z.array(z.object({ paper: idSchema, sentence: z.string(), field: fieldSchema })),
}) satisfies z.ZodType<Omit<ThemeDossier, 'years'>>;
type StoredDossier = z.infer<typeof storedDossierSchema>;

type Dossier = Pick<ThemeDetail, 'keyPapers' | 'defining' | 'pairings' | 'bursts' | 'links' | 'questions'>;

/** The dossier with what its ids stand for; what is not in the graph any more is left out. */
export function resolveDossier(catalogue: Catalogue, stored: StoredDossier): Dossier {
  const paper = (id: string) => paperRefs(catalogue, [id])[0];
  const concept = (id: string) => conceptRefs(catalogue, [id])[0];
  const cells = knownCells(catalogue, stored.pairings);
  return {
    keyPapers: stored.keyPapers.flatMap(({ paper: id, share, why }) => {
      const known = paper(id);
      return known ? { paper: known, share, why } : [];
    }),
    defining: stored.defining.map(({ kind, concepts }) => ({
      kind,
      concepts: concepts.flatMap(({ concept: id, score }) => {
        const known = concept(id);
        return known ? { concept: known, score } : [];
      }),
    })),
    pairings: { rows: cells.rows, columns: cells.columns, papers: cells.of(stored.pairings.papers) },
    bursts: stored.bursts.flatMap(({ concept: id, ...burst }) => {
      const known = concept(id);
      return known ? { concept: known, ...burst } : [];
    }),
    links: stored.links.flatMap(({ theme: id, weight, papers, concepts }) => {
      const theme = catalogue.themes.get(id);
      const refs = { papers: paperRefs(catalogue, papers), concepts: conceptRefs(catalogue, concepts) };
      return theme ? { theme, weight, ...refs } : [];
    }),
    questions: stored.questions.flatMap(({ paper: id, sentence, field }) => {
      const known = paper(id);
      return known ? { paper: known, sentence, field } : [];
    }),
  };
}

/** For a theme that an older store tells less of. */
export const EMPTY_DOSSIER: Omit<Dossier, 'links'> = {
  keyPapers: [],
  defining: [],
  pairings: { rows: [], columns: [], papers: [] },
  bursts: [],
  questions: [],
};
