import type { RecordFields } from './fields/record-fields.ts';
import type { ReadLimits } from './limits.ts';

/** An opened file: decoded, with every line end turned into `\n`. */
export interface TextSource {
  /** Base name of the file. */
  readonly file: string;
  /** The first characters, for telling the format; `text` gives them again. */
  readonly head: string;
  /** Whether `head` is the whole text. */
  readonly headIsAll: boolean;
  /** The text from its start, in chunks; may be called once. */
  text(): AsyncGenerator<string>;
}

/** Which header or key of the file holds which field, where the names can't be guessed. */
export type ColumnMapping = Readonly<Partial<Record<keyof RecordFields, string>>>;

export interface ReaderSettings {
  readonly limits: ReadLimits;
  readonly columns: ColumnMapping;
}

/** What a reader tells of one entry; `read` adds the file and the running number. `line` counts from 1. */
export type Draft =
  | { readonly line: number; readonly fields: RecordFields; readonly reason?: never }
  | { readonly line: number; readonly reason: string; readonly fields?: never };

/** One format: never throws for a bad entry, never holds more than an entry of the file. */
export type Reader = (source: TextSource, settings: ReaderSettings) => AsyncGenerator<Draft>;
