import type { Evidence, Gap, NodeRef } from '../analysis/gaps/gap.ts';
import { FEATURE_MEANINGS } from '../analysis/prediction/feature-meanings.ts';
import type { GapDefinition } from '../gap-definitions.ts';
import { paperLabel } from '../schema.ts';
import { bibliography } from './bibtex.ts';
import type { CitedPaper } from './cited-paper.ts';
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
  /** How many were looked at for that list, and what was left out of it. */
  considered?: number;
  excluded?: readonly { reason: string; count: number }[];
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
    ['What each feature adds', featuresOf(gap)],
    ['What speaks for it', evidence(gap.evidenceFor)],
    ['What speaks against it', evidence(gap.evidenceAgainst)],
    [
      'What comes closest to bridging it',
      gap.bridges.map(({ ref, why }) => `- ${name(ref)}: ${escapeMarkdown(why)}${marks([ref])}\n`).join(''),
    ],
    ['How its list was made', listOf(input)],
    ['Note', noteOf(input.verdict ?? null, note ?? '')],
    [
      'Papers',
      cited.map((paper) => `- ${citation(paper)}${marks([{ label: 'Paper', id: paper.id }])}\n`).join(''),
    ],
    ['BibTeX', bibtex === '' ? '' : markdownCode(bibtex, 'bibtex')],
  ];
  const sentence = gap.kind === 'question' ? gap.evidenceFor[0]?.text : undefined;
  const ends = gap.kind === 'question' ? [] : gap.between.map(name);
  const heading = sentence ? escapeMarkdown(sentence) : ends.join(' × ');
  const title = `# ${heading || escapeMarkdown(definition.name)}\n`;
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

/** Where a sentence stands in its abstract is for programs. */
const PLACES: ReadonlySet<string> = new Set(['start', 'end']);
const ADDS = 'adds:';

function figures({ gap, definition }: GapReportInput): string {
  const row = (name: string, value: number): [string, number, string] => [
    name,
    value,
    definition.terms[name] ?? '',
  ];
  const rows = [
    row('score', gap.score),
    ...(gap.observed === null ? [] : [row('observed', gap.observed)]),
    ...(gap.expected === null ? [] : [row('expected', gap.expected)]),
    ...Object.entries(gap.measures)
      .filter(([name]) => name !== 'score' && !PLACES.has(name) && !name.startsWith(ADDS))
      .map(([name, value]) => row(name, value)),
  ];
  return table(['figure', 'value', 'meaning'], rows);
}

/** The strongest first; those that add nothing are left out. */
function featuresOf({ measures }: GapReportInput['gap']): string {
  const rows = Object.entries(measures)
    .filter(([name, value]) => name.startsWith(ADDS) && value !== 0)
    .map(([name, value]): [string, number, string] => {
      const feature = name.slice(ADDS.length);
      return [feature, value, FEATURE_MEANINGS[feature] ?? ''];
    })
    .sort(([p, x], [q, y]) => Math.abs(y) - Math.abs(x) || (p < q ? -1 : 1));
  return rows.length === 0 ? '' : table(['feature', 'adds to the score', 'meaning'], rows);
}

function listOf({ considered, excluded = [], parameters = {} }: GapReportInput): string {
  const left = excluded.map(({ reason, count }) => `- ${escapeMarkdown(reason)}: ${grouped(count)}\n`);
  const settings = Object.entries(parameters).map(
    ([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(shown(value))}\n`,
  );
  return [
    considered === undefined ? '' : `Considered: ${grouped(considered)}.\n`,
    left.length === 0 ? '' : `Left out of the list:\n\n${left.join('')}`,
    settings.length === 0 ? '' : `Made with:\n\n${settings.join('')}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function table(head: readonly string[], rows: readonly [string, number, string][]): string {
  const lines = rows.map(
    ([name, value, meaning]) => `${escapeMarkdown(name)} | ${shown(value)} | ${escapeMarkdown(meaning)}`,
  );
  return `| ${head.join(' | ')} |\n| --- | ---: | --- |\n${lines.map((line) => `| ${line} |\n`).join('')}`;
}

const grouped = (count: number): string => count.toLocaleString('en');

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
