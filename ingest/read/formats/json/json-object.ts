export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value down a path of keys; undefined where it ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let inner = value;
  for (const key of path) {
    if (!isObject(inner) || !Object.hasOwn(inner, key)) return undefined;
    inner = inner[key];
  }
  return inner;
}

/** A text, a number as text, or the first text of a list; null else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? textOf(value.find((item) => typeof item === 'string')) : null;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The texts of a list of texts, or of objects that carry them under one of these keys. */
export function textsOf(value: unknown, ...keys: readonly string[]): string[] {
  return listOf(value)
    .map((item) => textOf(isObject(item) ? keys.map((key) => item[key]).find((inner) => inner) : item))
    .filter((text) => text !== null);
}
