import type { StoreLocation } from '../../graph/store/store.ts';

/** What a location is as arguments and environment of the program. */
export function storeArguments(location: StoreLocation): { args: string[]; env: Record<string, string> } {
  if (location.kind === 'embedded') return { args: ['--store', `file:${location.folder}`], env: {} };
  const { uri, username, password } = location;
  return { args: ['--store', uri], env: { NEO4J_USERNAME: username, NEO4J_PASSWORD: password } };
}
