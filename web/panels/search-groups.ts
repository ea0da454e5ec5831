/** Search hits under the name of their kind, in the order in which the kinds first appear. Pure. */
import type { SearchHit } from '../../graph/contract.ts';
import { pluralOf } from '../components/words.ts';

export interface HitGroup {
  readonly name: string;
  readonly hits: SearchHit[];
}

export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, HitGroup>();
  for (const hit of hits) {
    const group = groups.get(hit.kind);
    if (group) group.hits.push(hit);
    else groups.set(hit.kind, { name: pluralOf(hit.kind), hits: [hit] });
  }
  return [...groups.values()];
}
