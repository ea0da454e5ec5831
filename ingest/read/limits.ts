/** Every bound of reading, by name. A file is a stranger's: whatever grows with it has one. */
export interface ReadLimits {
  /** Longest physical line that is kept, in UTF-16 code units; a longer one spoils its entry only. */
  lineCharacters: number;
  /** Longest entry that is kept, in UTF-16 code units; a longer one is rejected. */
  entryCharacters: number;
  /** Entries of one file. */
  entries: number;
  /** Bytes that a gzip file may unpack to. */
  decompressedBytes: number;
  /** How many times larger than packed a gzip file may unpack; looked at past `ratioFloorBytes`. */
  compressionRatio: number;
  /** Unpacked bytes below which the ratio says nothing. */
  ratioFloorBytes: number;
  /** How deep JSON or XML may nest inside an entry. */
  depth: number;
  /**
   * How often a line of a table may be read again because a quote before it was never closed; a row that would need it
   * once more is given up.
   */
  lineReadings: number;
  /** `@string` macros of a BibTeX file, how long one may be, and how often one entry may use them. */
  macros: number;
  macroCharacters: number;
  macroUses: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  lineCharacters: 4 * 1024 * 1024,
  entryCharacters: 4 * 1024 * 1024,
  entries: 5_000_000,
  decompressedBytes: 64 * 1024 ** 3,
  compressionRatio: 200,
  ratioFloorBytes: 16 * 1024 * 1024,
  depth: 64,
  lineReadings: 4,
  macros: 10_000,
  macroCharacters: 2_000,
  macroUses: 200,
};
