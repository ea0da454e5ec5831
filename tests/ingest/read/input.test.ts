import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { read } from '../../../ingest/read/read.ts';
import { fixture, readAll, readContent, recordsOf, rejectionsOf } from './support.ts';

const input = (message: RegExp) => ({ code: 'input', message: expect.stringMatching(message) });
const limit = (message: RegExp) => ({ code: 'limit', message: expect.stringMatching(message) });
const jsonLines = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `${JSON.stringify({ title: `Paper ${at}`, abstract: 'Text.' })}\n`,
  ).join('');

describe('a file that cannot be read at all', () => {
  it('is named, with the reason', async () => {
    await expect(readAll('/nowhere/gone.bib')).rejects.toMatchObject(input(/gone\.bib: no such file/));
    await expect(readAll(fixture('.'))).rejects.toMatchObject(input(/a folder/));
    await expect(readAll('/dev/null')).rejects.toMatchObject(input(/not a file/));
    await expect(readContent('', 'a.txt')).rejects.toMatchObject(input(/a\.txt: the file is empty/));
    await expect(readContent(' \n\ufeff\n', 'a.txt')).rejects.toMatchObject(input(/empty/));
    await expect(readContent(gzipSync(''), 'a.gz')).rejects.toMatchObject(input(/empty/));
    await expect(readContent('%PDF-1.7 …', 'a.txt')).rejects.toMatchObject(input(/a PDF/));
    await expect(readContent('PK\u0003\u0004rest', 'a.csv')).rejects.toMatchObject(input(/zip archive/));
    const bytes = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 97) % 256);
    await expect(readContent(bytes, 'a.txt')).rejects.toMatchObject(input(/not a text file/));
    await expect(readContent('<!DOCTYPE html><html></html>', 'a.txt')).rejects.toMatchObject(
      input(/a web page/),
    );
    await expect(readContent('[]', 'a.json')).rejects.toMatchObject(
      input(/no entry found; it was read as json/),
    );
  });

  it('is told from one that is damaged on the way', async () => {
    const packed = gzipSync(jsonLines(50_000));
    const cut = packed.subarray(0, packed.length - 20);
    await expect(readContent(cut, 'a.jsonl.gz')).rejects.toMatchObject(
      input(/damaged gzip file, or cut off/),
    );
  });

  it('is refused when it unpacks to far more than its size, or than is allowed', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, `Abstract: ${'a'.repeat(50_000)}\n`));
    await expect(readContent(bomb, 'a.gz')).rejects.toMatchObject(limit(/compressionRatio/));
    const packed = gzipSync(jsonLines(50_000));
    await expect(
      readContent(packed, 'a.gz', { limits: { decompressedBytes: 1_000_000 } }),
    ).rejects.toMatchObject(limit(/decompressedBytes/));
  });
});

describe('encodings', () => {
  const title = 'Grüße von José: naïve cafés – “quoted”';
  const lines = (text: string): string => `TY  - JOUR\nTI  - ${text}\nER  - \n`;
  const titleOf = async (content: Uint8Array, encoding?: string): Promise<string | undefined> =>
    recordsOf(await readContent(content, 'a.ris', encoding === undefined ? {} : { encoding }))[0]!.title;

  it('are found out', async () => {
    expect(await titleOf(Buffer.from(lines(title)))).toBe(title);
    expect(await titleOf(iconv.encode(lines(title), 'windows-1252'))).toBe(title);
    expect(await titleOf(iconv.encode(lines('résumé'), 'latin1'))).toBe('résumé');
    const russian = 'Методы глубокого обучения для анализа научных текстов на русском языке';
    expect(await titleOf(iconv.encode(lines(russian), 'windows-1251'))).toBe(russian);
    const japanese = '深層学習によるテキスト解析の手法とその応用について';
    expect(await titleOf(iconv.encode(lines(japanese), 'shift_jis'))).toBe(japanese);
  });

  it('are found out even where the first odd byte comes late', async () => {
    const late = iconv.encode(`${lines('ascii').repeat(20_000)}${lines(title)}`, 'windows-1252');
    expect(recordsOf(await readContent(late, 'a.ris')).at(-1)!.title).toBe(title);
  });

  it('stay UTF-8 for a few broken bytes', async () => {
    const text = Buffer.concat([
      Buffer.from(lines(title)),
      Buffer.from([0xff]),
      Buffer.from(`\n${lines(title)}`),
    ]);
    expect(recordsOf(await readContent(text, 'a.ris'))[0]!.title).toBe(title);
  });

  it('are taken from the XML declaration, or as told', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-2"?><feed><entry><title>Erdős Pál</title></entry></feed>`;
    const items = await readContent(iconv.encode(xml, 'iso-8859-2'), 'a.xml');
    expect(recordsOf(items)[0]!.title).toBe('Erdős Pál');
    expect(await titleOf(iconv.encode(lines('Erdős'), 'windows-1250'), 'windows-1250')).toBe('Erdős');
    await expect(titleOf(Buffer.from(lines('a')), 'klingon')).rejects.toMatchObject(input(/klingon/));
  });
});

