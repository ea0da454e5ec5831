import { z } from 'zod';
import type { Answer } from '../../../graph/contract.ts';
import { stem, wordsOf } from '../../../graph/questions/word-forms.ts';

const valueSchema = z.union([z.number(), z.string(), z.array(z.string()), z.record(z.string(), z.string())]);

/** A question of the measuring data with its verified answer; ids are document number and running entry number. */
export const goldSchema = z.object({
  question: z.string(),
  answer_ids: z.array(z.string()).optional(),
  also_ok_ids: z.array(z.string()).default([]),
  answer_value: valueSchema.optional(),
  kind: z.string().optional(),
  /** What no paper here can tell: any answer is wrong. */
  cannot: z.boolean().default(false),
});
export type Gold = z.output<typeof goldSchema>;

export type Verdict = 'right' | 'wrong' | 'abstained';

/** The share of a phrase's words that an answer must have. */
const MOST_WORDS = 0.75;
const LITTLE = new Set('a an and as at by for in is it of on or the to with not'.split(' '));

/** `003_x.txt#7` is `003-0007`. */
export function goldId(source: string): string {
  const [, document, entry] = /^(\d+)_.*#(\d+)$/.exec(source) ?? [];
  return `${document}-${(entry ?? '').padStart(4, '0')}`;
}

/** Right where exactly the papers are cited and all of the value is told; an honest "can't" is not wrong. */
export function judge(answer: Answer, gold: Gold): { verdict: Verdict; why: string } {
  if (gold.cannot)
    return answer.status === 'answered'
      ? { verdict: 'wrong', why: 'there is no answer' }
      : { verdict: 'right', why: '' };
  const ids = gold.answer_ids ?? null;
  const isNone = ids?.length === 0 && gold.answer_value === 0;
  if (isNone && /in this corpus|no title or abstract/i.test(answer.message) && answer.papers.length === 0)
    return { verdict: 'right', why: '' };
  if (answer.status !== 'answered') return { verdict: 'abstained', why: answer.message };
  const problems: string[] = [];
  if (ids) {
    const cited = answer.papers.map(({ sources }) => sources.map(goldId));
    const missing = ids.filter((id) => !cited.some((one) => one.includes(id)));
    const allowed = new Set([...ids, ...gold.also_ok_ids]);
    const extra = cited.filter((one) => !one.some((id) => allowed.has(id))).map((one) => one[0]!);
    if (missing.length > 0) problems.push(`misses ${missing.join(' ')}`);
    if (extra.length > 0) problems.push(`also has ${extra.slice(0, 10).join(' ')}`);
  }
  const lacking = lackingOf(answer, gold.answer_value);
  if (lacking.length > 0) problems.push(`does not tell ${lacking.join('; ')}`);
  return { verdict: problems.length === 0 ? 'right' : 'wrong', why: problems.join('; ') };
}

function lackingOf(answer: Answer, value: Gold['answer_value']): string[] {
  if (value === undefined) return [];
  if (typeof value === 'number')
    return answer.value === value || answer.papers.length === value ? [] : [`${value}`];
  const phrases = typeof value === 'string' ? [value] : Array.isArray(value) ? value : Object.values(value);
  const told = `${answer.value ?? ''} ${answer.message} ${answer.rows.flat().join(' ')}`;
  const words = new Set(wordsOf(told).map(stem));
  return phrases
    .flatMap((phrase) => phrase.split(/[;,]\s/))
    .filter((phrase) => !phrase.split(/\s\/\s/).some((each) => isTold(each, told, words)));
}

function isTold(phrase: string, told: string, words: ReadonlySet<string>): boolean {
  if (told.includes(phrase)) return true;
  const asked = wordsOf(phrase).filter((word) => !LITTLE.has(word));
  return asked.filter((word) => words.has(stem(word))).length >= MOST_WORDS * asked.length;
}
