/** What befalls a text: on its way, by a faulty exporter, or by somebody who means harm. */
import fc from 'fast-check';

export type Damage = (text: string) => string;

const put = (text: string, at: number, piece: string, instead = 0): string =>
  text.slice(0, at) + piece + text.slice(at + instead);
const place = fc.double({ min: 0, max: 1, noNaN: true });
const within = (text: string, share: number): number =>
  Math.min(text.length, Math.floor(share * (text.length + 1)));

/** What means something in one of the formats, or in none. */
const TOKENS = [
  ...'{}[]()<>"\'`,;:=|@#%&\\/-\t\n\r \u0000\u0007\u000b\u001e\u0085\u2028\ufeff\ufffd\u202e\ud800\udc00'.split(
    '',
  ),
  '\n\n',
  '\r\n',
  '""',
  '{{',
  '}}',
  '</entry>',
  '<entry>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x',
  '&#x0;',
  '&lol;',
  '<!DOCTYPE x [<!ENTITY lol "lol">]>',
  '@article{',
  '@string{a = a # a}',
  '@comment{',
  'TY  - ',
  'ER  - ',
  'PMID- ',
  'Abstract:',
  'Title: ',
  '__proto__',
  '"__proto__":{"title":"x"},',
  'constructor',
  '\\u0000',
  '\\ud800',
  '1e999',
  'null',
  'sep=;\n',
];

const edit: fc.Arbitrary<Damage> = fc
  .tuple(
    fc.constantFrom('cut', 'double', 'splice', 'flip', 'token', 'tokens'),
    place,
    fc.nat(60),
    fc.constantFrom(...TOKENS),
    place,
  )
  .map(([kind, where, length, token, from]) => (text) => {
    const at = within(text, where);
    const piece = text.slice(at, at + length);
    if (kind === 'cut') return put(text, at, '', length);
    if (kind === 'double') return put(text, at, piece);
    if (kind === 'splice') return put(text, at, text.slice(within(text, from), within(text, from) + length));
    if (kind === 'flip') {
      const code = (text.charCodeAt(at) || 32) ^ (1 << (length % 16));
      return put(text, at, String.fromCharCode(code), 1);
    }
    return put(text, at, kind === 'token' ? token : token.repeat(length + 1));
  });

const whole: fc.Arbitrary<Damage> = fc.oneof(
  fc.constant<Damage>((text) => text.replaceAll('\n', '\r\n')),
  fc.constant<Damage>((text) => text.replaceAll('\n', '\r')),
  fc.infiniteStream(fc.constantFrom('\n', '\r', '\r\n')).map(
    (ends): Damage =>
      (text) =>
        text.replace(/\n/g, () => ends.next().value ?? '\n'),
  ),
  place.map(
    (share): Damage =>
      (text) =>
        text.slice(0, within(text, share)),
  ),
  place.map(
    (share): Damage =>
      (text) =>
        text + text.slice(within(text, share)),
  ),
  fc
    .tuple(
      place,
      fc.constantFrom('{', '[', '(', '"', '<a>', '{"a":', '\\', ' ', 'é', '&amp;', ','),
      fc.integer({ min: 1, max: 3000 }),
    )
    .map(
      ([share, token, times]): Damage =>
        (text) =>
          put(text, within(text, share), token.repeat(times)),
    ),
);

/** One or two edits of a few characters. */
export const smallDamage: fc.Arbitrary<Damage> = fc
  .array(edit, { minLength: 1, maxLength: 2 })
  .map((edits) => (text) => edits.reduce((now, each) => each(now), text));

/** Anything, several times. */
export const anyDamage: fc.Arbitrary<Damage> = fc
  .array(fc.oneof({ weight: 3, arbitrary: edit }, whole), { minLength: 1, maxLength: 5 })
  .map((edits) => (text) => edits.reduce((now, each) => each(now), text));

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** As bytes: in one of the encodings that are told apart, and then perhaps with some bytes not as they were. */
export const encoded: fc.Arbitrary<(text: string) => Buffer> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('utf8') },
      fc.constantFrom('bom', 'utf16le', 'utf16be', 'utf16le bom', 'latin1'),
    ),
    fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([encoding, flips, isFlipped]) => (text) => {
    const bytes =
      encoding === 'utf16be'
        ? utf16be(text)
        : Buffer.from(
            encoding.endsWith('bom') ? `\ufeff${text}` : text,
            encoding.startsWith('utf16le') ? 'utf16le' : encoding === 'latin1' ? 'latin1' : 'utf8',
          );
    if (isFlipped) for (const [share, byte] of flips) bytes[Math.floor(share * (bytes.length - 1))] = byte;
    return bytes;
  });
