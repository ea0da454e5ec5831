import type { Incidence } from '../incidence.ts';

/** In how many columns two rows both have an entry. */
export function sharedColumns({ start, column }: Incidence, a: number, b: number): number {
  let i = start[a]!;
  let j = start[b]!;
  let shared = 0;
  while (i < start[a + 1]! && j < start[b + 1]!) {
    if (column[i]! < column[j]!) i++;
    else if (column[i]! > column[j]!) j++;
    else {
      shared++;
      i++;
      j++;
    }
  }
  return shared;
}
