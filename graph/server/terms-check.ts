import { foldForm } from '../analysis/terms/term.ts';
import type { ConceptChange } from '../contract.ts';
import { LacunaError } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Throws `input` for changes that can't hold together: a new name that another term has or gets, and a term that is
 * both left out and given a name or kind. A term that the same request changes makes room for its name.
 */
export function checkChanges({ concepts }: Catalogue, changes: readonly ConceptChange[]): void {
  const stopped = new Set(changes.flatMap((one) => (one.action === 'stop' ? one.concept : [])));
  const moving = new Set(changes.flatMap(leaving));
  const given = new Map<string, string>();
  for (const change of changes) {
    if (change.action !== 'rename' && change.action !== 'retype') continue;
    if (stopped.has(change.concept)) {
      const name = concepts.get(change.concept)?.name ?? change.concept;
      throw new LacunaError('input', `"${name}" can't be changed and left out at once.`, {
        details: { in: 'body', field: 'changes', id: change.concept },
      });
    }
    if (change.action === 'retype') continue;
    const folded = foldForm(change.name);
    const other = given.get(folded) ?? nameOwner(concepts, folded, change.concept, moving);
    if (other !== undefined && other !== change.concept) throw taken(change.name, other);
    given.set(folded, change.concept);
  }
}

/** Terms whose names are free afterwards. */
function leaving(change: ConceptChange): string[] {
  if (change.action === 'merge') return change.concepts.filter((id) => id !== change.into);
  return change.action === 'stop' || change.action === 'rename' ? [change.concept] : [];
}

function nameOwner(
  concepts: Catalogue['concepts'],
  folded: string,
  renamed: string,
  moving: ReadonlySet<string>,
): string | undefined {
  for (const { id, name } of concepts.values()) {
    if (id !== renamed && !moving.has(id) && foldForm(name) === folded) return id;
  }
  return undefined;
}

function taken(name: string, id: string): LacunaError {
  return new LacunaError('input', `Another term is called "${name}" already: merge the two instead.`, {
    details: { in: 'body', field: 'changes', id },
  });
}
