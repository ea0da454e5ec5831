import type { ConceptDetail } from '../../graph/contract.ts';

type Relation = ConceptDetail['relations'][number];

/** What the list of the others is called, seen from the concept that is shown. */
const TITLES: Record<Relation['type'], Record<Relation['direction'], string>> = {
  USED_FOR: { out: 'Used for', in: 'Done with', both: 'Used together' },
  EVALUATED_ON: { out: 'Evaluated on', in: 'Used to evaluate', both: 'Evaluated together' },
  PART_OF: { out: 'Part of', in: 'Has parts', both: 'Parts of each other' },
  COMPARED_WITH: { out: 'Compared with', in: 'Compared with', both: 'Compared with' },
  IS_A: { out: 'A kind of', in: 'Kinds of it', both: 'Kinds of each other' },
};

export interface RelationGroup {
  title: string;
  relations: Relation[];
}

/** Relations under the headings of the panel, in the order in which they come. */
export function groupRelations(relations: readonly Relation[]): RelationGroup[] {
  const groups = new Map<string, Relation[]>();
  for (const relation of relations) {
    const title = TITLES[relation.type][relation.direction];
    const group = groups.get(title);
    if (group) group.push(relation);
    else groups.set(title, [relation]);
  }
  return [...groups].map(([title, members]) => ({ title, relations: members }));
}
