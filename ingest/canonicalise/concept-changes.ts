import { LacunaError } from '../../graph/errors.ts';
import type { ConceptKind } from '../../graph/schema.ts';
import type { Concept } from './concept.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a person wants changed about concepts that they see, by ids. */
export type ConceptChange =
  | { action: 'merge'; concepts: readonly string[]; into: string }
  | { action: 'split'; concept: string; forms: readonly string[] }
  | { action: 'rename'; concept: string; name: string }
  | { action: 'retype'; concept: string; kind: ConceptKind }
  | { action: 'stop'; concept: string };

/** A decision without its id and date. */
export type DecisionContent =
  | { action: 'merge'; forms: string[]; into: string }
  | { action: 'split'; forms: string[] }
  | { action: 'rename'; form: string; name: string }
  | { action: 'retype'; form: string; kind: ConceptKind }
  | { action: 'stop'; form: string };

/**
 * Says the same by surface forms, as decisions must, so that they outlive ids. Each concept is named by a form that
 * means it and no other. Throws `notFound` for a concept that there isn't, `refused` for one that no form means, and
 * `input` for a split of forms that are not the concept's, or are all it has.
 */
export function contentsOf(changes: readonly ConceptChange[], vocabulary: Vocabulary): DecisionContent[] {
  const byId = new Map(vocabulary.concepts.map((concept) => [concept.id, concept]));
  const conceptOf = (id: string): Concept => {
    const concept = byId.get(id);
    if (concept) return concept;
    throw new LacunaError('notFound', 'There is no such term any more: it was changed meanwhile.', {
      details: { id },
    });
  };
  const formOf = (id: string): string => {
    const concept = conceptOf(id);
    const form = formsOf(concept).find((one) => vocabulary.decidable(one) === id);
    if (form !== undefined) return form;
    throw new LacunaError(
      'refused',
      `"${concept.name}" can't be changed: each of its names means something else in other papers.`,
      { details: { id } },
    );
  };
  const contentOf = (change: ConceptChange): DecisionContent => {
    const { action } = change;
    if (action === 'merge') {
      const forms = change.concepts.filter((id) => id !== change.into).map(formOf);
      return { action, forms: forms.sort(), into: formOf(change.into) };
    }
    if (action === 'split') return { action, forms: checkedSplit(conceptOf(change.concept), change.forms) };
    const form = formOf(change.concept);
    if (action === 'rename') return { action, form, name: change.name };
    return action === 'retype' ? { action, form, kind: change.kind } : { action, form };
  };
  return changes.map(contentOf);
}

const formsOf = ({ name, aliases }: Concept): string[] => [name, ...aliases];

function checkedSplit(concept: Concept, forms: readonly string[]): string[] {
  const known = new Set(formsOf(concept));
  const wanted = [...new Set(forms)].sort();
  const foreign = wanted.find((form) => !known.has(form));
  if (foreign !== undefined) {
    throw new LacunaError('input', `"${foreign}" is no name of "${concept.name}".`);
  }
  if (wanted.length < known.size) return wanted;
  throw new LacunaError('input', `At least one name of "${concept.name}" has to stay.`);
}
