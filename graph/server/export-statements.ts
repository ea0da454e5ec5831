import type { Statement } from '../store/store.ts';

/** The paper's counterpart stands in finding-statements.ts; see statements.ts. */
export const readConceptNodes = (ids: string[]): Statement => ({
  text: 'UNWIND $ids AS id MATCH (c:Concept {id: id}) RETURN c',
  parameters: { ids },
});
