import { readdirSync, readFileSync } from 'node:fs';

const MEBIBYTE = 1024;

/** MiB resident of a process and of all that it has started, by what Linux tells of each; 0 where it has gone. */
export function memoryOf(root: number): { own: number; children: number } {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = tell(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (Number.isInteger(parent)) parents.set(Number(name), parent);
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || (parent > 1 && isBelow(parent)));
  };
  const below = [...parents.keys()].filter(isBelow);
  return { own: resident(root), children: below.reduce((sum, pid) => sum + resident(pid), 0) };
}

const resident = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(tell(`/proc/${pid}/status`))?.[1] ?? 0) / MEBIBYTE;

function tell(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
