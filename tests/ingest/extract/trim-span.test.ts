import { expect, it } from 'vitest';
import { ExtractorPool } from '../../../ingest/extract/pool.ts';
import { splitSentences } from '../../../ingest/extract/sentences.ts';
import { trimSpan } from '../../../ingest/extract/trim-span.ts';

/** All of the text, trimmed. */
function trimmed(text: string): string | null {
  const words = splitSentences(text).flatMap((sentence) => sentence.words);
  const range = trimSpan(words, 0, words.length);
  return range && text.slice(words[range[0]]!.start, words[range[1] - 1]!.end);
}

it.each([
  ['BERT 😀', 'BERT'],
  ['BERT😀', 'BERT'],
  ['🚀 🚀 GPT-2 ✨', 'GPT-2'],
  ['👩‍💻 code search', 'code search'],
  ['LLaMA™', 'LLaMA'],
  ['-submodular functions', 'submodular functions'],
  ['posterior (', 'posterior'],
  ['binary)', 'binary'],
  ['* underestimates', 'underestimates'],
])('cuts %s to %s', (text, inner) => expect(trimmed(text)).toBe(inner));

it.each([
  'A*',
  'RefCOCO+',
  'C++',
  'Yahoo!',
  '“table” constraint',
  '(strong) junction tree',
  'radiance field (NeRF)',
  'graph 😀 kernel',
  '$k$-means',
])('leaves %s as it is', (text) => expect(trimmed(text)).toBe(text));

it.each(['😀', '- (', '*'])('finds nothing in %s', (text) => expect(trimmed(text)).toBeNull());

it('keeps pictures out of what is extracted', async () => {
  const pool = new ExtractorPool();
  const abstract = 'We fine-tune BERT 😀 and 🚀 GPT-2 on SQuAD ✨✨ by A* search. BERT😀 beats LLaMA™.';
  const input = { id: 'a', title: 'BERT 😀 for parsing', abstract };
  const surfaces: string[] = [];
  for await (const [found] of pool.extract([input]))
    for (const { surface, field, start, end } of found!.mentions) {
      expect(input[field].slice(start, end)).toBe(surface);
      surfaces.push(surface);
    }
  await pool.close();
  expect(surfaces).toEqual(expect.arrayContaining(['BERT', 'SQuAD']));
  expect(surfaces.filter((surface) => /\p{Extended_Pictographic}/u.test(surface))).toEqual([]);
});
