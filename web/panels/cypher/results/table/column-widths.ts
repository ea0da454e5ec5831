/** How wide the columns of a result are. Pure. */
import { formOf, plainText } from '../../cell.ts';

/** Rows that are looked at: the first ones are what is seen first. */
const SAMPLE = 120;
/** Pixels. */
const WIDTH = { least: 64, most: 320, path: 720, letter: 6.9, padding: 28, arrow: 16 };

/** As many more as its type seems to have. */
const RELATION_LETTERS = 3;

/** Pixels, by column: as its name and its first cells need, within bounds. */
export function columnWidths(columns: readonly string[], rows: readonly (readonly unknown[])[]): number[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map((name, column) => {
    let letters = 0;
    let most = WIDTH.most;
    for (const row of sample) {
      const form = formOf(row[column]);
      // A path is read from end to end; names within it are shortened.
      if (form.form === 'path') most = WIDTH.path;
      // A relation's type stands in wide letters, in a box.
      const extra = form.form === 'relation' ? RELATION_LETTERS : 0;
      letters = Math.max(letters, Math.min(plainText(form).length, 120) + extra);
    }
    const wanted = Math.max(letters * WIDTH.letter, name.length * WIDTH.letter + WIDTH.arrow);
    return Math.round(Math.min(most, Math.max(WIDTH.least, wanted + WIDTH.padding)));
  });
}
