import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '../../graph/make-folder.ts';

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'lacuna-folder-'));
});
afterAll(() => rmSync(base, { recursive: true }));

it('makes what is missing, and minds nothing that is there', () => {
  makeFolder(join(base, 'a/b/c'));
  makeFolder(join(base, 'a/b/c'));
  expect(existsSync(join(base, 'a/b/c'))).toBe(true);
});

it('gives up with an error where no folder can be', () => {
  writeFileSync(join(base, 'file'), '');
  expect(() => makeFolder(join(base, 'file/inside'))).toThrowError(
    expect.objectContaining({ code: 'input' }),
  );
  if (existsSync('/proc')) {
    expect(() => makeFolder('/proc/lacuna/inside')).toThrowError(expect.objectContaining({ code: 'input' }));
  }
});
