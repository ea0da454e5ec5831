/** An answer without abstracts and without the sentences from them, whatever it is about; titles stay. */
export function withoutAbstracts(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.filter((item) => !isFromAbstract(item)).map(withoutAbstracts);
  if (answer === null || typeof answer !== 'object') return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, strippedField(name, value)]),
  );
}

function strippedField(name: string, value: unknown): unknown {
  if (name === 'abstract') return null;
  // A sentence that is not one of a list can't be left out.
  if (name === 'sentence' && typeof value === 'string') return '';
  return withoutAbstracts(value);
}

function isFromAbstract(item: unknown): boolean {
  if (item === null || typeof item !== 'object') return false;
  const { field, sentence } = item as { field?: unknown; sentence?: unknown };
  return field === 'abstract' || (field === undefined && typeof sentence === 'string');
}
