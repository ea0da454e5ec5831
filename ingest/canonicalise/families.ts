import type { ConceptKind } from '../../graph/schema.ts';
import { mostFrequent } from './acronym-table.ts';
import type { Concept } from './concept.ts';
import { spellingKey, tokensOf } from './tokens.ts';

const KINDS: ReadonlySet<ConceptKind> = new Set(['Model', 'Dataset', 'Method']);

/** What names of sizes, editions and trainings end in. */
const VARIANTS = new Set(
  (
    'base large small tiny mini medium nano micro huge giant big xl xxl xs xlarge turbo pro ultra plus lite flash ' +
    'instruct chat it preview sonnet opus haiku vision vl coder math distill uncased cased multilingual hard ' +
    'verified'
  ).split(' '),
);

/** `7B`, `350M`, `8x7B` (in tokens 8x, 7B), `4o`, `3.1`, `2k`, `2012`. */
const NUMBER = /^\d+(?:[.,]\d+)*(?:[bmkt]|x|o|d|s|v)?$/i;
const VERSION = /^v$/i;
const MIN_LETTERS = 3;
const MAX_TOKENS = 6;
const LONGEST_NAME = 48;
/** Behind a hyphen, an edition in one letter: ImageNet-C. */
const LETTER_EDITION = /-[A-Z]$/;

/**
 * The name without versions, sizes and editions: GPT for GPT-4o, Llama for Llama-2-7B, BERT for BERT-large. Null for a
 * name without any, and for words.
 */
export function familyBase(name: string): string | null {
  if (name.length > LONGEST_NAME || !/\p{Lu}/u.test(name) || !/[\d\s-]/.test(name)) return null;
  const tokens = tokensOf(name);
  if (tokens.length < 2 || tokens.length > MAX_TOKENS) return null;
  let end = tokens.length;
  while (end > 1 && isEdition(tokens, end - 1, name)) end -= 1;
  if (end === tokens.length) return null;
  const base = tokens.slice(0, end);
  const last = base.at(-1)!;
  const versioned = /^(\p{Lu}\p{L}*(?:\p{Lu}(?=v)|\p{Ll}(?=V)))[vV]$/u.exec(last);
  if (versioned && /^\d/.test(tokens[end]!)) base[end - 1] = versioned[1]!;
  const isName = base.every((token) => /\p{Lu}/u.test(token));
  if (!isName || base.join('').replace(/[^\p{L}]/gu, '').length < MIN_LETTERS) return null;
  // As it is written, not as it is cut into tokens: MS-COCO.
  return written(name, base);
}

/** One letter is an edition behind a hyphen or before a number: ImageNet-C, GPT-J-6B, DeepSeek-R1. */
function isEdition(tokens: readonly string[], at: number, name: string): boolean {
  const token = tokens[at]!;
  if (NUMBER.test(token) || VERSION.test(token) || VARIANTS.has(token.toLowerCase())) return true;
  const next = tokens[at + 1];
  return /^\p{Lu}$/u.test(token) && (next === undefined ? LETTER_EDITION.test(name) : NUMBER.test(next));
}

function written(name: string, base: readonly string[]): string {
  let end = 0;
  for (const token of base) {
    const at = name.indexOf(token, end);
    if (at < 0) return base.join(' ');
    end = at + token.length;
  }
  return name.slice(0, end);
}

type Familiar = Omit<Concept, 'family'>;

/**
 * Names the family of each concept that has relatives: another member, or the base itself, which is what the base means
 * by `conceptIdOf` everywhere.
 */
export function withFamilies(
  concepts: readonly Familiar[],
  conceptIdOf: (form: string) => string | null,
): Concept[] {
  const families = new Map<string, Family>();
  for (const { id, name, aliases, kind } of concepts) {
    if (!KINDS.has(kind)) continue;
    const base = familyBase(name) ?? aliases.map(familyBase).find((one) => one !== null);
    if (!base) continue;
    const key = spellingKey(tokensOf(base));
    const family = families.get(key) ?? { members: new Set(), kinds: new Set(), names: new Map() };
    families.set(key, family);
    family.members.add(id);
    family.kinds.add(sideOf(kind));
    family.names.set(base, (family.names.get(base) ?? 0) + 1);
  }
  const kindById = new Map(concepts.map(({ id, kind }) => [id, kind]));
  const familyById = new Map<string, string>();
  for (const { members, kinds, names } of families.values()) {
    const name = mostFrequent(names);
    const baseId = conceptIdOf(name);
    const baseKind = baseId === null ? undefined : kindById.get(baseId);
    if (baseId !== null && baseKind !== undefined && kinds.has(sideOf(baseKind))) members.add(baseId);
    if (members.size > 1) for (const id of members) if (!familyById.has(id)) familyById.set(id, name);
  }
  return concepts.map((concept) => ({ ...concept, family: familyById.get(concept.id) ?? null }));
}

interface Family {
  readonly members: Set<string>;
  readonly kinds: Set<ConceptKind>;
  /** How many members write the base so. */
  readonly names: Map<string, number>;
}

/** Models are methods too. */
const sideOf = (kind: ConceptKind): ConceptKind => (kind === 'Model' ? 'Method' : kind);
