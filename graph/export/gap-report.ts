import type { Evidence, Gap, NodeRef } from '../analysis/gaps/gap.ts';
import type { GapDefinition } from '../gap-definitions.ts';
import { paperLabel } from '../schema.ts';
import { bibliography, type CitedPaper } from './bibtex.ts';
import { escapeMarkdown, markdownAddress, markdownCode } from './markdown.ts';
import { type KindOf, type NameOf, researchQuestion } from './research-question.ts';

export interface GapReportInput {
  gap: Omit<Gap, 'part'>;
  definition: GapDefinition;
  nameOf: NameOf;
  kindOf?: KindOf;
  /** Those that the gap's references may name; the others are left out. */
  papers: readonly CitedPaper[];
  /** The settings that its list was made with. */
  parameters?: Readonly<Record<string, number | string>>;
  /** What a person said of it. */
  verdict?: string | null;
  note?: string;
}

/** A gap to take along: Markdown that ends in the BibTeX of the papers it cites, and that BibTeX alone. */
export interface GapReport {
  markdown: string;
  bibtex: string;
}

/**
 * The report of a gap. Every word that came from a paper or a person is escaped, so that none of it can turn into a
 * link, HTML, a command or the end of an entry.
 */
export function gapReport(input: GapReportInput): GapReport {
  const { gap, definition, nameOf, note } = input;
  const cited = citedPapers(input);
  const { text: bibtex, keys } = bibliography(cited);
  const name = (ref: NodeRef): string => escapeMarkdown(nameOf(ref));
  const marks = (refs: readonly NodeRef[]): string => {
    const found = [...new Set(refs.flatMap(({ id }) => keys.get(id) ?? []))];
    return found.length === 0 ? '' : ` [${found.map((key) => `@${key}`).join('; ')}]`;
  };
  const evidence = (list: readonly Evidence[]): string =>
    list.length === 0
      ? 'Nothing found.\n'
      : list.map(({ text, refs }) => `- ${escapeMarkdown(text)}${marks(refs)}\n`).join('');
  const sections: [string, string][] = [
    ['Research question', `${escapeMarkdown(researchQuestion(gap, nameOf, input.kindOf))}\n`],
    [
      'What this is',
      `**${escapeMarkdown(definition.name)}.** ${escapeMarkdown(definition.meaning)}\n\n${markdownCode(definition.formula)}\n` +
        `Source: ${escapeMarkdown(definition.source)}\n`,
    ],
    ['Figures', figures(input)],
    ['What speaks for it', evidence(gap.evidenceFor)],
    ['What speaks against it', evidence(gap.evidenceAgainst)],
    [
      'What comes closest to bridging it',
      gap.bridges.map(({ ref, why }) => `- ${name(ref)}: ${escapeMarkdown(why)}${marks([ref])}\n`).join(''),
    ],
    ['Note', noteOf(input.verdict ?? null, note ?? '')],
    [
      'Papers',
      cited.map((paper) => `- ${citation(paper)}${marks([{ label: 'Paper', id: paper.id }])}\n`).join(''),
    ],
    ['BibTeX', bibtex === '' ? '' : markdownCode(bibtex, 'bibtex')],
  ];
  const ends = gap.kind === 'question' ? gap.between.filter(({ label }) => label !== 'Paper') : gap.between;
  const title = `# ${ends.map(name).join(gap.kind === 'question' ? ', ' : ' × ') || escapeMarkdown(definition.name)}\n`;
  const body = sections
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `\n## ${heading}\n\n${text}`);
  return { markdown: title + body.join(''), bibtex };
}

/** The papers that it names anywhere, in the order of first mention. */
function citedPapers({ gap, papers }: GapReportInput): GapReportInput['papers'][number][] {
  const known = new Map(papers.map((paper) => [paper.id, paper]));
  const refs = [
    ...gap.between,
    ...[...gap.evidenceFor, ...gap.evidenceAgainst].flatMap((evidence) => evidence.refs),
    ...gap.bridges.map(({ ref }) => ref),
  ];
  const ids = new Set(refs.filter(({ label }) => label === 'Paper').map(({ id }) => id));
  return [...ids].flatMap((id) => known.get(id) ?? []);
}

function figures({ gap, definition, parameters = {} }: GapReportInput): string {
  const row = (name: string, value: number): [string, number, string] => [
    name,
    value,
    definition.terms[name.split(':')[0]!] ?? '',
  ];
  const rows = [
    row('score', gap.score),
    ...(gap.observed === null ? [] : [row('observed', gap.observed)]),
    ...(gap.expected === null ? [] : [row('expected', gap.expected)]),
    ...Object.entries(gap.measures)
      .filter(([name]) => name !== 'score')
      .map(([name, value]) => row(name, value)),
  ];
  const cells = rows.map(([name, value, meaning]) =>
    [name, shown(value), meaning].map((cell) => escapeMarkdown(cell)).join(' | '),
  );
  const table = `| figure | value | meaning |\n| --- | ---: | --- |\n${cells.map((row) => `| ${row} |\n`).join('')}`;
  const settings = Object.entries(parameters).map(
    ([name, value]) => `${escapeMarkdown(name)} ${escapeMarkdown(shown(value))}`,
  );
  return settings.length === 0 ? table : `${table}\nMade with: ${settings.join(', ')}.\n`;
}

const FIGURE_DIGITS = 4;

const shown = (value: number | string): string =>
  typeof value === 'string' || Number.isInteger(value)
    ? String(value)
    : String(Number(value.toPrecision(FIGURE_DIGITS)));

function noteOf(verdict: string | null, note: string): string {
  const lines = note.split(/\r\n|[\n\r]/).map((line) => `> ${escapeMarkdown(line)}`.trimEnd());
  const kept = note.trim() === '' ? '' : `${lines.join('\n')}\n`;
  return verdict === null ? kept : `Judged: ${escapeMarkdown(verdict)}\n${kept && `\n${kept}`}`;
}

const SHOWN_AUTHORS = 3;

function citation(paper: CitedPaper): string {
  const { authors, year, venue, doi, url } = paper;
  const names = authors.length > SHOWN_AUTHORS ? `${authors[0]} and others` : authors.join(', ');
  const words = [names, year === null ? '' : `(${year})`].filter(Boolean).join(' ');
  const address = doi ? markdownAddress(`https://doi.org/${encodeURI(doi)}`) : url && markdownAddress(url);
  return [words, paperLabel(paper), venue ?? '']
    .filter(Boolean)
    .map((part) => `${escapeMarkdown(part)}.`)
    .concat(address ? [address] : [])
    .join(' ');
}
