import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLacunaError } from '../../../graph/errors.ts';
import { detectFormat, FORMATS, type Format } from '../../../ingest/read/format.ts';
import { DEFAULT_READ_LIMITS } from '../../../ingest/read/limits.ts';
import { READERS } from '../../../ingest/read/read.ts';
import type { Draft } from '../../../ingest/read/reader.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { chunkedSource, fixture, readContent } from './support.ts';

const SEED = 20_240_501;
const FIXTURES = readdirSync(fixture('.'));
const text = (name: string): string => readFileSync(fixture(name), 'utf8');

async function drafts(format: Format, content: string, chunk: number): Promise<Draft[]> {
  const found: Draft[] = [];
  const settings = { limits: DEFAULT_READ_LIMITS, columns: {} };
  for await (const draft of READERS[format](chunkedSource(content, chunk), settings)) found.push(draft);
  return found;
}

/** Reads to the end, or throws one of our own errors; anything else fails the test. */
async function survives(content: string | Uint8Array, format?: Format): Promise<void> {
  try {
    for (const { record, rejection } of await readContent(content, 'hostile', format && { format })) {
      const { line, entry } = record ?? rejection;
      const reason = rejection?.reason ?? 'none';
      // Not by `expect`, which takes longer than the reading.
      if (line < 1 || entry < 1 || reason.length > 400)
        throw new Error(`line ${line}, entry ${entry}: ${reason}`);
    }
  } catch (error) {
    if (!isLacunaError(error, 'input') && !isLacunaError(error, 'limit')) throw error;
  }
}

describe('chunks', () => {
  it.each(FIXTURES)('%s reads the same however it is cut', async (name) => {
    const format = detectFormat(text(name), name);
    const whole = await drafts(format, text(name), Number.POSITIVE_INFINITY);
    for (const size of [1, 2, 7, 64])
      expect(await drafts(format, text(name), size), `${size}`).toEqual(whole);
  });
});

describe('any bytes', () => {
  it('as a file of unknown format', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), (bytes) => survives(bytes)),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each(FORMATS)('as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), (bytes) => survives(bytes, format)),
      { seed: SEED, numRuns: 60 },
    );
  });
});

