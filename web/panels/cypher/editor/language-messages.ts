/** What the editor and the worker that knows the language say to each other. */
export type LanguageQuestion =
  | { ask: 'lint'; text: string }
  | { ask: 'complete'; text: string; position: number; explicit: boolean }
  | { ask: 'format'; text: string; position: number };

export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface Proposal {
  readonly label: string;
  /** What it is, in a word. */
  readonly kind: string;
  /** What is put in, where that isn't the label. */
  readonly text?: string;
  readonly signature?: string;
  readonly about?: string;
}

export interface Formatted {
  readonly text: string;
  readonly position: number;
}

export interface LanguageAnswers {
  lint: Problem[];
  complete: Proposal[];
  format: Formatted;
}
