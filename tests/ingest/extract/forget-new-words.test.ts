import { expect, it } from 'vitest';
import { splitSentences } from '../../../ingest/extract/sentences.ts';

const cut = (text: string): string[][] =>
  splitSentences(text).map(({ words }) => words.map(({ text: word, tag }) => `${word}/${tag}`));

it('cuts and tags a text the same whatever was read before it', () => {
  const texts = [
    'It is faster w.r.t. to the others.',
    'Measured w.r.t the others, w.r.t, and so on.',
    'The zorbification, Zorbification and ZORBIFICATION of x.y.z. is a.b.c.',
    'We use zorb.flork and zorb.flork. It is x.y.z',
    "The flork's zorb isn't a zorb-flork's.",
    'A zorb/flork (zorb-flork) $zorb$ #zorb @flork zorb@flork.com 12zorb zorb12.',
  ];
  const forwards = texts.map(cut);
  const backwards = texts.toReversed().map(cut).toReversed();
  expect(backwards).toEqual(forwards);
});
