/** The reason that a bench gives where nobody has looked for one yet. */
export const NOT_LOOKED_INTO = 'not looked into';

interface Reason {
  /** As the file of the bench is called. */
  bench: string;
  /** What the verdict that it explains begins with. */
  asked: string;
  /** As measured, so that it can be held against the next measurement. */
  reason: string;
}

/** Why something that was asked falls short, found by looking into it after it was measured: never a guess. */
const REASONS: readonly Reason[] = [];

/** What was found out about a verdict that falls short; what the bench itself said of it otherwise. */
export function reasonOf(bench: string, asked: string, said: string | undefined): string | undefined {
  if (said !== NOT_LOOKED_INTO) return said;
  return REASONS.find((one) => one.bench === bench && asked.startsWith(one.asked))?.reason ?? said;
}
