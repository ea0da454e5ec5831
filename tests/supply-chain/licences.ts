import type { Package } from './packages.ts';

/** Licences that a program under MIT may bring along, each with what it asks for. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'Keep the notice.',
  'MIT-0': 'Nothing.',
  ISC: 'Keep the notice.',
  '0BSD': 'Nothing.',
  'BSD-2-Clause': 'Keep the notice.',
  'BSD-3-Clause': 'Keep the notice; no use of names.',
  'Apache-2.0': 'Keep notice and NOTICE file; say what was changed; patents are granted.',
  'BlueOak-1.0.0': 'Keep the licence or a link to it.',
  'CC0-1.0': 'Nothing.',
  'MIT OR CC0-1.0': 'Keep the notice.',
  'OFL-1.1': 'A font: keep the licence with it, never sell it by itself.',
  'MPL-2.0': 'Copyleft by file: changed files of it stay open; used as it is, nothing of ours is touched.',
};

/** What the lock file doesn't say, looked up in the package itself. */
const FOUND: Readonly<Record<string, string>> = {
  // The file LICENSE is MIT's; package.json leaves it out.
  i: 'MIT',
};
/** Built parts for other systems, which are not installed here, come under the licence of the package that picks them. */
const PART_OF = [{ part: /^@grafeo-db\/js-/, whole: '@grafeo-db/js' }] as const;

/** Null where nobody knows. */
export function licenceOf(one: Package, all: readonly Package[]): string | null {
  const written = one.licence ?? FOUND[one.name] ?? null;
  if (written !== null) return written.replace(/^\((.+)\)$/, '$1');
  const whole = PART_OF.find(({ part }) => part.test(one.name))?.whole;
  return all.find(({ name }) => name === whole)?.licence ?? null;
}

const START = `# Licences of what Lacuna is made of

Written by \`npm run licences\` from the lock file; a test fails when it is out of date, or when a package comes with a licence that
is not in the first table. Lacuna itself is under the [MIT licence](../LICENSE). Of what only who works on Lacuna installs,
nothing is listed here. What is no package, and how all of it is kept an eye on: [supply chain](supply-chain.md).
`;

/** docs/licences.md. */
export function licencePage(packages: readonly Package[]): string {
  const byLicence = new Map<string, Package[]>();
  for (const one of packages) {
    if (one.isDev) continue;
    const licence = licenceOf(one, packages) ?? 'unknown';
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), one]);
  }
  const order = [...byLicence].sort(([, a], [, b]) => b.length - a.length);
  const summary = order.map(([licence, of]) => `| ${licence} | ${of.length} | ${ALLOWED[licence] ?? ''} |`);
  const lists = order.map(
    ([licence, of]) => `## ${licence}\n\n${of.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`,
  );
  return [START, '| licence | packages | what it asks for |\n|---|---|---|', ...summary, '', ...lists].join(
    '\n',
  );
}
