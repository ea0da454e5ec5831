/** Every edit of one character that can change what the brackets of a small JSON file mean. */
import { describe, expect, it } from 'vitest';
import type { Format } from '../../ingest/read/format.ts';
import { DEFAULT_READ_LIMITS } from '../../ingest/read/limits.ts';
import { READERS } from '../../ingest/read/read.ts';
import { chunkedSource } from '../ingest/read/support.ts';

const CHARACTERS = [...'[]{},:"\\/0a \n'];
const MOST_SHOWN = 5;
const paper = (name: string) => ({
  title: `${name} nets`,
  abstract: `Some ${name.toLowerCase()} text.`,
  authors: [{ name: 'Ada' }],
});
type Paper = ReturnType<typeof paper>;
const [ALPHA, BRAVO] = [paper('Alpha'), paper('Bravo')];
const PAPERS = [ALPHA, BRAVO, paper('Charly')];
const lines = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n');

const FILES: Readonly<Record<string, [Format, string]>> = {
  'a flat list': ['json', JSON.stringify(PAPERS)],
  'a flat list, a line each': ['json', `[${lines(PAPERS).replaceAll('\n', ',\n')}]\n`],
  'an indented list': ['json', JSON.stringify(PAPERS, null, 1)],
  'a wrapped list': ['json', JSON.stringify({ meta: { n: 3 }, papers: PAPERS, next: null })],
  'an indented wrapped list': ['json', JSON.stringify({ meta: { n: 3 }, papers: PAPERS }, null, 1)],
  'a list wrapped twice': ['json', JSON.stringify({ status: 'ok', message: { facets: {}, items: PAPERS } })],
  'objects by their ids': ['json', JSON.stringify({ a: ALPHA, b: BRAVO })],
  'objects one after the other': ['json', PAPERS.map((each) => JSON.stringify(each, null, 1)).join('\n')],
  'JSON Lines': ['jsonl', lines(PAPERS)],
  'a single object': ['json', JSON.stringify(ALPHA)],
  'an indented single object': ['json', JSON.stringify(ALPHA, null, 1)],
};

/** With one character replaced, left out, or put in. */
function* edits(text: string): Generator<string> {
  for (let at = 0; at <= text.length; at += 1) {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    if (at < text.length) yield before + after;
    for (const character of CHARACTERS) {
      yield before + character + text.slice(at);
      if (at < text.length && text[at] !== character) yield before + character + after;
    }
  }
}

/** Titles of the papers of which no text stands in a record, where nothing is said to be lost. */
async function lostIn(text: string, format: Format, papers: readonly Paper[]): Promise<string[]> {
  const source = chunkedSource(text, Number.POSITIVE_INFINITY);
  const kept: string[] = [];
  for await (const draft of READERS[format](source, { limits: DEFAULT_READ_LIMITS, columns: {} })) {
    // What has neither is rejected by `read`.
    if (!draft.fields?.title && !draft.fields?.abstract) return [];
    kept.push(`${draft.fields.title}`, `${draft.fields.abstract}`);
  }
  // A file without an entry is refused as a whole.
  if (kept.length === 0) return [];
  // An edit is in one of the two texts at most; of a field whose name it changed, the other one tells.
  return papers
    .filter(({ title, abstract }) => !kept.includes(title) && !kept.includes(abstract))
    .map(({ title }) => title);
}

describe('no edit of one character loses a record without a word', () => {
  it.each(Object.entries(FILES))('in %s', async (_, [format, text]) => {
    const papers = PAPERS.filter(({ title }) => text.includes(title));
    expect(await lostIn(text, format, papers)).toEqual([]);
    const silent: string[] = [];
    for (const edited of new Set(edits(text))) {
      const lost = await lostIn(edited, format, papers);
      if (lost.length > 0) silent.push(`${lost.join(', ')}: ${edited}`);
    }
    expect(silent.slice(0, MOST_SHOWN)).toEqual([]);
  });
});
