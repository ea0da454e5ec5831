import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FORMATS } from '../../ingest/read/format.ts';
import { ROOT } from './markdown.ts';

it('names every format, and no other', () => {
  const text = readFileSync(join(ROOT, 'docs/formats.md'), 'utf8');
  const named = [...text.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].flatMap((row) =>
    [...row[1]!.matchAll(/`([\w-]+)`/g)].map((name) => name[1]!),
  );
  expect(named.sort()).toEqual([...FORMATS].sort());
});
