/** How many nodes the map may be asked to draw: the cap in force, and rounder ones up to the most. Pure. */
const CHOICES = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000] as const;

export function capChoices({ cap, of, most }: { cap: number; of: number; most: number }): number[] {
  // One choice beyond what there is draws all of it.
  const all = CHOICES.find((choice) => choice >= of) ?? most;
  const within = CHOICES.filter((choice) => choice <= Math.min(most, all));
  return [...new Set([...within, cap])].sort((one, other) => one - other);
}
