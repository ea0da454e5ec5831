import { ExtractionCache } from './extraction-cache.ts';
import type { Extractions } from './extractions.ts';
import { StandInCache } from './stand-in-cache.ts';

/** The extractions of one extractor, kept in a folder; with those of its stand-in, where it has one. */
export const openExtractions = (
  folder: string,
  { name, standIn }: { name: string; standIn?: string },
): Promise<Extractions> =>
  standIn === undefined ? ExtractionCache.open(folder, name) : StandInCache.open(folder, { name, standIn });
