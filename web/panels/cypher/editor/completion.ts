/** What can stand at the cursor: the parser says what fits, the schema what there is. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { DbSchema } from '@neo4j-cypher/language-support';
import { count } from '../../../components/words.ts';
import { askLanguage } from './language.ts';
import type { Proposal } from './language-messages.ts';
import type { Names } from './schema.ts';

/** The console only reads, so these would only be refused. */
const REFUSED =
  /^(?:CREATE|MERGE|INSERT|SET|REMOVE|DELETE|DETACH|NODETACH|DROP|ALTER|GRANT|DENY|REVOKE|FOREACH|LOAD|RENAME|START|STOP|TERMINATE|DRYRUN|DEALLOCATE|REALLOCATE|ENABLE|USE|EXPLAIN|PROFILE|CYPHER)\b/;
const WORD = /[\p{L}\p{N}_]*$/u;

/** Labels that a variable was given in the text, as `(p:Paper)` and `[m:MENTIONS]` do. */
function labelsOf(variable: string, text: string): string[] {
  const names: string[] = [];
  for (const [, name, labels] of text.matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*:\s*([\p{L}\p{N}_:|&]+)/gu))
    if (name === variable) names.push(...labels!.split(/[:|&]+/));
  return names;
}

/** `(p:Paper {ti`, `-[m:MENTIONS {role: 'uses', co`: the labels, and what is typed of a key. */
const IN_PATTERN_MAP =
  /[([]\s*[\p{L}\p{N}_]*\s*:\s*([\p{L}\p{N}_:|&]+)\s*\{(?:[^{}]*,)?\s*([\p{L}_][\p{L}\p{N}_]*)?$/u;

/** The keys of a pattern's labels, where one is being written; null anywhere else. The parser proposes none there. */
export function patternKeys(before: string, names: Names): Completion[] | null {
  const found = IN_PATTERN_MAP.exec(before);
  if (!found) return null;
  const written = new Set([...found[0].matchAll(/([\p{L}_][\p{L}\p{N}_]*)\s*:/gu)].map(([, key]) => key));
  const properties = found[1]!
    .split(/[:|&]+/)
    .flatMap((name) => (names.labels.get(name) ?? names.relations.get(name))?.properties ?? []);
  const keys = new Map(properties.map(({ key, types }) => [key, types.join(' or ')]));
  return [...keys]
    .filter(([key]) => !written.has(key))
    .map(([key, detail]) => ({ label: key, detail, apply: `${key}: ` }));
}

interface Surroundings {
  /** Keys of what stands before the dot, with their types; none where that isn't known. */
  readonly keys: ReadonlyMap<string, string>;
  readonly names: Names;
  readonly inRelation: boolean;
}

function surroundingsOf(before: string, text: string, names: Names): Surroundings {
  const variable = /([\p{L}_][\p{L}\p{N}_]*)\s*\.\s*[\p{L}\p{N}_]*$/u.exec(before)?.[1];
  const known = variable === undefined ? [] : labelsOf(variable, text);
  const keys = new Map(
    known
      .flatMap((name) => (names.labels.get(name) ?? names.relations.get(name))?.properties ?? [])
      .map(({ key, types }) => [key, types.join(' or ')]),
  );
  return { keys, names, inRelation: before.lastIndexOf('[') > before.lastIndexOf(']') };
}

/** What the kind of a proposal is called beside it, and how much nearer to the top it stands. */
function detailOf({ label, kind }: Proposal, { keys, names, inRelation }: Surroundings): [string, number] {
  if (kind === 'keyword') return ['keyword', -2];
  const relation = names.relations.get(label);
  const node = names.labels.get(label);
  if (kind === 'label' && inRelation && relation) return [count(relation.count, 'relation'), 2];
  if (kind === 'label' && node) return [count(node.count, 'node'), 2];
  if (kind === 'key') return [keys.get(label) ?? 'key', keys.has(label) ? 6 : 1];
  return [kind.replace(/[()]/g, ''), kind === 'variable' ? 3 : 0];
}

function completionOf(proposal: Proposal, around: Surroundings): Completion {
  const [detail, boost] = detailOf(proposal, around);
  const { label, text, signature, about } = proposal;
  const info = [signature, about].filter(Boolean).join('\n');
  return {
    label,
    detail,
    boost,
    ...(text !== undefined && !label.startsWith('$') ? { apply: text } : {}),
    ...(info ? { info } : {}),
  };
}

/** NOTE: not the view's own `hasFocus`, which says no while the window itself is behind another. */
export const hasKeyboard = ({ root, contentDOM }: EditorView): boolean => root.activeElement === contentDOM;

export function completionSource(schema: () => DbSchema, names: () => Names) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { pos, explicit, state } = context;
    const text = state.doc.toString();
    const before = text.slice(0, pos);
    const word = WORD.exec(before)![0];
    const sign = before[pos - word.length - 1] ?? '';
    const keys = patternKeys(before, names());
    if (keys && keys.length > 0)
      return { from: pos - word.length, options: keys, validFor: /^[\p{L}\p{N}_]*$/u };
    const opens = /[:.$|&!]/.test(sign);
    if (!explicit && word === '' && !opens) return null;
    // A number begins no name.
    if (!explicit && /^\d/.test(word)) return null;
    const proposals = await askLanguage({ ask: 'complete', text, position: pos, explicit }, schema()).catch(
      () => [],
    );
    if (context.view && !hasKeyboard(context.view)) return null;
    const around = surroundingsOf(before, text, names());
    const options = proposals
      .filter(({ label, kind }) => kind !== 'keyword' || !REFUSED.test(label))
      .filter(({ label }) => sign !== '$' || label.startsWith('$'))
      .map((proposal) => completionOf(proposal, around));
    if (options.length === 0) return null;
    return { from: pos - word.length - (sign === '$' ? 1 : 0), options, validFor: /^\$?[\p{L}\p{N}_]*$/u };
  };
}
