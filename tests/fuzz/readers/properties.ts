/** What holds of every reader, whatever is done to a file. */
import fc from 'fast-check';
import type { FuzzProperty } from '../run-property.ts';
import { checkReach, checkTold, lineAt, REACH } from './check-loss.ts';
import { checkChunks, checkRead } from './check-read.ts';
import { anyDamage, encoded, smallDamage } from './damage.ts';
import { entries } from './entries.ts';
import { DIALECTS, type Dialect, textOf } from './written.ts';

const dialects = Object.keys(DIALECTS) as Dialect[];

const asProperty = <T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (input: T) => Promise<boolean>,
): FuzzProperty => ({ name, arbitrary, check: (input) => check(input as T) });

/** Of one form: a damaged paper among whole ones, and a file with anything done to it. */
function propertiesOf(dialect: Dialect, folder: string): FuzzProperty[] {
  const [format, write] = DIALECTS[dialect];
  return [
    asProperty(
      `${dialect}: one paper damaged`,
      fc.record({ papers: entries, which: fc.nat(7), damage: smallDamage }),
      async ({ papers, which, damage }) => {
        const written = write(papers);
        const damaged = which % papers.length;
        const pieces = written.pieces.map((piece, at) => (at === damaged ? damage(piece) : piece));
        const text = textOf({ ...written, pieces }).replace(/\p{Cs}/gu, '\ufffd');
        const before = await checkRead(Buffer.from(textOf(written)), folder, format);
        if (before.records.length !== papers.length || before.rejections.length > 0)
          throw new Error(`of ${papers.length} whole papers ${JSON.stringify(before)}`);
        const after = await checkRead(Buffer.from(text), folder, format);
        if (after.refused === null) checkReach(before, after, papers, damaged, REACH[dialect]);
        const start = textOf({ ...written, pieces: [...pieces.slice(0, damaged), ''], tail: '' }).length;
        const lines = [start, start + pieces[damaged]!.length].map((offset) => lineAt(text, offset));
        checkTold(text, after, papers, damaged, [lines[0]!, lines[1]!]);
        return after.rejections.length > 0 || after.refused !== null;
      },
    ),
    asProperty(
      `${dialect}: anything`,
      fc.record({
        papers: entries,
        damage: anyDamage,
        encode: encoded,
        isNamed: fc.boolean(),
        chunk: fc.integer({ min: 1, max: 300 }),
      }),
      async ({ papers, damage, encode, isNamed, chunk }) => {
        const text = damage(textOf(write(papers)));
        const { rejections, refused } = await checkRead(encode(text), folder, isNamed ? format : undefined);
        await checkChunks(text.replace(/\r\n?/g, '\n'), format, chunk);
        return rejections.length > 0 || refused !== null;
      },
    ),
  ];
}

/** Files are written to this folder. */
export const readerProperties = (folder: string): FuzzProperty[] =>
  dialects.flatMap((dialect) => propertiesOf(dialect, folder));
