import type { GapKind } from '../schema.ts';

export const definitionOf = (kind: GapKind) => ({ name: kind, meaning: '', formula: '', source: '' });
