import type { ParameterRow } from '../../../state/console-parameters.ts';

export const INTENTS = [
  'First look',
  'Methods and tasks',
  'Data and measures',
  'Themes',
  'What is missing',
  'Over time',
  'People and papers',
] as const;

export interface Recipe {
  readonly intent: (typeof INTENTS)[number];
  readonly name: string;
  readonly statement: string;
  /** With an example each; what is selected takes the place of one that is called `concept`, `theme` or `paper`. */
  readonly parameters?: readonly ParameterRow[];
  /** Why it may find nothing, where that is not plain from what it asks for. */
  readonly empty?: string;
}

export const text = (name: string, example: string): ParameterRow => ({ name, kind: 'text', text: example });
export const whole = (name: string, example: number): ParameterRow => ({
  name,
  kind: 'whole',
  text: String(example),
});
