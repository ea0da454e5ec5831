import fc from 'fast-check';

export interface FuzzProperty {
  name: string;
  /** `check` resolves to whether something of the input was rejected, and throws where the property doesn't hold. */
  arbitrary: fc.Arbitrary<unknown>;
  check(input: unknown): Promise<boolean>;
}

export interface FuzzCount {
  inputs: number;
  rejected: number;
  slowestMs: number;
}

export interface FuzzFailure {
  seed: number;
  /** Where fast-check finds the smallest input that fails. */
  path: string;
  message: string;
}

/** So many inputs from this seed; null where all went well. `begun` is told of each before it is tried. */
export async function runProperty(
  { arbitrary, check }: FuzzProperty,
  { seed, runs }: { seed: number; runs: number },
  begun: (input: number) => void = () => {},
): Promise<FuzzCount & { failure: FuzzFailure | null }> {
  const count: FuzzCount = { inputs: 0, rejected: 0, slowestMs: 0 };
  const asserted = fc.asyncProperty(arbitrary, async (input) => {
    begun(count.inputs);
    count.inputs += 1;
    const start = performance.now();
    if (await check(input)) count.rejected += 1;
    count.slowestMs = Math.max(count.slowestMs, performance.now() - start);
  });
  const result = await fc.check(asserted, { seed, numRuns: runs });
  const failure = result.failed
    ? {
        seed,
        path: result.counterexamplePath ?? '',
        message: `${result.errorInstance}\n${fc.stringify(result.counterexample)}`.slice(0, 6000),
      }
    : null;
  return { ...count, failure };
}
