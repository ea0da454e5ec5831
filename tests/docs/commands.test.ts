import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProgram } from '../../ingest/cli/main.ts';
import { blocks, pages, ROOT } from './markdown.ts';

const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<
  string,
  string
>;
const BUILT_IN = ['install', 'test', 'start', 'ci'];

it('names only npm scripts that there are', () => {
  const named = pages().flatMap(({ path, text }) =>
    [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => ({ path, script: match[1]! })),
  );
  expect(named.length).toBeGreaterThan(2);
  for (const { path, script } of named) expect(Object.keys(scripts), path).toContain(script);
  for (const { page, code } of blocks('sh')) {
    for (const match of code.matchAll(/npm (\w+)/g)) expect([...BUILT_IN, 'run'], page).toContain(match[1]);
  }
});

it('names only commands and options of the program that there are', () => {
  const program = createProgram();
  const known = new Map(program.commands.map((command) => [command.name(), command]));
  const table = pages().find(({ path }) => path === 'docs/cli.md')!.text;
  for (const name of known.keys()) expect(table).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  for (const { page, code } of blocks('sh')) {
    for (const line of code.split('\n')) {
      const match = /(?:lacuna -- |lacuna\.mjs |npm (?=start))(\w+)(.*)$/.exec(line);
      if (!match) continue;
      const command = known.get(match[1]!);
      expect(command, `${page}: ${line}`).toBeDefined();
      for (const [option] of match[2]!.matchAll(/--\w[\w-]*/g)) {
        expect(
          command!.options.map((one) => one.long),
          `${page}: ${line}`,
        ).toContain(option);
      }
    }
  }
});
