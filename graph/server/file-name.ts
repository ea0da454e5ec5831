import { LacunaError } from '../errors.ts';
import { DIRECTION_MARKS } from '../schema.ts';

const CHARACTERS = 120;
/** Of the ending that is kept when a name is cut: `.jsonl.gz`. */
const ENDING = /(?:\.[A-Za-z0-9]{1,8}){1,2}$/;
/**
 * Control characters, marks that turn the direction of text, what can't be seen or parts lines, what some systems don't
 * allow, and what parts a source from its entry.
 */
const UNFIT = new RegExp(
  `[\\p{Cc}\\p{Cs}${DIRECTION_MARKS}\\u200b-\\u200d\\u2028\\u2029\\ufeff<>:"|?*#]`,
  'gu',
);

/**
 * A file's name as it may stand on this machine's disk and in the graph: of a path only the end, without what is unfit,
 * at most 120 characters. Throws `input` where nothing is left of it.
 */
export function fileNameOf(given: string): string {
  const end = given.split(/[\\/]/).at(-1) ?? '';
  const name = end
    .normalize('NFC')
    .replace(UNFIT, '_')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  if (name === '') throw new LacunaError('input', 'This file has no name that can be kept.');
  const characters = [...name];
  if (characters.length <= CHARACTERS) return name;
  const ending = ENDING.exec(name)?.[0] ?? '';
  return characters.slice(0, CHARACTERS - ending.length).join('') + ending;
}

/** The same, or with a number before its ending where it is taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const ending = ENDING.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${stem} (${number})${ending}`;
  return free;
}
