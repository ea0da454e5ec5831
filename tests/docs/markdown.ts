import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Every Markdown page that users read, from the top of the checkout. */
export function pages(): { path: string; text: string }[] {
  const top = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'samples/README.md'];
  const docs = readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  return [...top, ...docs].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Fenced blocks of one language, with the page they stand on. */
export function blocks(language: string): { page: string; code: string }[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return pages().flatMap(({ path, text }) =>
    [...text.matchAll(fence)].map((match) => ({ page: path, code: match[1]!.trim() })),
  );
}
