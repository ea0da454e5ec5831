/** The reason that a bench gives where nobody has looked for one yet. */
export const NOT_LOOKED_INTO = 'not looked into';

export interface Reason {
  /** As the file of the bench is called. */
  bench: string;
  /** What the verdict that it explains begins with. */
  asked: string;
  /** As measured, so that it can be held against the next measurement. */
  reason: string;
}

/** Why something that was asked falls short, found by looking into it after it was measured: never a guess. */
export const REASONS: readonly Reason[] = [
  {
    bench: 'big',
    asked: 'the map opens within 3 s the first time',
    reason:
      'A map of 1,000 papers takes 3.25 s too, and this one 2.49 s the second time: fifty thousand papers add half a second. The rest is the page itself, drawn without a graphics card; which part of it takes longest was not looked into.',
  },
  {
    bench: 'store',
    asked: 'Embedded store: one paper in 100 later',
    reason:
      'Of 5.4 s at 19,286 papers the writes are 0.3 and the reads that tell what is stored 1.9; the others work out what differs, which looks at every paper.',
  },
  {
    bench: 'store',
    asked: 'Neo4j: one paper in 100 later',
    reason:
      'Of 2.6 s at 5,000 papers the writes are 0.2 and the reads that tell what is stored 1.7; the others work out what differs.',
  },
];

/** What was found out about a verdict that falls short; what the bench itself said of it otherwise. */
export function reasonOf(bench: string, asked: string, said: string | undefined): string | undefined {
  if (said !== NOT_LOOKED_INTO) return said;
  return REASONS.find((one) => one.bench === bench && asked.startsWith(one.asked))?.reason ?? said;
}
