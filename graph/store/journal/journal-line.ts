import { promisify } from 'node:util';
import { crc32, deflateRaw, inflateRawSync } from 'node:zlib';
import { LacunaError } from '../../errors.ts';
import type { Statement, Value } from '../store.ts';

/**
 * How a journal is written: text, one line each, so that a damaged one is known by its number, and those after it are read. A line is a sign, an epoch (the
 * engine's count of transactions), a CRC-32 of the rest of the line, and a body in base64.
 */

/** The first line; the number is that of this form. */
export const JOURNAL_HEADER = 'lacuna-journal 1';

/**
 * - `+` a transaction: its statements, and the epoch that it began at;
 * - `=` a part of all that the store held at that epoch, as statements: what a shortened journal begins with;
 * - `.` the store was closed in order: what its file is then;
 * - `?` it was opened for writing after that.
 */
export type Sign = '+' | '=' | '.' | '?';

export interface JournalLine {
  sign: Sign;
  epoch: number;
  body: string;
}

/** What the store's file is after it was closed in order. */
export interface Seal {
  bytes: number;
  sha256: string;
}

const LINE = /^([+=.?])(\d{1,15}) ([0-9a-f]{8}) ([A-Za-z0-9+/=]*)$/;
/** Fast rather than small: it runs beside every write. */
const LEVEL = { level: 1 };

const deflated = promisify<string, { level: number }, Buffer>(deflateRaw);

/** The body of a transaction; compressed beside what this thread does. */
export async function packed(statements: readonly Statement[]): Promise<string> {
  const bare = statements.map(({ text, parameters }) => [text, parameters]);
  return (await deflated(JSON.stringify(bare), LEVEL)).toString('base64');
}

/**
 * The inverse of `packed`. Throws on what it never wrote. NOTE: checked by hand, since this is loaded with every process of the engine, and
 * a library for schemas takes longer to load than all the rest.
 */
export function unpacked(body: string): Statement[] {
  const json: unknown = JSON.parse(inflateRawSync(Buffer.from(body, 'base64')).toString());
  if (!Array.isArray(json)) throw foreign();
  return json.map((one: unknown) => {
    const [text, parameters] = Array.isArray(one) ? (one as unknown[]) : [];
    if (typeof text !== 'string' || !isRecord(parameters)) throw foreign();
    return { text, parameters: parameters as Record<string, Value> };
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const foreign = (): LacunaError =>
  new LacunaError('input', 'A line of the journal is whole, and yet none that this program wrote.');

export const sealed = (seal: Seal): string => Buffer.from(JSON.stringify(seal)).toString('base64');

/** Null where a line is no seal. */
export function sealOf(line: JournalLine | null): Seal | null {
  if (line?.sign !== '.') return null;
  const seal: unknown = JSON.parse(Buffer.from(line.body, 'base64').toString());
  if (!isRecord(seal) || !Number.isInteger(seal.bytes) || typeof seal.sha256 !== 'string') throw foreign();
  return { bytes: Number(seal.bytes), sha256: seal.sha256 };
}

/** How every seal begins, in base64, whose characters stand for three bytes each four. */
const SEAL_START = Buffer.from('{"bytes":').toString('base64');
/** Characters of a seal, at most. */
const SEAL_LENGTH = 165;

/**
 * Whether a line that is damaged was a seal, by what of it can be read: its beginning or that of its body, whichever the damage left. `epoch`: where the
 * store stood before it.
 */
export function wasSeal(text: string, epoch: number): boolean {
  const parts = text.split(' ');
  // NOTE: longer, it may have run into the line after it, which then is lost too.
  if (text.length > SEAL_LENGTH || parts.length !== 3) return false;
  return parts[0] === `.${epoch}` || parts[2]!.startsWith(SEAL_START);
}

export function encodeLine({ sign, epoch, body }: JournalLine): string {
  return `${sign}${epoch} ${checksum(sign, epoch, body)} ${body}\n`;
}

/** Null for a line that is not as it was written. */
export function decodeLine(text: string): JournalLine | null {
  const match = LINE.exec(text);
  if (!match) return null;
  const [, sign, epoch, check, body] = match as unknown as [string, Sign, string, string, string];
  const line = { sign, epoch: Number(epoch), body };
  return checksum(sign, line.epoch, body) === check ? line : null;
}

/** Where the store stands once it holds what the line says. */
export const epochAfter = ({ sign, epoch }: JournalLine): number => (sign === '+' ? epoch + 1 : epoch);

const checksum = (sign: Sign, epoch: number, body: string): string =>
  crc32(`${sign}${epoch} ${body}`).toString(16).padStart(8, '0');
