import { isAscii } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { LacunaError } from '../../../graph/errors.ts';

/** Turns bytes into text, chunk by chunk. */
export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

/** Below these, in percent, chardet's guess of a script is not believed. */
const MIN_MULTIBYTE_CONFIDENCE = 50;
const MIN_SCRIPT_CONFIDENCE = 35;
const MULTIBYTE = /^(?:Shift_JIS|GB18030|Big5|EUC-\w+|ISO-2022-\w+)$/;
const OTHER_SCRIPT = /^(?:windows-125[1356]|KOI8-R|ISO-8859-[5678])$/;
const LOST = Buffer.from('\ufffd');
const XML_ENCODING = /^\s*<\?xml[^>]*?encoding=["']([\w.:-]{1,40})["']/;

/**
 * The decoder for a text that starts with these bytes: as asked for; else by its byte order mark; else UTF-16 by
 * where its zeros stand; else UTF-8 or an older encoding, decided when the first byte past ASCII comes.
 */
export function chooseDecoder(head: Buffer, asked?: string): Decoder {
  if (asked !== undefined) {
    if (!iconv.encodingExists(asked)) throw new LacunaError('input', `No encoding '${asked}' is known.`);
    return iconvDecoder(asked);
  }
  if (head[0] === 0xff && head[1] === 0xfe) return iconvDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return iconvDecoder('utf-16be');
  const wide = wideEncoding(head);
  if (wide) return iconvDecoder(wide);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return utf8Decoder();
  return new LazyDecoder(XML_ENCODING.exec(head.toString('latin1', 0, 200))?.[1]);
}

/** ASCII until proven otherwise; the first bytes past it decide between UTF-8 and an older encoding. */
class LazyDecoder implements Decoder {
  private readonly declared: string | undefined;
  private chosen: Decoder | null = null;

  constructor(declared: string | undefined) {
    this.declared = declared;
  }

  write(bytes: Buffer): string {
    if (!this.chosen) {
      if (isAscii(bytes)) return bytes.toString('latin1');
      this.chosen = isMostlyUtf8(bytes) ? utf8Decoder() : iconvDecoder(olderEncoding(bytes, this.declared));
    }
    return this.chosen.write(bytes);
  }

  end(): string {
    return this.chosen?.end() ?? '';
  }
}

function iconvDecoder(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding);
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
}

function utf8Decoder(): Decoder {
  const decoder = new TextDecoder('utf-8');
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** UTF-16 without a mark: nearly all bytes at odd (little endian) or even places are zero, and none elsewhere. */
function wideEncoding(head: Buffer): string | null {
  const sample = head.subarray(0, 1000);
  const zeros = [0, 0] as [number, number];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[(at % 2) as 0 | 1] += 1;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.7 && zeros[0] === 0) return 'utf-16le';
  return zeros[0] > half * 0.7 && zeros[1] === 0 ? 'utf-16be' : null;
}

/** More good characters past ASCII than broken ones; a few broken bytes don't make a text Latin-1. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  let good = 0;
  // The sign for a lost character may itself be written in the file.
  let broken = -written(LOST, bytes);
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\x7f') good += 1;
  }
  // NOTE: a chunk may end within its only character; then there is neither.
  return good >= broken && (good > 0 || broken <= 0);
}

function written(sign: Buffer, bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) count += 1;
  return count;
}

function olderEncoding(bytes: Buffer, declared: string | undefined): string {
  if (declared && !/^(?:utf|ucs)/i.test(declared) && iconv.encodingExists(declared)) return declared;
  const [best] = chardet.analyse(bytes.subarray(0, 64 * 1024));
  const name = best?.name ?? '';
  const confidence = best?.confidence ?? 0;
  const believed =
    (MULTIBYTE.test(name) && confidence >= MIN_MULTIBYTE_CONFIDENCE) ||
    (OTHER_SCRIPT.test(name) && confidence >= MIN_SCRIPT_CONFIDENCE);
  return believed && iconv.encodingExists(name) ? name : 'windows-1252';
}
