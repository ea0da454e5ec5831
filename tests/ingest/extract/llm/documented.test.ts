import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  LLM_SETTING_NAMES,
  llmEnvironmentName,
  parseLlmSettings,
} from '../../../../ingest/extract/llm/settings.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const page = readFileSync(join(ROOT, 'docs/language-model.md'), 'utf8');
const folder = join(ROOT, 'ingest/extract/llm');

it('docs/language-model.md lists every setting with its default, and no other', () => {
  const rows = [...page.matchAll(/^\| `(LACUNA_LLM_\w+)` \| (\S+) \| .{20,} \|$/gm)].map(
    ([, name, value]) => [name, value],
  );
  const needed = { LACUNA_LLM_URL: 'http://127.0.0.1/v1', LACUNA_LLM_MODEL: 'm' };
  const defaults = parseLlmSettings(needed);
  const expected = LLM_SETTING_NAMES.map((name) => {
    const variable = llmEnvironmentName(name);
    return [variable, variable in needed ? 'none' : String(defaults[name] ?? 'none')];
  });
  expect(rows.toSorted()).toEqual([...expected, ['LACUNA_LLM_KEY', 'none']].toSorted());
});

it('docs/language-model.md names every reason for which another extractor reads', () => {
  const source = readFileSync(join(folder, 'failure.ts'), 'utf8');
  const reasons = [...source.matchAll(/^ {2}\| '(.+)'/gm)].map((match) => match[1]!);
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons) expect(page).toContain(`\`${reason}\``);
});

it('docs/language-model.md names the statuses that end the asking or are tried again', () => {
  const source = readFileSync(join(folder, 'chat-client.ts'), 'utf8');
  const statuses = [...source.matchAll(/new Set\(\[([\d, ]+)\]\)/g)].flatMap((match) =>
    match[1]!.split(', '),
  );
  expect(statuses.length).toBeGreaterThan(5);
  for (const status of statuses) expect(page).toContain(status);
});
