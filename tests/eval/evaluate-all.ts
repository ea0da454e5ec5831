import { sharedPath } from '../support/shared.ts';
import type { Contender } from './contenders.ts';
import type { EvalSet } from './eval-set.ts';
import { type EvalResult, evaluateSet } from './evaluate.ts';
import { formatPeers, formatResult, formatSpeed } from './report.ts';
import { measureSpeed, readSpeedDocuments, type SpeedResult } from './speed.ts';

/** Every contender on every set, printed as it goes; a set that isn't there is skipped aloud. */
export async function evaluateAll(
  contenders: readonly Contender[],
  sets: readonly EvalSet[],
): Promise<EvalResult[]> {
  const results: EvalResult[] = [];
  for (const set of sets) {
    const path = sharedPath('gold', set.file);
    if (path === null) {
      console.warn(`SKIPPED: ${set.name}: ${set.file} is not in the measuring data beside this checkout`);
      continue;
    }
    const ofSet: EvalResult[] = [];
    for (const contender of contenders) {
      if (contender.sets && !contender.sets.includes(set.name)) continue;
      const result = await evaluateSet(contender, set, path);
      console.log(formatResult(result, set.peers));
      ofSet.push(result);
    }
    if (ofSet[0] && set.peers.length > 0) console.log(formatPeers(set.peers, ofSet[0].measured));
    results.push(...ofSet);
  }
  return results;
}

/** Speed of every contender; none where there is no measuring data. */
export async function timeAll(contenders: readonly Contender[]): Promise<SpeedResult[]> {
  const documents = readSpeedDocuments();
  if (documents === null) {
    console.warn('SKIPPED: speed: its abstracts are not in the measuring data beside this checkout');
    return [];
  }
  const speeds: SpeedResult[] = [];
  for (const { extractor } of contenders) {
    const speed = await measureSpeed(extractor, documents);
    console.log(formatSpeed(speed));
    speeds.push(speed);
  }
  return speeds;
}
