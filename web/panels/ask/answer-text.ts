/** An answer to take along: as Markdown with its citations, as a table. Pure. */
import type { Answer } from '../../../graph/contract.ts';
import { csvCell } from '../../../graph/export/csv-cell.ts';

/** The answer itself where it is a number, a name, yes or no; else null. */
export function valueInWords(value: Answer['value']): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? value.toLocaleString('en') : value;
}

/** Of a message that begins with the value, what comes after it; else null. */
export function restAfterValue(value: string, message: string): string | null {
  if (!message.startsWith(`${value} `)) return null;
  return message.slice(value.length).trim();
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const escaped = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** `address`: where the answer can be had again. */
export function answerMarkdown(answer: Answer, address: string): string {
  const { question, understood, papers, citations, planner, model, summary } = answer;
  const number = new Map(papers.map(({ id }, i) => [id, i + 1]));
  const value = valueInWords(answer.value);
  const lines = [`## ${escaped(question)}`, ''];
  if (value !== null) lines.push(`**${escaped(value)}**`, '');
  if (answer.message) lines.push(escaped(answer.message), '');
  if (summary) lines.push(`By ${escaped(model ?? 'a language model')}: ${escaped(summary.text)}`, '');
  if (understood.text) lines.push(`Read as: ${escaped(understood.text)}`, '');
  answer.rows.forEach((row, i) => {
    lines.push(`- ${escaped(String(row[0] ?? ''))}`);
    for (const { paper, sentence } of citations[i] ?? [])
      lines.push(`  > ${escaped(sentence)} [${number.get(paper) ?? '?'}]`);
  });
  if (answer.rows.length > 0) lines.push('');
  for (const { id, title, year, sources } of papers) {
    const told = [escaped(title), year === null ? '' : String(year), escaped(sources.join(', '))];
    lines.push(`${number.get(id)}. ${told.filter(Boolean).join(', ')}`);
  }
  lines.push('', `Asked of Lacuna${planner === 'model' ? ` with ${model}` : ''}: <${address}>`, '');
  return lines.join('\n');
}

/** All columns, and the sources and sentences that each row rests on. */
export function answerCsv({ columns, rows, citations, papers }: Answer): string {
  const sources = new Map(papers.map(({ id, sources: of }) => [id, of.join(' ')]));
  const lines = rows.map((row, i) => {
    const cited = citations[i] ?? [];
    const papersOf = [...new Set(cited.map(({ paper }) => sources.get(paper) ?? paper))].join('; ');
    return [...row, papersOf, cited.map(({ sentence }) => oneLine(sentence)).join(' … ')].map(csvCell).join();
  });
  return [[...columns, 'cited papers', 'cited sentences'].map(csvCell).join(), ...lines, ''].join('\r\n');
}
