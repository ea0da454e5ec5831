import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a model's card tells: written by the training, read here. Figures are F1 in percent. */
const modelCard = z.object({
  date: z.string(),
  seed: z.number(),
  /** Said in words, a list of them, or by name. */
  data: z.json(),
  licence: z.string(),
  scores: z.json(),
  curve: z
    .array(z.object({ documents: z.number(), exact: z.number(), typed: z.number().nullish() }))
    .default([]),
});

export interface ModelCard extends z.infer<typeof modelCard> {
  /** Name of the model's files. */
  model: string;
}

/** Cards in a folder of models, by name. @throws ZodError, SyntaxError where one isn't a card. */
export function readModelCards(folder: string): ModelCard[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      model: name.replace(/\.json$/, ''),
      ...modelCard.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    }));
}
