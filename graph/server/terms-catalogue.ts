import { type LookAlike, lookAlikes } from '../analysis/terms/look-alikes.ts';
import { TermIndex } from '../analysis/terms/term-index.ts';
import type { Catalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';

/** What the workbench makes of one state of the graph. */
export interface TermCatalogue {
  readonly index: TermIndex;
  readonly alike: readonly LookAlike[];
}

const known = new WeakMap<Catalogue['concepts'], TermCatalogue>();

/** Made when it is first asked for, once for each state of the graph. */
export function termsOf(
  { concepts }: Catalogue,
  { lookAlikeTerms }: Pick<ServerConfig, 'lookAlikeTerms'>,
): TermCatalogue {
  const made = known.get(concepts);
  if (made) return made;
  const terms = {
    index: new TermIndex(concepts.values()),
    alike: lookAlikes(concepts.values(), { terms: lookAlikeTerms }),
  };
  known.set(concepts, terms);
  return terms;
}
