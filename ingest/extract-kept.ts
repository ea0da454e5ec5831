import type { Extractions } from './cache/extractions.ts';
import { failedExtraction } from './extract/extract-batch.ts';
import type { ExtractionSource, ExtractorInput } from './extract/extractor.ts';
import { extractPapers, unknownTo } from './extract-papers.ts';
import type { Progress } from './progress.ts';

const textOf = ({ title, abstract }: ExtractorInput): string => JSON.stringify([title ?? '', abstract ?? '']);

/** Of inputs with one text the first, where it is not known yet: what a run has to extract. */
export async function unknownTexts<T extends ExtractorInput>(
  inputs: readonly T[],
  cache: Extractions,
): Promise<T[]> {
  const byText = new Map(inputs.toReversed().map((input) => [textOf(input), input]));
  return unknownTo(cache, [...byText.values()].toReversed());
}

/** A source whose extractions are kept: each text is asked for once, in this run and later ones. */
export function keepExtractions(
  source: ExtractionSource,
  cache: Extractions,
  progress: Progress,
): ExtractionSource {
  return {
    async *extract(given, signal) {
      const inputs: ExtractorInput[] = [];
      for await (const input of given) inputs.push(input);
      const { failed } = await extractPapers(
        await unknownTexts(inputs, cache),
        cache,
        () => source,
        progress,
        signal,
      );
      const reasons = new Map(failed.map(({ paper, reason }) => [paper, reason]));
      for await (const { input, extraction } of cache.getAll(inputs))
        yield [extraction ?? failedExtraction(input.id, reasons.get(input.id) ?? 'no extraction')];
    },
    close: () => source.close(),
  };
}
