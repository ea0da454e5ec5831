/** Answers in short, for clients that show text alone: each names the ids to go on with. */
import type {
  Answer,
  ConceptDetail,
  CypherResult,
  GapDetail,
  Gaps,
  PaperDetail,
  SearchHit,
  ThemeDetail,
  Themes,
} from '../../../graph/contract.ts';

/** Things of a list that are named. */
const NAMED = 20;
/** Rows of a statement that are shown. */
const ROWS_SHOWN = 50;

const lines = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join('\n');

function list<T>(heading: string, items: readonly T[], word: (item: T) => string): string | null {
  if (items.length === 0) return null;
  const more = items.length > NAMED ? `\n… and ${items.length - NAMED} more` : '';
  const named = items.slice(0, NAMED).map((item) => `- ${word(item)}`);
  return `${heading}:\n${named.join('\n')}${more}`;
}

const named = (label: string, id: string): string => `${label} [${id}]`;
const paperName = ({ label, id, year }: { label: string; id: string; year: number | null }): string =>
  `${named(label, id)}${year === null ? '' : `, ${year}`}`;
const papersOf = (count: number): string => `${count} ${count === 1 ? 'paper' : 'papers'}`;

export function hitsText({ hits, total }: { hits: SearchHit[]; total: number }): string {
  const word = ({ id, kind, label, matched }: SearchHit): string =>
    `${kind}: ${named(label, id)}${matched ? ` (${matched})` : ''}`;
  return hits.length === 0 ? 'Nothing found.' : (list(`${hits.length} of ${total} found`, hits, word) ?? '');
}

export function paperText(paper: PaperDetail): string {
  const { label, id, year, venue, abstract, mentions, related, themes } = paper;
  return lines(
    `Paper: ${paperName({ label, id, year })}${venue ? `, ${venue}` : ''}`,
    abstract,
    list(
      'Concepts',
      mentions,
      ({ concept, role }) => `${named(concept.name, concept.id)}, ${concept.kind}, ${role}`,
    ),
    list('Related papers', related, (one) => paperName(one.paper)),
    list('Themes', themes, ({ theme }) => named(theme.label, theme.id)),
  );
}

export function conceptText(concept: ConceptDetail): string {
  const { name, id, kind, paperCount, aliases, definitions, papers, together, theme } = concept;
  return lines(
    `${kind}: ${named(name, id)}, in ${papersOf(paperCount)}`,
    aliases.length > 0 && `Also: ${aliases.slice(0, NAMED).join(', ')}`,
    list('What it is', definitions, ({ sentence, paper }) => `${sentence} (${paperName(paper)})`),
    list('Papers', papers, ({ paper }) => paperName(paper)),
    list(
      'Together with',
      together,
      (one) => `${named(one.concept.name, one.concept.id)}, ${papersOf(one.papers)}`,
    ),
    theme && `Theme: ${named(theme.label, theme.id)}`,
  );
}

export function themesText({ themes }: Themes): string {
  const whole = themes.filter(({ level }) => level === 0);
  const word = ({ label, id, size, paperCount, quadrant }: Themes['themes'][number]): string =>
    `${named(label, id)}: ${size} concepts, ${papersOf(paperCount)}${quadrant ? `, ${quadrant}` : ''}`;
  return list(`${whole.length} themes`, whole, word) ?? 'There are no themes; an analysis finds them.';
}

export function themeText(theme: ThemeDetail): string {
  const { label, id, size, paperCount, concepts, keyPapers, subThemes, questions } = theme;
  return lines(
    `Theme: ${named(label, id)}, ${size} concepts, ${papersOf(paperCount)}`,
    list('Concepts', concepts, (concept) => named(concept.name, concept.id)),
    list('Key papers', keyPapers, ({ paper }) => paperName(paper)),
    list('Sub-themes', subThemes, (part) => named(part.label, part.id)),
    list('Open questions', questions, ({ sentence, paper }) => `${sentence} (${paperName(paper)})`),
  );
}

export function gapsText({ lists }: Gaps): string {
  return lines(
    ...lists.map(({ definition, gaps }) =>
      list(`${definition.name} (${definition.meaning})`, gaps, ({ title, id }) => named(title, id)),
    ),
  );
}

export function gapText(gap: GapDetail): string {
  return lines(
    `Gap: ${named(gap.title, gap.id)}`,
    gap.question,
    list('For it', gap.evidenceFor, ({ text }) => text),
    list('Against it', gap.evidenceAgainst, ({ text }) => text),
    list('Bridges', gap.bridges, ({ ref, why }) => `${named(ref.label, ref.id)}: ${why}`),
  );
}

export function rowsText({ columns, rows, truncated, plan }: CypherResult): string {
  const shown = rows.slice(0, ROWS_SHOWN).map((row) => row.map(cellText).join(' | '));
  return lines(
    `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}${truncated ? ', cut by the limit of rows' : ''}`,
    columns.length > 0 && columns.join(' | '),
    ...shown,
    rows.length > ROWS_SHOWN && `… and ${rows.length - ROWS_SHOWN} more rows`,
    plan && list('Plan', plan, ({ operator, details }) => `${operator} ${details}`.trim()),
  );
}

const CELL_LENGTH = 200;

function cellText(cell: CypherResult['rows'][number][number]): string {
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  return text.length > CELL_LENGTH ? `${text.slice(0, CELL_LENGTH)}…` : text;
}

export function answerText(answer: Answer): string {
  const { status, message, understood, columns, rows, papers, choices, cypher } = answer;
  return lines(
    `${status}: ${message}`,
    understood.text && `Understood: ${understood.text}`,
    understood.ignored.length > 0 && `Left out: ${understood.ignored.join(', ')}`,
    list('Readings', choices, ({ question }) => question),
    rows.length > 0 && list(columns.join(' | '), rows, (row) => row.map((cell) => cell ?? '').join(' | ')),
    list('Papers', papers, ({ title, id, year }) => paperName({ label: title, id, year })),
    cypher && `Cypher: ${cypher.text}`,
  );
}
