import type { ConceptKind } from '../../schema.ts';
import { foldForm, type NamedTerm } from './term.ts';
import type { Owned, TermIndex } from './term-index.ts';
import type { ThesaurusLine } from './thesaurus-file.ts';

/** A decision as the store keeps it, but for its id and date. */
export type DecisionContent =
  | { action: 'merge'; forms: string[]; into: string }
  | { action: 'split'; forms: string[] }
  | { action: 'rename'; form: string; name: string }
  | { action: 'retype'; form: string; kind: ConceptKind }
  | { action: 'stop'; form: string };

export interface ThesaurusPlan {
  decisions: DecisionContent[];
  /** Lines that say what is so already. */
  same: number;
  /** Labels that no paper has, in the order of the file. */
  unknown: string[];
  /** Terms that would change. */
  changed: ReadonlySet<string>;
}

interface Told extends ThesaurusLine {
  readonly owned: Owned;
}

/**
 * What a thesaurus file decides about these terms. A term whose labels all go one way goes there as a whole; where the file
 * tells its labels apart, those that leave are split off first. A name that no paper has becomes that of the first
 * label's term.
 */
export function thesaurusDecisions(lines: readonly ThesaurusLine[], index: TermIndex): ThesaurusPlan {
  const told: Told[] = [];
  const unknown: string[] = [];
  for (const line of lines) {
    const owned = index.find(line.label);
    if (owned) told.push({ ...line, owned });
    else unknown.push(line.label);
  }
  const stays = ({ owned, instead }: Told): boolean => {
    const { term } = owned;
    return instead !== '' && index.find(instead)?.term === term && foldForm(instead) === foldForm(term.name);
  };
  const leaving = told.filter((line) => !stays(line));
  const directions = new Map<NamedTerm, Set<string>>();
  for (const { owned, instead } of told) {
    const set = directions.get(owned.term) ?? new Set<string>();
    directions.set(owned.term, set.add(foldForm(instead)));
  }
  const split: string[] = [];
  const stopped: string[] = [];
  const groups = new Map<string, { name: string; lines: Told[] }>();
  const moved = new Set<Told>();
  for (const line of leaving) {
    const { owned, instead } = line;
    // Its own name can't leave: what is decided of that, is decided of the term.
    const isTold = directions.get(owned.term)!.size > 1 && owned.form !== owned.term.name;
    const goesElsewhere = instead === '' || index.find(instead)?.term !== owned.term;
    if (isTold && goesElsewhere) {
      split.push(owned.form);
      moved.add(line);
    }
    if (instead === '') {
      stopped.push(owned.form);
      continue;
    }
    const group = groups.get(foldForm(instead)) ?? { name: instead, lines: [] };
    group.lines.push(line);
    groups.set(foldForm(instead), group);
  }
  const decisions: DecisionContent[] = split.map((form) => ({ action: 'split', forms: [form] }));
  for (const group of groups.values()) decisions.push(...groupDecisions(group, index, moved));
  const gone = new Set<NamedTerm>();
  for (const form of stopped) {
    const term = index.find(form)!.term;
    if (gone.has(term) && !split.includes(form)) continue;
    gone.add(term);
    decisions.push({ action: 'stop', form });
  }
  const targets = [...groups.values()].flatMap(({ name }) => index.find(name)?.term.id ?? []);
  const changed = new Set([...leaving.map(({ owned }) => owned.term.id), ...targets]);
  return { decisions, same: told.length - leaving.length, unknown, changed };
}

/** All lines with one word in their second column. */
function groupDecisions(
  { name, lines }: { name: string; lines: readonly Told[] },
  index: TermIndex,
  moved: ReadonlySet<Told>,
): DecisionContent[] {
  const [first] = lines;
  const target: Owned = index.find(name) ?? first!.owned;
  const forms = new Map<unknown, string>();
  for (const line of lines) {
    const { term, form } = line.owned;
    if (form === target.form) continue;
    if (moved.has(line)) forms.set(line, form);
    else if (term !== target.term && !forms.has(term)) forms.set(term, form);
  }
  const decisions: DecisionContent[] = [];
  if (forms.size > 0)
    decisions.push({ action: 'merge', forms: [...forms.values()].sort(), into: target.form });
  const isNew = moved.has(first!) && target === first!.owned;
  const current = isNew ? target.form : target.term.name;
  if (foldForm(current) !== foldForm(name)) decisions.push({ action: 'rename', form: target.form, name });
  return decisions;
}
