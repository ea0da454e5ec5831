import { LacunaError } from '../../graph/errors.ts';
import type { PaperSource } from './paper-source.ts';
import { SOURCE_NAMES, type SourceName } from './source-names.ts';
import { arxiv } from './sources/arxiv.ts';
import { crossref } from './sources/crossref.ts';
import { openalex } from './sources/openalex.ts';
import { pubmed } from './sources/pubmed.ts';
import { semanticScholar } from './sources/semantic-scholar.ts';

const SOURCES: Readonly<Record<SourceName, PaperSource>> = {
  openalex,
  arxiv,
  pubmed,
  'semantic-scholar': semanticScholar,
  crossref,
};

/** Throws `input` where there is no such source. */
export function sourceOf(name: string): PaperSource {
  const known = SOURCE_NAMES.find((one) => one === name);
  if (!known) throw new LacunaError('input', `No source '${name}'. Known: ${SOURCE_NAMES.join(', ')}.`);
  return SOURCES[known];
}