/** A fixture with pieces taken out, doubled, or moved: nearly right, which is worse than noise. */
const mangled = (name: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat(10_000),
        fc.nat(80),
        fc.constantFrom('cut', 'double', 'noise'),
        fc.string({ maxLength: 8 }),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((edits) =>
      edits.reduce((content, [where, length, kind, noise]) => {
        const at = where % (content.length + 1);
        const piece = content.slice(at, at + length);
        const put = kind === 'cut' ? '' : kind === 'double' ? piece + piece : noise;
        return content.slice(0, at) + put + content.slice(at + length);
      }, text(name)),
    );

describe('nearly right files', () => {
  it.each(FIXTURES)('mangled %s', async (name) => {
    const format = detectFormat(text(name), name);
    await fc.assert(
      fc.asyncProperty(mangled(name), async (content) => {
        await survives(content);
        await survives(content, format);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it.each(FIXTURES)('%s forced into every other format', async (name) => {
    for (const format of FORMATS) await survives(text(name), format);
  });
});

describe('files made to hang or to grow', () => {
  const MANY = 100_000;
  const BUDGET_MS = 8_000;
  const cases: Record<string, [Format, string]> = {
    'open brackets': ['json', '['.repeat(MANY)],
    'open objects in a list': ['json', `[${'{"a":'.repeat(MANY)}`],
    'objects without end': ['json', `[${'{'.repeat(MANY)}`],
    'one quote a line': ['csv', `title,abstract\n${'a,"\n'.repeat(MANY)}`],
    'quotes only': ['csv', `title,abstract\n${'"'.repeat(MANY)}`],
    'a quote never closed': ['csv', `title,abstract\n"${'a,b\n'.repeat(MANY)}`],
    'open braces': ['bibtex', `@article{a, title = ${'{'.repeat(MANY)}`],
    'nested braces': ['bibtex', `@article{a, title = ${'{'.repeat(20_000)}x${'}'.repeat(20_000)}}`],
    'at signs': ['bibtex', '@'.repeat(MANY)],
    'empty entries': ['bibtex', '@a{}\n'.repeat(5_000)],
    'macros that double': [
      'bibtex',
      `@string{a0 = "lol"}\n${Array.from({ length: 60 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}\n`).join('')}@article{x, title = a60}`,
    ],
    'a macro used without end': [
      'bibtex',
      `@string{a = {${'x'.repeat(1_500)}}}\n@article{x, title = ${'a # '.repeat(50_000)} a}`,
    ],
    'open tags': ['atom', `<feed>${'<entry>'.repeat(MANY)}`],
    'deep tags': ['atom', `<feed><entry>${'<a>'.repeat(MANY)}`],
    'open comment': ['atom', `<feed><!--${'-'.repeat(MANY)}`],
    spaces: ['plain', `a${' '.repeat(MANY)}b`],
    'heading marks': ['abstracts', `${'Abstract '.repeat(MANY)}\nAbstract:`],
    'headings only': ['abstracts', 'Abstract:\n'.repeat(MANY)],
    'short lines': ['page-dump', 'a\n'.repeat(MANY)],
    'blank lines': ['plain', `a\n${'\n'.repeat(MANY)}b`],
    'tags without entry': ['ris', 'AU  - a\n'.repeat(MANY)],
    'an author of commas': ['ris', `TY  - JOUR\nTI  - t\nAU  - ${','.repeat(MANY)}\nER  - `],
    'spaces in names': ['csv', `title,authors\nt,"a${' '.repeat(MANY)}and"\n`],
    'brackets in a doi': ['csv', `title,doi\nt,10.1000/${')'.repeat(MANY)}\n`],
    'an arxiv id of letters': ['csv', `title,arxivId\nt,${'a'.repeat(MANY)}\n`],
  };

  it.each(Object.entries(cases))('%s', async (_, [format, content]) => {
    const start = cpuTime();
    await survives(content, format);
    await survives(content);
    expect(cpuTime() - start).toBeLessThan(BUDGET_MS);
  });

  it('never expands entities that a document defines for itself', async () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY l0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">${lol}]><feed><entry><title>&l9; &file; &amp;</title></entry></feed>`;
    const [item] = await readContent(bomb, 'bomb.xml');
    expect(item!.record!.title).toBe('&l9; &file; &');
  });

  it('leaves an ampersand that stands for itself as it is, in text and in CDATA', async () => {
    const entry = `<entry><id><![CDATA[http://x.example/p?a=1&b=2&amp;c]]></id><title>R & D &amp; <![CDATA[Q&A]]></title></entry>`;
    const [item] = await readContent(`<?xml version="1.0"?><feed>${entry}</feed>`, 'bare.xml');
    expect(item!.record!.title).toBe('R & D & Q&A');
    expect(JSON.stringify(item!.record)).toContain('a=1&b=2&amp;c');
  });

  it.each([
    [
      'a.json',
      '[{"__proto__": {"abstract": "polluted"}, "constructor": {"prototype": {"doi": "x"}}, "title": "A"}]',
    ],
    ['a.jsonl', '{"__proto__": {"abstract": "polluted"}, "toString": "x", "valueOf": 1, "title": "A"}'],
    ['a.csv', '__proto__,constructor,toString,title,hasOwnProperty\npolluted,x,y,A,z\n'],
    ['a.tsv', 'constructor\ttitle\t__proto__\nx\tA\ty\n'],
    [
      'a.bib',
      '@string{constructor = "x"}\n@article{__proto__, __proto__ = {y}, constructor = {z}, note = constructor # __proto__, hasOwnProperty = __proto__, title = {A}}\n',
    ],
    [
      'a.xml',
      '<feed><entry><__proto__>x</__proto__><constructor>y</constructor><title>A</title></entry></feed>',
    ],
  ])('takes a key named __proto__ in %s for a key', async (name, content) => {
    const items = await readContent(content, name);
    expect(items).toHaveLength(1);
    const record = items[0]!.record!;
    expect(record.title).toBe('A');
    const filled = Object.entries(record).filter(([, value]) => value !== undefined && value !== null);
    const own = ['file', 'line', 'entry', 'format', 'key', 'id', 'title'];
    expect(filled.filter(([field]) => !own.includes(field))).toEqual([]);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).abstract).toBeUndefined();
  });
});
