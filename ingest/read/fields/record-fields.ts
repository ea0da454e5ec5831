import type { RawRecord } from '../../record.ts';

/** What an entry says, without where it stood. */
export type RecordFields = Omit<RawRecord, 'file' | 'line' | 'entry'>;

type Loose = { [Field in keyof RecordFields]?: RecordFields[Field] | null | undefined };

/** Trims, and leaves out what is empty. */
export function recordFields(loose: Loose): RecordFields {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(loose)) {
    const kept = trimmed(value);
    if (kept !== null) fields[name] = kept;
  }
  return fields as RecordFields;
}

function trimmed(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.trim() || null;
  if (!Array.isArray(value)) return value;
  const items = value.map((item) => (typeof item === 'string' ? item.trim() : '')).filter(Boolean);
  return items.length > 0 ? items : null;
}
