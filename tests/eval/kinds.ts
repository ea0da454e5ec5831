/** Other schemes' names for our kinds, as the reference scorer's default map has them. */
const DEFAULT_MAP: Readonly<Record<string, string>> = {
  Dataset: 'Material',
  Resource: 'Material',
  OtherScientificTerm: 'Term',
  TASK: 'Task',
  METHOD: 'Method',
};

/** The four kinds over which *typed* is measured. */
export const TYPED_KINDS = ['Task', 'Method', 'Material', 'Metric'] as const;

export function isTypedKind(kind: string): boolean {
  return (TYPED_KINDS as readonly string[]).includes(kind);
}

export function mapKind(kind: string | undefined): string {
  return kind === undefined ? '?' : (DEFAULT_MAP[kind] ?? kind);
}

/** SciERC marks what it does not name; such spans are left out except from `typedAll`. */
export const GENERIC = 'Generic';
