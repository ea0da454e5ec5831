import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './markdown.ts';
import { BY_MACHINE, SETTINGS_GROUPS } from './settings-groups.ts';

/** Heading to the rows of its table: setting, default, meaning. */
function tables(): Map<string, string[][]> {
  const text = readFileSync(join(ROOT, 'docs/settings.md'), 'utf8');
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const rows = [...section.matchAll(/^\| `(\w+)` \| (.+?) \| (.+) \|$/gm)].map((row) => row.slice(1));
        return [section.split('\n')[0]!.trim(), rows] as const;
      }),
  );
}

it('names every setting with its default, and no other', () => {
  const found = tables();
  for (const [heading, defaults] of Object.entries(SETTINGS_GROUPS)) {
    const rows = found.get(heading) ?? [];
    const told = rows.filter(([name]) => !BY_MACHINE.has(name!)).map(([name, value]) => [name, value]);
    const real = Object.entries(defaults)
      .filter(([name]) => !BY_MACHINE.has(name))
      .map(([name, value]) => [name, String(value)]);
    expect(told.sort(), heading).toEqual(real.sort());
    for (const [name, , meaning] of rows) expect(meaning!.length, `${heading}: ${name}`).toBeGreaterThan(10);
  }
});
