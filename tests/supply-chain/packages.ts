import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '../..');

const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      optional: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

export interface Package {
  name: string;
  version: string;
  /** As its author writes it (SPDX); null where the lock file doesn't know. */
  licence: string | null;
  /** Whether only who works on Lacuna gets it. */
  isDev: boolean;
  /** Runs something of its own when it is installed. */
  hasInstallScript: boolean;
  integrity: string | null;
  /** Left out where it is for another system. */
  isOptional: boolean;
  resolved: string | null;
}

const readLock = () => lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));

/** What the lock file installs, here or on another system; sorted, each version once. */
export function lockedPackages(): Package[] {
  const lock = readLock();
  const found = new Map<string, Package>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const key = `${name}@${entry.version}`;
    const isDev = (entry.dev ?? entry.devOptional ?? false) && (found.get(key)?.isDev ?? true);
    found.set(key, {
      name,
      version: entry.version,
      licence: entry.license ?? null,
      isDev,
      hasInstallScript: entry.hasInstallScript ?? false,
      integrity: entry.integrity ?? null,
      isOptional: entry.optional ?? false,
      resolved: entry.resolved ?? null,
    });
  }
  return [...found.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
}

/** Optional parts of packages, such as those for other systems, that the lock file lacks: `npm ci` refuses to install then. */
export function missingParts(): string[] {
  const { packages } = readLock();
  const paths = Object.keys(packages);
  const parts = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  return parts.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
}
