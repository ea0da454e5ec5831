import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GAP_DEFINITIONS } from '../../graph/gap-definitions.ts';
import { GAP_KINDS } from '../../graph/schema.ts';
import { ROOT } from './markdown.ts';

/** Line breaks are where the page has room for them. */
const flowing = (text: string): string => text.replace(/\s+/g, ' ');

it('docs/gaps.md defines every kind of gap in the words of the program', () => {
  const page = readFileSync(join(ROOT, 'docs/gaps.md'), 'utf8');
  const sections = new Map(
    page
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.split('\n')[0]!.trim(), section]),
  );
  for (const kind of GAP_KINDS) {
    const { name, meaning, formula, terms, source } = GAP_DEFINITIONS[kind];
    const section = sections.get(`${name} (\`${kind}\`)`);
    expect(section, name).toBeDefined();
    expect(flowing(section!), name).toContain(flowing(meaning));
    expect(flowing(section!), name).toContain(flowing(source));
    for (const line of formula.split('\n')) expect(section, name).toContain(line);
    for (const [term, what] of Object.entries(terms))
      expect(section, term).toContain(`| \`${term}\` | ${what} |`);
  }
});
