/** Every limit and choice of an ingest run, by name. */
export interface IngestSettings {
  /** The run fails, and writes nothing, when more than this share of the entries was rejected. 0 to 1. */
  maxRejectedShare: number;
  /** Worker threads for extraction; 0 means one for each core. */
  threads: number;
  /** Papers written in one transaction. */
  papersPerBatch: number;
  /** Concepts, authors or citations written in one transaction. */
  rowsPerBatch: number;
  /** Papers, or concepts whose relations are asked for, in one read of the store. */
  rowsPerPage: number;
}

export const DEFAULT_INGEST_SETTINGS: IngestSettings = {
  maxRejectedShare: 0.2,
  threads: 0,
  papersPerBatch: 50,
  rowsPerBatch: 1000,
  rowsPerPage: 2000,
};
