import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ALLOWED, licenceOf, licencePage } from './licences.ts';
import { lockedPackages, missingParts, ROOT } from './packages.ts';

const packages = lockedPackages();
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')));
const named = (of: typeof packages): string[] => of.map(({ name }) => name);

it('nothing comes with a licence that MIT does not go with', () => {
  const strange = packages
    .filter(({ isDev }) => !isDev)
    .map((one) => [one.name, licenceOf(one, packages)] as const)
    .filter(([, licence]) => licence === null || !Object.hasOwn(ALLOWED, licence));
  expect(strange).toEqual([]);
});

it('docs/licences.md is what the lock file says; `npm run licences` writes it', () => {
  expect(read('docs/licences.md')).toBe(licencePage(packages));
});

it('every version is pinned, every package known by its hash, and none comes from elsewhere than the registry', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  // NOTE: npm writes no hash of what it did not download, such as the built parts for other systems.
  const unknown = packages.filter((one) => !one.integrity?.startsWith('sha512-') && !one.isOptional);
  expect(named(unknown)).toEqual([]);
  const elsewhere = packages.filter(
    ({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(named(elsewhere)).toEqual([]);
});

it('the lock file has the parts of packages for every system, else `npm ci` refuses it', () => {
  expect(missingParts()).toEqual([]);
});

it('runs nothing of its own when it is installed, and knows which packages do', () => {
  const hooks = [
    'preinstall',
    'install',
    'postinstall',
    'prepare',
    'preprepare',
    'postprepare',
    'prepublish',
  ];
  expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  const withScripts = packages.filter(({ hasInstallScript }) => hasInstallScript);
  const page = read('docs/supply-chain.md');
  const told = [...page.matchAll(/^\| `([^`]+)` \| (yes|no) \|/gm)].map(([, name, isDev]) => [
    name,
    isDev === 'no',
  ]);
  expect(told).toEqual(withScripts.map(({ name, isDev }) => [name, isDev]));
});

it('`npm run sbom` lists every package of the lock file', async () => {
  const [program, ...args] = manifest.scripts.sbom!.split(' ');
  const { stdout } = await promisify(execFile)(program!, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
  const bill = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
    })
    .parse(JSON.parse(stdout));
  const listed = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl).split('?')[0]));
  expect(
    packages.map(({ name, version }) => `pkg:npm/${name}@${version}`).filter((purl) => !listed.has(purl)),
  ).toEqual([]);
});
