import type { ConceptChange, DecisionContent, LookAlikeReason } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';

const MOST_NAMED = 3;

/** `“a”, “b” and 4 more` */
export function quoted(forms: readonly string[]): string {
  const named = forms.slice(0, MOST_NAMED).map((form) => `“${form}”`);
  const rest = forms.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}

/** What was decided, as a list says it. */
export function decisionInWords(content: DecisionContent): string {
  switch (content.action) {
    case 'merge':
      return `${quoted(content.forms)} merged into “${content.into}”`;
    case 'split':
      return `${quoted(content.forms)} split off`;
    case 'rename':
      return `“${content.form}” renamed “${content.name}”`;
    case 'retype':
      return `“${content.form}” made a ${content.kind}`;
    case 'stop':
      return `“${content.form}” stopped`;
  }
}

export const ACTION_NAMES: Readonly<Record<ConceptChange['action'], string>> = {
  merge: 'Merge',
  split: 'Split',
  rename: 'Rename',
  retype: 'Change kind',
  stop: 'Stop',
};

export const REASON_NAMES: Readonly<Record<LookAlikeReason, string>> = {
  spelling: 'the same letters',
  ending: 'other endings',
  order: 'other order of words',
  acronym: 'short and long form',
  generic: 'a word more that says little',
  near: 'one letter differs',
  shared: 'a form in common',
};

/** `Merge 2 decisions` and the like are counted by what was done. */
export function actionsInWords(byAction: Readonly<Record<string, number>>): string {
  const names: Record<string, string> = {
    merge: 'merge',
    split: 'split',
    rename: 'new name',
    retype: 'new kind',
    stop: 'stop',
  };
  return Object.entries(byAction)
    .map(([action, times]) => count(times, names[action] ?? action))
    .join(', ');
}
