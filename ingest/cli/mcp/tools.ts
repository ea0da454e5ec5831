import { z } from 'zod';
import {
  API_PREFIX,
  answerSchema,
  askQuerySchema,
  conceptSchema,
  cypherRequestSchema,
  cypherResultSchema,
  gapKindSchema,
  gapSchema,
  gapsSchema,
  idSchema,
  paperSchema,
  searchQuerySchema,
  searchResultSchema,
  themeSchema,
  themesSchema,
} from '../../../graph/contract.ts';
import { GRAPH_WORDS } from './graph-words.ts';
import {
  answerText,
  conceptText,
  gapsText,
  gapText,
  hitsText,
  paperText,
  rowsText,
  themesText,
  themeText,
} from './texts.ts';
import { defineTool, type RouteRequest, type Tool } from './tool.ts';

/** Gaps of each kind, unless another number is asked for. */
const GAPS_SHOWN = 10;
const MOST_GAPS = 1000;

const get = (path: string, query: Record<string, string | number> = {}): RouteRequest => {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return { method: 'GET', url: `${API_PREFIX}${path}${asked.size > 0 ? `?${asked}` : ''}` };
};
const byId = (list: string, id: string): RouteRequest => get(`/${list}/${encodeURIComponent(id)}`);

const search = defineTool({
  name: 'search',
  title: 'Search by name',
  description:
    'Finds papers by their titles, and concepts and themes by their names. Gives id, kind and label of each, the best first.',
  input: searchQuerySchema.extend({
    q: searchQuerySchema.shape.q.describe('Words of a title or a name; a misspelt letter is forgiven.'),
    limit: searchQuerySchema.shape.limit.describe('At most so many.'),
  }),
  output: searchResultSchema,
  request: ({ q, limit }) => get('/search', { q, limit }),
  text: hitsText,
});

const paper = defineTool({
  name: 'paper',
  title: 'A paper',
  description:
    'A paper by its id: title, abstract, year, venue, identifiers, the concepts it mentions and in which role, ' +
    'what its sentences state of them, related papers, its themes.',
  input: z.object({ id: idSchema.describe('The id of a paper, as search gives it.') }),
  output: paperSchema,
  request: ({ id }) => byId('papers', id),
  text: paperText,
});

const concept = defineTool({
  name: 'concept',
  title: 'A concept',
  description:
    'A concept (method, task, dataset, metric, model or term) by its id: other names, sentences that define it, papers ' +
    'with the sentences that name it, papers by year, what it stands together with, what is stated of it, its theme.',
  input: z.object({ id: idSchema.describe('The id of a concept, as search gives it.') }),
  output: conceptSchema,
  request: ({ id }) => byId('concepts', id),
  text: conceptText,
});

const themes = defineTool({
  name: 'themes',
  title: 'Research themes',
  description:
    'Without an id: all themes that the analysis found, with size, steadiness and place on the strategic map (`all`). ' +
    'With the id of one: its concepts, key papers, sub-themes, bursts, links to other themes and open questions (`one`).',
  input: z.object({ id: idSchema.optional().describe('The id of a theme.') }),
  output: z.object({ all: themesSchema.nullable(), one: themeSchema.nullable() }),
  request: ({ id }) => (id === undefined ? get('/themes') : byId('themes', id)),
  answer: (found, { id }) => ({ all: id === undefined ? found : null, one: id === undefined ? null : found }),
  text: ({ all, one }) => (one ? themeText(one) : all ? themesText(all) : ''),
});

const gaps = defineTool({
  name: 'gaps',
  title: 'Research gaps',
  description:
    'Without an id: what nobody has connected yet, kind by kind, the most telling first, with the formula of each kind ' +
    '(`all`). With the id of one: its figures, the evidence for and against it, what might bridge it, and the research ' +
    'question it suggests (`one`).',
  input: z.object({
    id: idSchema.optional().describe('The id of a gap.'),
    kind: gapKindSchema.optional().describe('Only gaps of this kind.'),
    limit: z.number().int().min(1).max(MOST_GAPS).default(GAPS_SHOWN).describe('At most so many of a kind.'),
  }),
  output: z.object({ all: gapsSchema.nullable(), one: gapSchema.nullable() }),
  request: ({ id }) => (id === undefined ? get('/gaps') : byId('gaps', id)),
  answer: (found, { id, kind, limit }) => {
    if (id !== undefined) return { all: null, one: found };
    const { lists, ...rest } = gapsSchema.parse(found);
    const asked = lists.filter((list) => kind === undefined || list.kind === kind);
    return {
      all: { ...rest, lists: asked.map((list) => ({ ...list, gaps: list.gaps.slice(0, limit) })) },
      one: null,
    };
  },
  text: ({ all, one }) => (one ? gapText(one) : all ? gapsText(all) : ''),
});

const cypher = defineTool({
  name: 'cypher',
  title: 'Run Cypher',
  description:
    'Runs one read-only Cypher statement and gives its rows. Writes, procedures that reach files or the network, and ' +
    `statements beyond the limits of time and rows are refused.\n${GRAPH_WORDS}`,
  input: cypherRequestSchema.extend({
    statement: cypherRequestSchema.shape.statement.describe('Cypher; give values as $parameters.'),
    parameters: cypherRequestSchema.shape.parameters.describe('Values by name, without the $.'),
    types: cypherRequestSchema.shape.types.describe('For parameters that JSON does not say right.'),
    mode: cypherRequestSchema.shape.mode.describe('explain gives only the plan, profile also runs it.'),
    limit: cypherRequestSchema.shape.limit.describe('At most so many rows.'),
  }),
  output: cypherResultSchema,
  request: (asked) => ({ method: 'POST', url: `${API_PREFIX}/cypher`, payload: asked }),
  text: rowsText,
});

const ask = defineTool({
  name: 'ask',
  title: 'Ask in plain words',
  description:
    'Answers a question in plain English from the graph alone, without a language model: lists, counts, comparisons, ' +
    'firsts and lasts, what is never used together. Every row cites papers and sentences. `ambiguous` gives readings to ' +
    'choose from; `cannot` says what was not understood or is not in the corpus.',
  input: askQuerySchema
    .omit({ by: true })
    .extend({ q: askQuerySchema.shape.q.describe('The question, such as: Which papers use dropout?') }),
  output: answerSchema,
  request: ({ q }) => get('/ask', { q }),
  text: answerText,
});

export const TOOLS: readonly Tool[] = [search, paper, concept, themes, gaps, cypher, ask];
