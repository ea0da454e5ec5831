import type { AcronymDefinition } from './acronyms.ts';
import type { AnalysedField } from './analysed-field.ts';
import { isOwnName, type NamedRun } from './named-runs.ts';
import { namesIn, titleName } from './naming-patterns.ts';
import type { Sentence, Word } from './sentences.ts';
import { KNOWN_NAMES } from './vocabulary/known-names.ts';

/** A name that the paper gives to its own thing, where it does so. Offsets are UTF-16 units of the field. */
export interface IntroducedName {
  name: string;
  long: string | null;
  field: 'title' | 'abstract';
  start: number;
  end: number;
  sentence: Sentence;
  /** Words near the name that say what it is: its apposition, its head, or the rest of its title. */
  context: readonly Word[];
}

/** Known as the name of a dataset or model, which another thing with its own long form may share. */
const isHomonym = (name: string): boolean =>
  ['Dataset', 'Model', 'Metric'].includes(KNOWN_NAMES.get(name.toLowerCase()) ?? '');

const CONTEXT_WORDS = 12;

function introducedBy(
  run: NamedRun,
  { field, text }: AnalysedField,
  sentence: Sentence,
  acronyms: readonly AcronymDefinition[],
): IntroducedName {
  const { words } = sentence;
  const start = words[run.from]!.start;
  const end = words[run.to - 1]!.end;
  const name = text.slice(start, end);
  const definition = acronyms.find(({ short }) => short === name);
  const near = [
    ...words.slice(Math.max(0, run.from - 2), run.from),
    ...words.slice(run.to, run.to + CONTEXT_WORDS),
  ];
  return { name, long: definition?.long ?? null, field, start, end, sentence, context: near };
}

/** The short form right behind a long name is the name: `Entropy Adaptive Decoding (EAD)`. */
function preferShort(found: IntroducedName, { text, acronyms }: AnalysedField): IntroducedName {
  const definition = acronyms.find(
    ({ longStart, long }) =>
      longStart < found.end && longStart + long.length >= found.end && longStart >= found.start - 60,
  );
  if (!definition || definition.short === found.name) return found;
  const gap = definition.shortStart - (definition.longStart + definition.long.length);
  if (gap < 0 || gap > 20) return found;
  const start = definition.shortStart;
  return {
    ...found,
    name: text.slice(start, start + definition.short.length),
    long: definition.long,
    start,
    end: start + definition.short.length,
  };
}

/** Names that the paper introduces, each once, in order of their first introduction. Precision before recall. */
export function findIntroductions(fields: readonly AnalysedField[]): IntroducedName[] {
  const acronyms = fields.flatMap((field) => field.acronyms);
  const abstract = fields.find(({ field }) => field === 'abstract')?.text ?? '';
  const found: IntroducedName[] = [];
  for (const field of fields) {
    for (const sentence of field.sentences) {
      const runs =
        field.field === 'title'
          ? titleName(sentence, field.text, abstract)
          : namesIn(sentence, field.text, field.acronyms);
      for (const run of runs) found.push(preferShort(introducedBy(run, field, sentence, acronyms), field));
    }
  }
  const seen = new Set<string>(found.flatMap(({ long }) => long?.toLowerCase() ?? []));
  return found.filter(({ name, long }) => {
    const key = name.toLowerCase();
    const isNew = !seen.has(key) && (isOwnName(name) || (long !== null && isHomonym(name)));
    seen.add(key);
    return isNew;
  });
}