describe('limits', () => {
  const records = [
    { title: 'First', abstract: 'a' },
    { title: 'Long', abstract: 'b'.repeat(5_000) },
    { title: 'Last', abstract: 'c' },
  ];
  const contents: Record<string, string> = {
    'a.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    'a.json': JSON.stringify(records),
    'a.csv': `title,abstract\n${records.map(({ title, abstract }) => `${title},${abstract}\n`).join('')}`,
    'a.ris': records
      .map(({ title, abstract }) => `TY  - J\nTI  - ${title}\nAB  - ${abstract}\nER  - \n`)
      .join(''),
    'a.nbib': records.map(({ title, abstract }) => `PMID- 1\nTI  - ${title}\nAB  - ${abstract}\n\n`).join(''),
    'a.bib': records
      .map(({ title, abstract }) => `@misc{k,\n title={${title}},\n abstract={${abstract}}}\n`)
      .join(''),
    'a.txt': records.map(({ title, abstract }) => `Title: ${title}\nAbstract: ${abstract}\n\n`).join(''),
    'a.xml': `<feed><title>Feed</title>${records.map(({ title, abstract }) => `<entry><title>${title}</title><summary>${abstract}</summary></entry>`).join('')}</feed>`,
  };

  it.each(Object.entries(contents))(
    'of an entry or a line spoil only that entry of %s',
    async (name, content) => {
      const limits =
        name.endsWith('.xml') || name.endsWith('.json')
          ? { entryCharacters: 2_000 }
          : { lineCharacters: 2_000 };
      const run = await readContent(content, name, { limits });
      expect(recordsOf(run).map(({ title }) => title)).toEqual(['First', 'Last']);
      expect(rejectionsOf(run)).toMatchObject([
        { entry: 2, reason: expect.stringMatching(/longer than 2000/) },
      ]);
    },
  );

  it('of entries stop the file', async () => {
    await expect(readContent(jsonLines(20), 'a.jsonl', { limits: { entries: 10 } })).rejects.toMatchObject(
      limit(/more than 10 entries/),
    );
  });

  it('of depth spoil only that entry', async () => {
    const deep = `[{"title": "A"}, {"title": "B", "x": ${'['.repeat(100)}${']'.repeat(100)}}, {"title": "C"}]`;
    const items = await readContent(deep, 'a.json');
    expect(recordsOf(items).map(({ title }) => title)).toEqual(['A', 'C']);
    expect(rejectionsOf(items)[0]!.reason).toMatch(/nested deeper than 64/);
  });
});

describe('stopping', () => {
  it('by signal', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    await expect(async () => {
      for await (const { record } of read(fixture('papers.json'), { signal: stop.signal })) {
        seen.push(record!.entry);
        stop.abort();
      }
    }).rejects.toThrow(/abort/i);
    expect(seen).toEqual([1]);
  });

  it('early closes the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-read-'));
    const path = join(folder, 'a.jsonl.gz');
    await writeFile(path, gzipSync(jsonLines(100_000)));
    for await (const { record } of read(path)) if (record!.entry === 3) break;
    await rm(folder, { recursive: true });
  });
});
