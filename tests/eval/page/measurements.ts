import type { EvalRun } from '../eval-run.ts';
import type { Measured } from '../eval-set.ts';
import type { EvalResult } from '../evaluate.ts';
import type { RunFacts } from '../run-facts.ts';
import type { SpeedResult } from '../speed.ts';

/** All that one run measured of one extractor. */
export interface Measurement {
  extractor: string;
  facts: RunFacts;
  results: ReadonlyMap<string, EvalResult>;
  speed: SpeedResult | null;
}

/** What stands for an extractor is the first run that has it, whole: figures of two runs are never mixed. */
export function measurementsOf(runs: readonly EvalRun[]): Measurement[] {
  const found = new Map<string, Measurement>();
  for (const { facts, results, speeds } of runs) {
    const names = new Set([...results, ...speeds].map(({ extractor }) => extractor));
    for (const extractor of names) {
      if (found.has(extractor)) continue;
      const own = results.filter((result) => result.extractor === extractor);
      found.set(extractor, {
        extractor,
        facts,
        results: new Map(own.map((result) => [result.set, result])),
        speed: speeds.find((speed) => speed.extractor === extractor) ?? null,
      });
    }
  }
  return [...found.values()];
}

export function measuredIn(
  measurement: Measurement | undefined,
  set: string,
  measure: string,
): Measured | undefined {
  return measurement?.results.get(set)?.measured.find((one) => one.measure === measure);
}
