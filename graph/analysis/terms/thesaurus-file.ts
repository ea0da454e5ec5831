import { DIRECTION_MARKS } from '../../schema.ts';
import { foldForm } from './term.ts';
import type { TermIndex } from './term-index.ts';

/** Longer labels are no terms. */
const LONGEST = 300;
const TAB = '\t';
const QUOTED = /^"((?:[^"]|"")*)"$/;
const CONTROL = new RegExp(`[\\p{Cc}\\p{Cs}${DIRECTION_MARKS}]`, 'u');

/** `label` is to be read as `instead`, or left out where that is empty. */
export interface ThesaurusLine {
  /** From 1. */
  line: number;
  label: string;
  instead: string;
}

export interface ThesaurusProblem {
  line: number;
  text: string;
  reason: string;
}

/**
 * Reads a VOSviewer thesaurus file: two columns with a tab between, under a header. Bad lines are told with their
 * reason, and the others read on. A label that comes again counts once, as it was first; lines that go in a circle say
 * nothing.
 */
export function readThesaurus(text: string): { lines: ThesaurusLine[]; problems: ThesaurusProblem[] } {
  const lines: ThesaurusLine[] = [];
  const problems: ThesaurusProblem[] = [];
  const known = new Map<string, ThesaurusLine>();
  const rows = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const first = rows.findIndex((row) => row.trim() !== '');
  for (const [i, row] of rows.entries()) {
    const line = i + 1;
    if (row.trim() === '' || (i === first && isHeader(row))) continue;
    const problem = (reason: string) => problems.push({ line, text: row.slice(0, LONGEST), reason });
    const cells = row.split(TAB).map(unquoted);
    const [label = '', instead = '', ...more] = cells;
    if (cells.length < 2) problem('There is no tab between two columns.');
    else if (more.some((cell) => cell !== '')) problem('There are more than two columns.');
    else if (label === '') problem('The label is missing.');
    else if (label.length > LONGEST || instead.length > LONGEST) {
      problem(`A term has more than ${LONGEST} characters.`);
    } else if (CONTROL.test(label + instead)) problem('There are control characters or direction marks.');
    else {
      const before = known.get(foldForm(label));
      const entry = { line, label, instead };
      if (!before) {
        known.set(foldForm(label), entry);
        lines.push(entry);
      } else if (foldForm(before.instead) !== foldForm(instead)) {
        problem(`Line ${before.line} says something else of the same label.`);
      }
    }
  }
  const circles = circlesOf(known);
  for (const { line, label, instead } of lines) {
    const circle = circles.get(line);
    if (!circle) continue;
    const reason = `Lines ${inWords(circle)} replace their labels by each other in a circle.`;
    problems.push({ line, text: `${label}${TAB}${instead}`.slice(0, LONGEST), reason });
  }
  problems.sort((a, b) => a.line - b.line);
  return { lines: lines.filter(({ line }) => !circles.has(line)), problems };
}

const inWords = (lines: readonly number[]): string => `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;

/** Lines that a circle is named by; those of a longer one are the first. */
const TOLD = 5;

/** By the number of each line that leads back to its own label, by way of others: the lines of the circle. */
function circlesOf(byLabel: ReadonlyMap<string, ThesaurusLine>): Map<number, number[]> {
  const circles = new Map<number, number[]>();
  const seen = new Set<ThesaurusLine>();
  for (const first of byLabel.values()) {
    const way = new Set<ThesaurusLine>();
    let at: ThesaurusLine | undefined = first;
    while (at && !seen.has(at)) {
      seen.add(at);
      way.add(at);
      at = byLabel.get(foldForm(at.instead));
    }
    if (!at || !way.has(at)) continue;
    const round = [...way].slice([...way].indexOf(at)).map(({ line }) => line);
    // A label that is replaced by itself stays as it is.
    if (round.length < 2) continue;
    for (const line of round) circles.set(line, round.toSorted((a, b) => a - b).slice(0, TOLD));
  }
  return circles;
}

/** `label<TAB>replace by`, in whatever case, as VOSviewer writes it; `replace` and the like are a header too. */
function isHeader(row: string): boolean {
  const [label = '', instead = ''] = row.split(TAB).map((cell) => foldForm(unquoted(cell)));
  return label === 'label' && /^replac\w*( by| with)?$/.test(instead);
}

function unquoted(cell: string): string {
  const trimmed = cell.trim();
  const quoted = QUOTED.exec(trimmed)?.[1];
  return (quoted === undefined ? trimmed : quoted.replaceAll('""', '"')).trim();
}

const HEADER = `label${TAB}replace by`;

/**
 * A VOSviewer thesaurus file that makes of each form what it is here: every other form of a term is replaced by its
 * name, and what was stopped is left out.
 */
export function writeThesaurus(
  index: TermIndex,
  stopped: readonly string[],
): { text: string; lines: number } {
  const rows = new Map<string, string>();
  for (const term of index.terms) {
    const { name } = term;
    for (const alias of term.aliases) {
      const isOwn = index.find(alias)?.term === term;
      if (isOwn && foldForm(alias) !== foldForm(name))
        rows.set(foldForm(alias), `${cell(alias)}${TAB}${cell(name)}`);
    }
  }
  for (const form of stopped) {
    if (index.find(form) === undefined) rows.set(foldForm(form), `${cell(form)}${TAB}`);
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return { text: `${[HEADER, ...sorted].join('\n')}\n`, lines: sorted.length };
}

/** On one line, without the marks that part columns. */
const cell = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.startsWith('"') ? `"${plain.replaceAll('"', '""')}"` : plain;
};
