import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { environmentName, parseConfig, SETTING_NAMES } from '../../../graph/server/config.ts';
import { appOn, openSeeded } from './fixture.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8');

it('docs/api.md has one section for each route, and none for what is not there', async () => {
  const { store, remove } = await openSeeded();
  const app = await appOn(store);
  await app.ready();
  const sections = [...page.matchAll(/^## ((?:GET|POST|PUT|PATCH|DELETE) .+)$/gm)].map((match) => match[1]);
  expect(sections.toSorted()).toEqual(app.lacunaRoutes.toSorted());
  await app.close();
  await remove();
});

it('docs/api.md lists every setting with its default', () => {
  const rows = [...page.matchAll(/^\| `(LACUNA_\w+)` \| (\S+) \|/gm)].map(([, name, value]) => [name, value]);
  const defaults = parseConfig();
  const expected = SETTING_NAMES.map((name) => {
    const value = defaults[name];
    return [environmentName(name), Array.isArray(value) ? 'none' : String(value)];
  });
  expect(rows.toSorted()).toEqual(expected.toSorted());
});
