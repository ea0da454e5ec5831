import { apartId } from './analysis/terms/term.ts';
import type { StoreWriter } from './store/store.ts';

/** Keeps that two terms are not the same, or forgets it; neither ingest nor analysis takes it away. */
export async function setApart(
  store: StoreWriter,
  one: string,
  other: string,
  apart: boolean,
): Promise<void> {
  const parameters = { id: apartId(one, other) };
  const text = apart
    ? "MERGE (j:Judgement {id: $id}) SET j.verdict = 'dismissed', j.note = ''"
    : 'MATCH (j:Judgement {id: $id}) DETACH DELETE j';
  await store.write([{ text, parameters }]);
}
